using System.Runtime.CompilerServices;

namespace Accel.Gpu.Tests.Kernels;

/// <summary>Every function of <see cref="GpuMath"/> for double against C# on the CPU, to the bit.</summary>
public class DoubleArithmeticTests
{
    private const int Count = 20_000;

    private static readonly (string Name, Func<double, double, double, double> Compute)[] Expected =
    [
        ("Add", (x, y, z) => x + y),
        ("Subtract", (x, y, z) => x - y),
        ("Multiply", (x, y, z) => x * y),
        ("Divide", (x, y, z) => x / y),
        ("Remainder", (x, y, z) => x % y),
        ("FusedMultiplyAdd", (x, y, z) => Math.FusedMultiplyAdd(x, y, z)),
        ("MathFusedMultiplyAdd", (x, y, z) => Math.FusedMultiplyAdd(x, y, z)),
        ("not contracted", (x, y, z) => Separate(x, y, z)),
        ("operators not contracted", (x, y, z) => Separate(x, y, z)),
        ("operators not contracted, negated", (x, y, z) => Separate(-x, y, z)),
        ("constants keep their order", (x, y, z) => Opaque(x + 1d) + 1e-8d),
        ("constant factors keep their order", (x, y, z) => Opaque(x * 0.1d) * 3d),
        ("zero is added", (x, y, z) => x + Opaque(0d)),
        ("subtracted from zero", (x, y, z) => Opaque(0d) - x),
        ("Min", (x, y, z) => Math.Min(x, y)),
        ("Max", (x, y, z) => Math.Max(x, y)),
        ("Min of zeros", (x, y, z) => Math.Min(x, Opaque(-0d))),
        ("Abs", (x, y, z) => Math.Abs(x)),
        ("Negate", (x, y, z) => -x),
        ("Sqrt", (x, y, z) => Math.Sqrt(x)),
        ("Floor", (x, y, z) => Math.Floor(x)),
        ("Ceiling", (x, y, z) => Math.Ceiling(x)),
        ("Truncate", (x, y, z) => Math.Truncate(x)),
        ("Round", (x, y, z) => Math.Round(x)),
        ("Less", (x, y, z) => x < y ? 1d : 2d),
        ("not Less", (x, y, z) => !(x < y) ? 1d : 2d),
        ("LessOrEqual", (x, y, z) => x <= y ? 1d : 2d),
        ("Equal", (x, y, z) => x == y ? 1d : 2d),
        ("constant Less", (x, y, z) => x > 0 ? 1d : 2d),
    ];

    [Fact]
    public void EqualsTheCpuToTheBit()
    {
        double[] x = FloatBits.Doubles(Count, 1);
        double[] y = FloatBits.Doubles(Count, 2);
        double[] z = FloatBits.Doubles(Count, 3);
        double[] actual = DeviceRun.Map<double, Body>(x, y, z, Expected.Length, (vx, vy, vz, results) => new Body { X = vx, Y = vy, Z = vz, Results = results });

        for (int k = 0; k < Expected.Length; k++)
        {
            for (int i = 0; i < Count; i++)
            {
                double expected = Expected[k].Compute(x[i], y[i], z[i]);
                double result = actual[(i * Expected.Length) + k];
                Assert.True(FloatBits.AreSame(expected, result), $"{Expected[k].Name}({x[i]:R}, {y[i]:R}, {z[i]:R}): {result:R} and not {expected:R}");
            }
        }
    }

    [Fact]
    public void TheInputsTellFusedFromSeparate()
    {
        double[] x = FloatBits.Doubles(Count, 1);
        double[] y = FloatBits.Doubles(Count, 2);
        double[] z = FloatBits.Doubles(Count, 3);
        int different = Enumerable.Range(0, Count).Count(i => !FloatBits.AreSame(Math.FusedMultiplyAdd(x[i], y[i], z[i]), Separate(x[i], y[i], z[i])));
        Assert.True(different > Count / 20, $"only {different} of {Count}");
    }

    [Fact]
    public void CompilesToPtx() => PtxAssert.IsExact<Body>();

    private static double Separate(double x, double y, double z) => Opaque(x * y) + z;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Opaque(double value) => value;

    internal struct Body : IGpuKernel
    {
        public GpuView<double> X;
        public GpuView<double> Y;
        public GpuView<double> Z;
        public GpuView<double> Results;

        public readonly void Run(long index)
        {
            double x = X[index];
            double y = Y[index];
            double z = Z[index];
            long first = index * 29;
            Results[first + 0] = GpuMath.Add(x, y);
            Results[first + 1] = GpuMath.Subtract(x, y);
            Results[first + 2] = GpuMath.Multiply(x, y);
            Results[first + 3] = GpuMath.Divide(x, y);
            Results[first + 4] = GpuMath.Remainder(x, y);
            Results[first + 5] = GpuMath.FusedMultiplyAdd(x, y, z);
            Results[first + 6] = Math.FusedMultiplyAdd(x, y, z);
            Results[first + 7] = GpuMath.Add(GpuMath.Multiply(x, y), z);
            Results[first + 8] = (x * y) + z;
            Results[first + 9] = z - (x * y);
            Results[first + 10] = GpuMath.Add(GpuMath.Add(x, 1d), 1e-8d);
            Results[first + 11] = GpuMath.Multiply(GpuMath.Multiply(x, 0.1d), 3d);
            Results[first + 12] = GpuMath.Add(x, 0d);
            Results[first + 13] = GpuMath.Subtract(0d, x);
            Results[first + 14] = GpuMath.Min(x, y);
            Results[first + 15] = GpuMath.Max(x, y);
            Results[first + 16] = GpuMath.Min(x, -0d);
            Results[first + 17] = GpuMath.Abs(x);
            Results[first + 18] = -x;
            Results[first + 19] = GpuMath.Sqrt(x);
            Results[first + 20] = GpuMath.Floor(x);
            Results[first + 21] = GpuMath.Ceiling(x);
            Results[first + 22] = GpuMath.Truncate(x);
            Results[first + 23] = GpuMath.Round(x);
            Results[first + 24] = GpuMath.Less(x, y) ? 1d : 2d;
            Results[first + 25] = !GpuMath.Less(x, y) ? 1d : 2d;
            Results[first + 26] = GpuMath.LessOrEqual(x, y) ? 1d : 2d;
            Results[first + 27] = GpuMath.Equal(x, y) ? 1d : 2d;
            Results[first + 28] = GpuMath.Less(0d, x) ? 1d : 2d;
        }
    }
}
