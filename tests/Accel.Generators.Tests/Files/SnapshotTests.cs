using Accel.Testing.Roslyn;
using Accel.Testing.Snapshots;

namespace Accel.Generators.Tests.Files;

/// <summary>Whole generated files: what a user reads.</summary>
public class SnapshotTests
{
    [Fact]
    public void LoopKernel() => Snapshot.Verify(Signal("""
        /// <summary>Adds a multiple of one signal to another.</summary>
        /// <param name="a">The factor.</param>
        /// <param name="x">What is added.</param>
        /// <param name="y">What it is added to.</param>
        [Kernel]
        public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
        {
            for (int i = 0; i < y.Length; i++) y[i] = a * x[i] + y[i];
        }
        """));

    [Fact]
    public void Reduction() => Snapshot.Verify(Signal("""
        [Kernel]
        public static double Norm2(ReadOnlySpan<double> x)
        {
            double s = 0;
            foreach (double v in x) s += v * v;
            return Math.Sqrt(s);
        }

        public static double Call(double[] x) => Norm2(x);
        """));

    [Fact]
    public void ElementKernel() => Snapshot.Verify(Signal("""
        /// <summary>The logistic function.</summary>
        /// <param name="x">Any value.</param>
        /// <returns>A value between 0 and 1.</returns>
        [Kernel]
        public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));
        """));

    [Fact]
    public void ParallelLoop() => Snapshot.Verify(Signal("""
        [Kernel]
        public static float Scatter(int[] index, ReadOnlySpan<float> x, float[,] y)
        {
            float sum = 0, last = 0;
            foreach (int i in Loop.Parallel(0, x.Length))
            {
                if (i > 0 && x[i - 1] != 0)
                {
                    y[index[i], 0] = x[i];
                    last = x[i];
                }

                sum += x[i];
            }

            return sum + last;
        }
        """));

    private static GeneratorRun Signal(string members) => GeneratorRun.Of($$"""
        using System;
        using Accel;

        namespace MyApp;

        public static partial class Signal
        {
        {{members}}
        }
        """).AssertCompiles();
}
