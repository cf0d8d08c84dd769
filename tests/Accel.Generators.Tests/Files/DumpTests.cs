using Accel.Testing.Roslyn;
namespace Accel.Generators.Tests.Files;
public class DumpTests
{
    [Fact]
    public void Dump()
    {
        string source = """
        using System;
        using Accel;
        namespace MyApp
        {
            public static partial class Signal
            {
                /// <summary>Adds a multiple.</summary>
                /// <param name="a">Factor.</param>
                /// <param name="x">Added.</param>
                /// <param name="y">Sum.</param>
                [Kernel]
                public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
                {
                    // comment
                    for (int i = 0; i < y.Length; i++) y[i] = a * x[i] + y[i];
                }

                /// <summary>Logistic function.</summary>
                /// <param name="x">Argument.</param>
                /// <returns>Between 0 and 1.</returns>
                [Kernel]
                public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));

                private partial struct Inner
                {
                    [Kernel]
                    private static double Norm2(ReadOnlySpan<double> x)
                    {
                        double s = 0;
                        if (x.Length > 3)
                            foreach (double v in x) s += v * v;
                        else
                            s = -1;
                        return Math.Sqrt(s);
                    }
                }
                public static void Test(float[] x, float[] y) { Saxpy(2f, x, y); Saxpy(2f, x, y, Backend.Reference); Logistic(x, y); Logistic(2f, y); Logistic(x, new DeviceBuffer<float>(3)); }
                public static void Test(float[] x, System.Numerics.Tensors.Tensor<float> y) { Logistic(x, y);  }
            }
        }
        """;
        var run = GeneratorRun.Of(source);
        foreach (var f in run.Files) { System.IO.File.WriteAllText("/tmp/c2_" + f.Key + ".cs", f.Value); }
        run.AssertCompiles();
    }
}
