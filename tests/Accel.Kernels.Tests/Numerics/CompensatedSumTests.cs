using System.Numerics;
using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Numerics;

/// <summary>Compensated sums: the order and the steps that docs/numerics.md gives, and the error bound that it states, against exact sums.</summary>
public class CompensatedSumTests
{
    /// <summary>Half a unit in the last place, relative to the value.</summary>
    private static readonly double s_roundingOfDouble = Math.ScaleB(1, -53);

    private static readonly double s_roundingOfSingle = Math.ScaleB(1, -24);

    public static TheoryData<BackendCase> Backends => Guards.RangeGuardTests.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public void SumFollowsTheDocumentedSteps(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in LengthsFor(backend))
        {
            float[] x = [.. Cancelling(length, 1).Select(value => (float)value)];
            Same.Bits(Model(x), CompensatedKernels.Sum(x, backend.Backend), $"{backend}, length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SumsStayWithinTheirBound(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        foreach (int length in LengthsFor(backend))
        {
            double[] x = Cancelling(length, 2);
            double[] y = Cancelling(length, 3);
            float[] single = [.. x.Select(value => (float)value)];
            IsWithinBound(CompensatedKernels.Dot(x, y, backend.Backend), [.. x.Zip(y, (a, b) => Exact.Of(a) * Exact.Of(b)), Exact.Of(3.5)], s_roundingOfDouble);
            IsWithinBound(CompensatedKernels.Sum(single, backend.Backend), [.. single.Select(value => Exact.Of(value))], s_roundingOfSingle);
            IsWithinBound(
                CompensatedKernels.Conditional(single, single, 0.5f, backend.Backend),
                [.. single.Where(value => Math.Abs(value) > 0.5f).Select(value => value > 0 ? -(Exact.Of(value) * Exact.Of(value)) : Exact.Of(value))],
                s_roundingOfSingle);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsAndWholesStayWithinTheirBound(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        (int rows, int columns) = (60, 700);
        double[] values = Cancelling(rows * columns, 5);
        var wide = new double[rows, columns];
        var single = new float[rows, columns];
        for (int i = 0; i < values.Length; i++)
        {
            wide[i / columns, i % columns] = values[i];
            single[i / columns, i % columns] = (float)values[i];
        }

        if (backend.Backend == Backend.Simd)
        {
            IsWithinBound(CompensatedKernels.Whole(wide, backend.Backend), [.. values.Select(value => Exact.Of(value))], s_roundingOfDouble, isInLanes: false);
        }

        var sums = new float[rows];
        CompensatedKernels.RowSums(single, sums, backend.Backend);
        for (int i = 0; i < rows; i++)
        {
            IsWithinBound(sums[i], [.. values.Skip(i * columns).Take(columns).Select(value => Exact.Of((float)value))], s_roundingOfSingle);
        }

        var columnSums = new float[columns];
        CompensatedKernels.Columns(single, columnSums, backend.Backend);
        for (int j = 0; j < columns; j++)
        {
            IsWithinBound(columnSums[j], [.. Enumerable.Range(0, rows).Select(i => Exact.Of(single[i, j]))], s_roundingOfSingle, isInLanes: false);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void WhatIsNotFiniteIsThatOfThePlainSum(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] x = new float[500];
        Array.Fill(x, 1f);
        x[250] = float.PositiveInfinity;
        Assert.Equal(float.PositiveInfinity, CompensatedKernels.Sum(x, backend.Backend));
        x[300] = float.NegativeInfinity;
        Assert.Equal(float.NaN, CompensatedKernels.Sum(x, backend.Backend));
        x[250] = 1f;
        Assert.Equal(float.NegativeInfinity, CompensatedKernels.Sum(x, backend.Backend));
        x[300] = float.NaN;
        Assert.Equal(float.NaN, CompensatedKernels.Sum(x, backend.Backend));
        Array.Fill(x, float.MaxValue);
        Assert.Equal(float.PositiveInfinity, CompensatedKernels.Sum(x, backend.Backend));
    }

    [Fact]
    public void PlainSumIsOutsideTheBound()
    {
        // Else the bound would be no news.
        float[] x = [.. Cancelling(100_000, 7).Select(value => (float)value)];
        Rational exact = Sum([.. x.Select(value => Exact.Of(value))]).Exact;
        double error = Math.Abs((Exact.Of(ReductionKernels.Conditional(x, float.NegativeInfinity, Backend.Simd)) - exact).Ratio(exact));
        Assert.True(error > 100 * s_roundingOfSingle, $"The plain sum has a relative error of {error}.");
    }

    private static IEnumerable<int> LengthsFor(BackendCase backend) => backend.Backend == Backend.Gpu
        ? [0, 1, 64, 1000, 40_000]
        : [0, 1, 2, 31, 64, 65, 127, 1000, 16384, 16385, (3 * 16384) + 5];

    /// <summary>Numbers of very different sizes, most of which another one takes away again.</summary>
    private static double[] Cancelling(int length, int seed)
    {
        var random = new Random(seed);
        var values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = i % 2 == 1 ? -values[i - 1] * (1 - (random.NextDouble() * 1e-4)) : (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-2, 5));
        }

        random.Shuffle(values);
        return values;
    }

    /// <summary>The bound of docs/numerics.md: u |s| for the last rounding, and 3 D² u² of the sum of absolute values.</summary>
    private static void IsWithinBound(double actual, List<Rational> terms, double rounding, bool isInLanes = true)
    {
        (Rational exact, double size) = Sum(terms);
        (int block, int lanes) = (Math.Min(terms.Count, 16384), rounding == s_roundingOfDouble ? 32 : 64);
        double depth = isInLanes ? (block / lanes) + 1 + Math.Log2(lanes) + Math.Ceiling(Math.Log2((terms.Count / 16384) + 1)) + 1 : terms.Count;
        double secondOrder = 3 * depth * rounding * depth * rounding * size;
        double allowed = (rounding * 1.0001 * Math.Abs((double)exact)) + secondOrder;
        double error = Math.Abs((double)(Exact.Of(actual) - exact));
        Assert.True(error <= allowed, $"{terms.Count} terms: {actual:R} is {error} off, allowed are {allowed}.");
    }

    private static (Rational Exact, double Size) Sum(List<Rational> terms)
    {
        Rational sum = Exact.Of(0);
        double size = 0;
        foreach (Rational term in terms)
        {
            sum += term;
            size += Math.Abs((double)term);
        }

        return (sum, size);
    }

    private static float Model(float[] x)
    {
        if (x.Length == 0)
        {
            return 0;
        }

        (float, float) lanes = ReductionModel.Of(x.Length, 64, (-0f, -0f), (lane, t) => Add(lane, (x[t], -0f)), Add);
        (float sum, float error) = Add((0f, -0f), lanes);
        return float.IsFinite(error) ? sum + error : sum;
    }

    private static (float Sum, float Error) Add((float Sum, float Error) left, (float Sum, float Error) right)
    {
        float sum = left.Sum + right.Sum;
        float added = sum - left.Sum;
        float lost = (left.Sum - (sum - added)) + (right.Sum - added);
        return (sum, left.Error + right.Error + lost);
    }

    private static class Exact
    {
        public static Rational Of(double value)
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            int exponent = (int)((bits >> 52) & 0x7FF);
            long mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | (exponent > 0 ? 1L << 52 : 0);
            return new(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
        }
    }

    /// <summary><c>Mantissa · 2^Exponent</c>.</summary>
    private readonly record struct Rational(BigInteger Mantissa, int Exponent)
    {
        public static Rational operator +(Rational left, Rational right)
        {
            int exponent = Math.Min(left.Exponent, right.Exponent);
            return new((left.Mantissa << (left.Exponent - exponent)) + (right.Mantissa << (right.Exponent - exponent)), exponent);
        }

        public static Rational operator -(Rational value) => new(-value.Mantissa, value.Exponent);

        public static Rational operator -(Rational left, Rational right) => left + -right;

        public static Rational operator *(Rational left, Rational right) => new(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

        public static explicit operator double(Rational value)
        {
            // 64 bits of the number are enough for what is compared.
            int excess = (int)Math.Max(0, BigInteger.Abs(value.Mantissa).GetBitLength() - 64);
            return Math.ScaleB((double)(value.Mantissa >> excess), value.Exponent + excess);
        }

        public double Ratio(Rational of) => (double)this / (double)of;
    }
}
