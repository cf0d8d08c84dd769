using System.Runtime.CompilerServices;

namespace Accel.Gpu.Tests.Kernels;

/// <summary>Every function of <see cref="GpuMath"/> for float against C# on the CPU, to the bit.</summary>
public class SingleArithmeticTests
{
    private const int Count = 20_000;

    private static readonly (string Name, Func<float, float, float, float> Compute)[] Expected =
    [
        ("Add", (x, y, z) => x + y),
        ("Subtract", (x, y, z) => x - y),
        ("Multiply", (x, y, z) => x * y),
        ("Divide", (x, y, z) => x / y),
        ("Remainder", (x, y, z) => x % y),
        ("FusedMultiplyAdd", (x, y, z) => MathF.FusedMultiplyAdd(x, y, z)),
        ("MathFusedMultiplyAdd", (x, y, z) => MathF.FusedMultiplyAdd(x, y, z)),
        ("not contracted", (x, y, z) => Separate(x, y, z)),
        ("operators not contracted", (x, y, z) => Separate(x, y, z)),
        ("operators not contracted, negated", (x, y, z) => Separate(-x, y, z)),
        ("constants keep their order", (x, y, z) => Opaque(x + 1f) + 1e-8f),
        ("constant factors keep their order", (x, y, z) => Opaque(x * 0.1f) * 3f),
        ("zero is added", (x, y, z) => x + Opaque(0f)),
        ("subtracted from zero", (x, y, z) => Opaque(0f) - x),
        ("Min", (x, y, z) => MathF.Min(x, y)),
        ("Max", (x, y, z) => MathF.Max(x, y)),
        ("Min of zeros", (x, y, z) => MathF.Min(x, Opaque(-0f))),
        ("Abs", (x, y, z) => MathF.Abs(x)),
        ("Negate", (x, y, z) => -x),
        ("Sqrt", (x, y, z) => MathF.Sqrt(x)),
        ("Floor", (x, y, z) => MathF.Floor(x)),
        ("Ceiling", (x, y, z) => MathF.Ceiling(x)),
        ("Truncate", (x, y, z) => MathF.Truncate(x)),
        ("Round", (x, y, z) => MathF.Round(x)),
        ("Less", (x, y, z) => x < y ? 1f : 2f),
        ("not Less", (x, y, z) => !(x < y) ? 1f : 2f),
        ("LessOrEqual", (x, y, z) => x <= y ? 1f : 2f),
        ("Equal", (x, y, z) => x == y ? 1f : 2f),
        ("constant Less", (x, y, z) => x > 0 ? 1f : 2f),
    ];

    [Fact]
    public void EqualsTheCpuToTheBit()
    {
        float[] x = FloatBits.Singles(Count, 1);
        float[] y = FloatBits.Singles(Count, 2);
        float[] z = FloatBits.Singles(Count, 3);
        float[] actual = DeviceRun.Map<float, Body>(x, y, z, Expected.Length, (vx, vy, vz, results) => new Body { X = vx, Y = vy, Z = vz, Results = results });

        for (int k = 0; k < Expected.Length; k++)
        {
            for (int i = 0; i < Count; i++)
            {
                float expected = Expected[k].Compute(x[i], y[i], z[i]);
                float result = actual[(i * Expected.Length) + k];
                Assert.True(FloatBits.AreSame(expected, result), $"{Expected[k].Name}({x[i]:R}, {y[i]:R}, {z[i]:R}): {result:R} and not {expected:R}");
            }
        }
    }

    [Fact]
    public void TheInputsTellFusedFromSeparate()
    {
        float[] x = FloatBits.Singles(Count, 1);
        float[] y = FloatBits.Singles(Count, 2);
        float[] z = FloatBits.Singles(Count, 3);
        int different = Enumerable.Range(0, Count).Count(i => !FloatBits.AreSame(MathF.FusedMultiplyAdd(x[i], y[i], z[i]), Separate(x[i], y[i], z[i])));
        Assert.True(different > Count / 20, $"only {different} of {Count}");
    }

    [Fact]
    public void CompilesToPtx() => PtxAssert.IsExact<Body>();

    private static float Separate(float x, float y, float z) => Opaque(x * y) + z;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Opaque(float value) => value;

    internal struct Body : IGpuKernel
    {
        public GpuView<float> X;
        public GpuView<float> Y;
        public GpuView<float> Z;
        public GpuView<float> Results;

        public readonly void Run(long index)
        {
            float x = X[index];
            float y = Y[index];
            float z = Z[index];
            long first = index * 29;
            Results[first + 0] = GpuMath.Add(x, y);
            Results[first + 1] = GpuMath.Subtract(x, y);
            Results[first + 2] = GpuMath.Multiply(x, y);
            Results[first + 3] = GpuMath.Divide(x, y);
            Results[first + 4] = GpuMath.Remainder(x, y);
            Results[first + 5] = GpuMath.FusedMultiplyAdd(x, y, z);
            Results[first + 6] = MathF.FusedMultiplyAdd(x, y, z);
            Results[first + 7] = GpuMath.Add(GpuMath.Multiply(x, y), z);
            Results[first + 8] = (x * y) + z;
            Results[first + 9] = z - (x * y);
            Results[first + 10] = GpuMath.Add(GpuMath.Add(x, 1f), 1e-8f);
            Results[first + 11] = GpuMath.Multiply(GpuMath.Multiply(x, 0.1f), 3f);
            Results[first + 12] = GpuMath.Add(x, 0f);
            Results[first + 13] = GpuMath.Subtract(0f, x);
            Results[first + 14] = GpuMath.Min(x, y);
            Results[first + 15] = GpuMath.Max(x, y);
            Results[first + 16] = GpuMath.Min(x, -0f);
            Results[first + 17] = GpuMath.Abs(x);
            Results[first + 18] = -x;
            Results[first + 19] = GpuMath.Sqrt(x);
            Results[first + 20] = GpuMath.Floor(x);
            Results[first + 21] = GpuMath.Ceiling(x);
            Results[first + 22] = GpuMath.Truncate(x);
            Results[first + 23] = GpuMath.Round(x);
            Results[first + 24] = GpuMath.Less(x, y) ? 1f : 2f;
            Results[first + 25] = !GpuMath.Less(x, y) ? 1f : 2f;
            Results[first + 26] = GpuMath.LessOrEqual(x, y) ? 1f : 2f;
            Results[first + 27] = GpuMath.Equal(x, y) ? 1f : 2f;
            Results[first + 28] = GpuMath.Less(0f, x) ? 1f : 2f;
        }
    }
}
