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
