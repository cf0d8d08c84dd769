using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Element kernels, signatures, options, and declarations that cannot be kernels.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void AnElementKernelIsALoopOverElements() =>
        CompilerTest.Members("[Kernel] public static float Run(float x, int destination) => x * destination;").HasIr("""
            nest 0(Elements<float> x, Elements<int> destination, Span<float> destination_)
              for i.0 = 0; < destination_.length; +1
                float x.1 = x[i.0]
                int destination.2 = destination[i.0]
                destination_[i.0] = (x.1 * float(destination.2))
            """);

    [Fact]
    public void AnElementKernelMayHaveStatements() =>
        CompilerTest.Members("""
            [Kernel] public static double Run(double x)
            {
                if (x < 0) return -1;
                for (int k = 0; k < 3; k++) x *= x;
                return Math.Sqrt(x);
            }
            """).HasIr("""
            nest 0(Elements<double> x, Span<double> destination)
              for i.0 = 0; < destination.length; +1
                double x.1 = x[i.0]
                double RunResult.2
                if (x.1 < d:0000000000000000)
                  RunResult.2 = d:bff0000000000000
                else
                  for k.3 = 0; < 3; +1
                    x.1 = (x.1 * x.1)
                  RunResult.2 = sqrt(x.1)
                destination[i.0] = RunResult.2
            """);

    [Fact]
    public void AnElementKernelHasTypesAndNoHost()
    {
        KernelModel model = CompilerTest.Members("[Kernel] public static byte Run(ushort a, bool b) => b ? (byte)a : (byte)0;").Model;

        Assert.Equal(new ElementKernel(EquatableArray.Of("ushort", "bool"), "byte"), model.Element);
        Assert.Empty(model.Body);
    }

    [Theory]
    [InlineData("public static float Run(Span<float> x) => 1;")]
    [InlineData("public static void Run(float x) { }")]
    [InlineData("public static float Run(in float x) => x;")]
    [InlineData("public static float Run() => 1;")]
    [InlineData("public static decimal Run(float x) => 1;")]
    public void OtherSignaturesAreLoopKernels(string method) =>
        Assert.Null(CompilerTest.Members("[Kernel] " + method).Model.Element);

    [Fact]
    public void ASignatureIsText()
    {
        KernelSignature signature = CompilerTest.Source("""
            using System;
            namespace My.App;
            internal readonly partial struct Outer
            {
                public static class @class
                {
                    /// <summary>Scales.</summary>
                    [Accel.Kernel]
                    internal static void Run(scoped Span<float> @in, ReadOnlySpan<int> y, in float a, string? s = null, double d = double.NaN) { }
                }
            }
            """, "My.App.Outer+class").Model.Signature;

        CompilerTest.Equal("""
            internal void My.App | readonly struct Outer partial=True | static class @class partial=False | Run
            scoped global::System.Span<float> @in =  element=float False
             global::System.ReadOnlySpan<int> y =  element=int True
            in float a =  element= False
             string? s = default element= False
             double d = double.NaN element= False
            <summary>Scales.</summary>
            """, Text(signature));
        Assert.False(signature.IsPartial);
        Assert.False(signature.IsPublic);
        Assert.Equal("global::My.App.Outer.@class", signature.ContainingTypeName);
    }

    [Fact]
    public void OptionsComeFromTheAttributeAndTheBuild()
    {
        KernelModel model = CompilerTest.Kernel(
            "Span<int> x", "", attribute: "Kernel(FloatMode = FloatMode.Strict, RequireVectorized = true)", options: new() { Debug = true }).Model;

        Assert.Equal(new KernelOptions(FloatModeOption.Strict, RequireVectorized: true, IsDebugBuild: true), model.Options);
    }

    [Theory]
    [InlineData("public static void Run<T>(Span<T> x) { }")]
    [InlineData("public void Run(Span<int> x) { }", "class")]
    [InlineData("public static ref int Run(Span<int> x) => ref x[0];")]
    [InlineData("public static async System.Threading.Tasks.Task Run(int[] x) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("public static System.Collections.Generic.IEnumerable<int> Run(int[] x) { yield return 1; }")]
    public void SomeDeclarationsCannotBeKernels(string method, string kind = "static class") =>
        Assert.False(CompilerTest.Source($$"""
            using System;
            using Accel;
            namespace Test;
            public {{kind}} Kernels { [Kernel] {{method}} }
            """).IsKernel);

    private static string Text(KernelSignature signature) =>
        $"{signature.Accessibility} {signature.ReturnType} {signature.Namespace} | "
        + string.Join(" | ", signature.ContainingTypes.Select(type => $"{type.Keywords} {type.Name} partial={type.IsPartial}")) + $" | {signature.Name}\n"
        + string.Concat(signature.Parameters.Select(parameter =>
            $"{parameter.Modifier} {parameter.Type} {parameter.Name} = {parameter.DefaultValue} element={parameter.BufferElement} {parameter.IsReadOnlyBuffer}\n"))
        + string.Join("\n", signature.Documentation);

    /// <summary>Elements side by side would have loops of different lengths; the one loop can be compiled.</summary>
    [Fact]
    public void CountsInAndANumberOutMayBeALoop()
    {
        CompilerTest test = CompilerTest.Kernel("int n", "float q = 1; for (int i = 0; i < n; i++) q *= 0.99f; return q;", returns: "float");
        Assert.Null(test.Model.Element);
        test.HasIr("""
            nest 0(int n.0, ref float q.2)
              for i.1 = 0; < n.0; +1
                q.2 = (q.2 * f:3f7d70a4)
            """);
    }

    [Fact]
    public void DataInAndANumberOutAreElements()
    {
        CompilerTest test = CompilerTest.Kernel("float x, int n", "float q = 1; for (int i = 0; i < n; i++) q *= x; return q;", returns: "float");
        Assert.NotNull(test.Model.Element);
        test.HasIr("""
            nest 0(Elements<float> x, Elements<int> n, Span<float> destination)
              for i.0 = 0; < destination.length; +1
                float x.1 = x[i.0]
                int n.2 = n[i.0]
                float q.3 = f:3f800000
                int i.4 = 0
                bool running.5 = (0 < n.2)
                for iteration.6 = 0; < 2147483647; +1 while running.5
                  q.3 = (q.3 * x.1)
                  i.4 = (i.4 + 1)
                  running.5 = (i.4 < n.2)
                destination[i.0] = q.3
            """);
    }
}
