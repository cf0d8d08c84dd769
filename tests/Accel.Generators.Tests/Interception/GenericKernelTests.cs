using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Interception;

/// <summary>Generic kernels: a file for each list of type arguments that a call in the project has, and calls that go there.</summary>
public class GenericKernelTests
{
    private const string Kernel = """
        using System;
        using System.Numerics;
        using Accel;

        namespace Test;

        public static partial class Kernels
        {
            [Kernel]
            public static T Sum<T>(ReadOnlySpan<T> x)
                where T : INumber<T>
            {
                T sum = T.Zero;
                foreach (T value in x)
                {
                    sum += value;
                }

                return sum;
            }
        }
        """;

    private const string Caller = """
        namespace Test;

        public static partial class Kernels
        {
            public static string Run() => $"{Kernels.Sum<float>([1, 2, 3])} {Kernels.Sum<int>([4, 5])} {Kernels.Sum<float>([6])} {Any<double>()} {Kernels.Sum<decimal>([7])}";

            private static T Any<T>() where T : System.Numerics.INumber<T> => Kernels.Sum<T>([T.One]);
        }
        """;

    [Fact]
    public void ThereIsAFileForEachTypeOfTheCalls()
    {
        GeneratorRun run = GeneratorRun.Of([Kernel, Caller]);

        Assert.Equal(3, run.Files.Keys.Count(name => name.StartsWith("Test_Kernels_Sum_", StringComparison.Ordinal)));
        using LoadedAssembly assembly = run.Load();
        Assert.Equal("6 9 6 1 7", assembly.Invoke("Run"));
    }

    [Fact]
    public void CallsGoToTheFileOfTheirTypes()
    {
        string interceptors = GeneratorRun.Of([Kernel, Caller]).Files["Accel.Interceptors"];

        Assert.Equal(4, interceptors.Split("[global::System.Runtime.CompilerServices.InterceptsLocation(").Length - 1);
        Assert.Contains("internal static float Test_Kernels_Sum_", interceptors, StringComparison.Ordinal);
        Assert.Contains("internal static int Test_Kernels_Sum_", interceptors, StringComparison.Ordinal);
        Assert.DoesNotContain("double", interceptors, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherCallForTheSameTypesWritesNoFileAgain()
    {
        GeneratorRun run = GeneratorRun.Of([Kernel, Caller]).AfterEdit(Caller.Replace("[6]", "[6, 7]"), file: 1);

        run.AssertUnchanged(TrackingNames.ClosedKernels, TrackingNames.Models);
    }
}
