namespace Accel.Gpu.Tests.Kernels;

/// <summary>Integers, bools and conversions in kernels against C# on the CPU.</summary>
public class IntegerTests
{
    private const int Count = 5_000;

    private static readonly string[] Names =
    [
        "int +",
        "int -",
        "int *",
        "int wraps past the largest",
        "int negate",
        "int / 4",
        "int / 7",
        "int % 8",
        "int % 10",
        "int shift left",
        "int shift right",
        "int shift right logical",
        "int shift by constant",
        "int &",
        "int |",
        "int ^",
        "int not",
        "int <",
        "int >=",
        "int ==",
        "int min",
        "int max",
        "int to sbyte",
        "int to byte",
        "int to short",
        "int to ushort",
        "int to int",
        "int to uint",
        "int to long",
        "int to ulong",
        "int to float",
        "int to double",
        "long +",
        "long -",
        "long *",
        "long wraps past the largest",
        "long negate",
        "long / 4",
        "long / 7",
        "long % 8",
        "long % 10",
        "long shift left",
        "long shift right",
        "long shift right logical",
        "long shift by constant",
        "long &",
        "long |",
        "long ^",
        "long not",
        "long <",
        "long >=",
        "long ==",
        "long min",
        "long max",
        "long to sbyte",
        "long to byte",
        "long to short",
        "long to ushort",
        "long to int",
        "long to uint",
        "long to long",
        "long to ulong",
        "long to float",
        "long to double",
        "uint +",
        "uint -",
        "uint *",
        "uint wraps past the largest",
        "uint / 4",
        "uint / 7",
        "uint % 8",
        "uint % 10",
        "uint shift left",
        "uint shift right",
        "uint shift right logical",
        "uint shift by constant",
        "uint &",
        "uint |",
        "uint ^",
        "uint not",
        "uint <",
        "uint >=",
        "uint ==",
        "uint min",
        "uint max",
        "uint to sbyte",
        "uint to byte",
        "uint to short",
        "uint to ushort",
        "uint to int",
        "uint to uint",
        "uint to long",
        "uint to ulong",
        "uint to float",
        "uint to double",
        "ulong +",
        "ulong -",
        "ulong *",
        "ulong wraps past the largest",
        "ulong / 4",
        "ulong / 7",
        "ulong % 8",
        "ulong % 10",
        "ulong shift left",
        "ulong shift right",
        "ulong shift right logical",
        "ulong shift by constant",
        "ulong &",
        "ulong |",
        "ulong ^",
        "ulong not",
        "ulong <",
        "ulong >=",
        "ulong ==",
        "ulong min",
        "ulong max",
        "ulong to sbyte",
        "ulong to byte",
        "ulong to short",
        "ulong to ushort",
        "ulong to int",
        "ulong to uint",
        "ulong to long",
        "ulong to ulong",
        "ulong to float",
        "ulong to double",
        "sbyte +",
        "sbyte *",
        "sbyte >>",
        "sbyte <<",
        "sbyte <",
        "sbyte to float",
        "byte +",
        "byte *",
        "byte >>",
        "byte <<",
        "byte <",
        "byte to float",
        "short +",
        "short *",
        "short >>",
        "short <<",
        "short <",
        "short to float",
        "ushort +",
        "ushort *",
        "ushort >>",
        "ushort <<",
        "ushort <",
        "ushort to float",
        "float to int",
        "float to uint",
        "float to long",
        "float to ulong",
        "float to sbyte",
        "float to byte",
        "float to short",
        "float to ushort",
        "double to int",
        "double to uint",
        "double to long",
        "double to ulong",
        "double to sbyte",
        "double to byte",
        "double to short",
        "double to ushort",
        "double to float",
        "float to double",
        "bool and",
        "bool or",
    ];

    [Fact]
    public void EqualsTheCpu()
    {
        long[] x = Integers(1);
        long[] y = Integers(2);
        long[] z = [.. FloatBits.Doubles(Count, 3).Zip(FloatBits.Singles(Count, 4), (wide, narrow) => BitConverter.DoubleToInt64Bits(wide + (0 * narrow)))];
        long[] actual = DeviceRun.Map<long, Body>(x, y, z, Names.Length, (vx, vy, vz, results) => new Body { X = vx, Y = vy, Z = vz, Results = results });

        for (int n = 0; n < Count; n++)
        {
            long[] expected = Expected(x[n], y[n], BitConverter.Int64BitsToDouble(z[n]));
            for (int k = 0; k < Names.Length; k++)
            {
                long result = actual[(n * Names.Length) + k];
                Assert.True(expected[k] == result, $"{Names[k]} of {x[n]}, {y[n]}, {BitConverter.Int64BitsToDouble(z[n]):R}: {result} and not {expected[k]}");
            }
        }
    }

    [Fact]
    public void CompilesToPtx() => PtxAssert.IsExact<Body>();

    private static long[] Integers(int seed)
    {
        var random = new Random(seed);
        long[] special = [0, 1, -1, 2, 7, -8, 255, 256, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 16777217, 9007199791611905];
        return [.. Enumerable.Range(0, Count).Select(i => i % 3 == 0 ? special[random.Next(special.Length)] : random.NextInt64(long.MinValue, long.MaxValue))];
    }

    private static long[] Expected(long l, long l2, double d)
    {
        unchecked
        {
            int i = (int)l;
            int i2 = (int)l2;
            uint u = (uint)l;
            uint u2 = (uint)l2;
            ulong w = (ulong)l;
            ulong w2 = (ulong)l2;
            int s = (int)l2;
            float f = BitConverter.Int32BitsToSingle((int)(BitConverter.DoubleToInt64Bits(d) >> 29));
            return
            [
                (long)(i + i2),
                (long)(i - i2),
                (long)(i * i2),
                (i + 1) > i ? 1 : 0,
                -i,
                (long)(i / 4),
                (long)(i / 7),
                (long)(i % 8),
                (long)(i % 10),
                (long)(i << s),
                (long)(i >> s),
                (long)(i >>> s),
                (long)(i >> 3),
                (long)(i & i2),
                (long)(i | i2),
                (long)(i ^ i2),
                (long)(~i),
                i < i2 ? 1 : 0,
                i >= i2 ? 1 : 0,
                (i == i2) ^ (i < 5) ? 1 : 0,
                (long)Math.Min(i, i2),
                (long)Math.Max(i, i2),
                (long)(sbyte)i,
                (long)(byte)i,
                (long)(short)i,
                (long)(ushort)i,
                (long)(int)i,
                (long)(uint)i,
                (long)(long)i,
                (long)(ulong)i,
                BitConverter.SingleToInt32Bits((float)i),
                BitConverter.DoubleToInt64Bits((double)i),
                (long)(l + l2),
                (long)(l - l2),
                (long)(l * l2),
                (l + 1) > l ? 1 : 0,
                -l,
                (long)(l / 4),
                (long)(l / 7),
                (long)(l % 8),
                (long)(l % 10),
                (long)(l << s),
                (long)(l >> s),
                (long)(l >>> s),
                (long)(l >> 3),
                (long)(l & l2),
                (long)(l | l2),
                (long)(l ^ l2),
                (long)(~l),
                l < l2 ? 1 : 0,
                l >= l2 ? 1 : 0,
                (l == l2) ^ (l < 5) ? 1 : 0,
                (long)Math.Min(l, l2),
                (long)Math.Max(l, l2),
                (long)(sbyte)l,
                (long)(byte)l,
                (long)(short)l,
                (long)(ushort)l,
                (long)(int)l,
                (long)(uint)l,
                (long)(long)l,
                (long)(ulong)l,
                BitConverter.SingleToInt32Bits((float)l),
                BitConverter.DoubleToInt64Bits((double)l),
                (long)(u + u2),
                (long)(u - u2),
                (long)(u * u2),
                (u + 1) > u ? 1 : 0,
                (long)(u / 4),
                (long)(u / 7),
                (long)(u % 8),
                (long)(u % 10),
                (long)(u << s),
                (long)(u >> s),
                (long)(u >>> s),
                (long)(u >> 3),
                (long)(u & u2),
                (long)(u | u2),
                (long)(u ^ u2),
                (long)(~u),
                u < u2 ? 1 : 0,
                u >= u2 ? 1 : 0,
                (u == u2) ^ (u < 5) ? 1 : 0,
                (long)Math.Min(u, u2),
                (long)Math.Max(u, u2),
                (long)(sbyte)u,
                (long)(byte)u,
                (long)(short)u,
                (long)(ushort)u,
                (long)(int)u,
                (long)(uint)u,
                (long)(long)u,
                (long)(ulong)u,
                BitConverter.SingleToInt32Bits((float)u),
                BitConverter.DoubleToInt64Bits((double)u),
                (long)(w + w2),
                (long)(w - w2),
                (long)(w * w2),
                (w + 1) > w ? 1 : 0,
                (long)(w / 4),
                (long)(w / 7),
                (long)(w % 8),
                (long)(w % 10),
                (long)(w << s),
                (long)(w >> s),
                (long)(w >>> s),
                (long)(w >> 3),
                (long)(w & w2),
                (long)(w | w2),
                (long)(w ^ w2),
                (long)(~w),
                w < w2 ? 1 : 0,
                w >= w2 ? 1 : 0,
                (w == w2) ^ (w < 5) ? 1 : 0,
                (long)Math.Min(w, w2),
                (long)Math.Max(w, w2),
                (long)(sbyte)w,
                (long)(byte)w,
                (long)(short)w,
                (long)(ushort)w,
                (long)(int)w,
                (long)(uint)w,
                (long)(long)w,
                (long)(ulong)w,
                BitConverter.SingleToInt32Bits((float)w),
                BitConverter.DoubleToInt64Bits((double)w),
                (long)(sbyte)((sbyte)i + (sbyte)i2),
                (long)(sbyte)((sbyte)i * (sbyte)i2),
                (long)(sbyte)((sbyte)i >> (s & 7)),
                (long)(sbyte)((sbyte)i << (s & 7)),
                (sbyte)i < (sbyte)i2 ? 1 : 0,
                BitConverter.SingleToInt32Bits((sbyte)i),
                (long)(byte)((byte)i + (byte)i2),
                (long)(byte)((byte)i * (byte)i2),
                (long)(byte)((byte)i >> (s & 7)),
                (long)(byte)((byte)i << (s & 7)),
                (byte)i < (byte)i2 ? 1 : 0,
                BitConverter.SingleToInt32Bits((byte)i),
                (long)(short)((short)i + (short)i2),
                (long)(short)((short)i * (short)i2),
                (long)(short)((short)i >> (s & 15)),
                (long)(short)((short)i << (s & 15)),
                (short)i < (short)i2 ? 1 : 0,
                BitConverter.SingleToInt32Bits((short)i),
                (long)(ushort)((ushort)i + (ushort)i2),
                (long)(ushort)((ushort)i * (ushort)i2),
                (long)(ushort)((ushort)i >> (s & 15)),
                (long)(ushort)((ushort)i << (s & 15)),
                (ushort)i < (ushort)i2 ? 1 : 0,
                BitConverter.SingleToInt32Bits((ushort)i),
                (long)(int)f,
                (long)(uint)f,
                (long)(long)f,
                (long)(ulong)f,
                (long)(sbyte)(int)f,
                (long)(byte)(int)f,
                (long)(short)(int)f,
                (long)(ushort)(int)f,
                (long)(int)d,
                (long)(uint)d,
                (long)(long)d,
                (long)(ulong)d,
                (long)(sbyte)(int)d,
                (long)(byte)(int)d,
                (long)(short)(int)d,
                (long)(ushort)(int)d,
                BitConverter.SingleToInt32Bits((float)d) & 0x7FBFFFFF,
                BitConverter.DoubleToInt64Bits(f) & 0x7FF7FFFFFFFFFFFF,
                (i < i2) & (l < l2) ? 1 : 0,
                (i < i2) | !(l < l2) ? 1 : 0,
            ];
        }
    }

    internal struct Body : IGpuKernel
    {
        public GpuView<long> X;
        public GpuView<long> Y;
        public GpuView<long> Z;
        public GpuView<long> Results;

        public readonly void Run(long index)
        {
            long l = X[index];
            long l2 = Y[index];
            double d = BitConverter.Int64BitsToDouble(Z[index]);
            int i = (int)l;
            int i2 = (int)l2;
            uint u = (uint)l;
            uint u2 = (uint)l2;
            ulong w = (ulong)l;
            ulong w2 = (ulong)l2;
            int s = (int)l2;
            float f = BitConverter.Int32BitsToSingle((int)(BitConverter.DoubleToInt64Bits(d) >> 29));
            long first = index * 170;
            Results[first + 0] = (long)(i + i2);
            Results[first + 1] = (long)(i - i2);
            Results[first + 2] = (long)(i * i2);
            Results[first + 3] = (i + 1) > i ? 1 : 0;
            Results[first + 4] = -i;
            Results[first + 5] = (long)GpuMath.Divide(i, 4);
            Results[first + 6] = (long)GpuMath.Divide(i, 7);
            Results[first + 7] = (long)GpuMath.Remainder(i, 8);
            Results[first + 8] = (long)GpuMath.Remainder(i, 10);
            Results[first + 9] = (long)(i << s);
            Results[first + 10] = (long)(i >> s);
            Results[first + 11] = (long)(i >>> s);
            Results[first + 12] = (long)(i >> 3);
            Results[first + 13] = (long)(i & i2);
            Results[first + 14] = (long)(i | i2);
            Results[first + 15] = (long)(i ^ i2);
            Results[first + 16] = (long)(~i);
            Results[first + 17] = i < i2 ? 1 : 0;
            Results[first + 18] = i >= i2 ? 1 : 0;
            Results[first + 19] = (i == i2) ^ (i < 5) ? 1 : 0;
            Results[first + 20] = (long)GpuMath.Min(i, i2);
            Results[first + 21] = (long)GpuMath.Max(i, i2);
            Results[first + 22] = GpuMath.ToInt64((sbyte)GpuMath.Low(i));
            Results[first + 23] = GpuMath.ToInt64((byte)GpuMath.Low(i));
            Results[first + 24] = GpuMath.ToInt64((short)GpuMath.Low(i));
            Results[first + 25] = GpuMath.ToInt64((ushort)GpuMath.Low(i));
            Results[first + 26] = GpuMath.ToInt64((int)i);
            Results[first + 27] = GpuMath.ToInt64((uint)i);
            Results[first + 28] = (long)GpuMath.ToInt64(i);
            Results[first + 29] = (long)(ulong)i;
            Results[first + 30] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle(i));
            Results[first + 31] = BitConverter.DoubleToInt64Bits(GpuMath.ToDouble(i));
            Results[first + 32] = (long)(l + l2);
            Results[first + 33] = (long)(l - l2);
            Results[first + 34] = (long)(l * l2);
            Results[first + 35] = (l + 1) > l ? 1 : 0;
            Results[first + 36] = -l;
            Results[first + 37] = (long)GpuMath.Divide(l, 4);
            Results[first + 38] = (long)GpuMath.Divide(l, 7);
            Results[first + 39] = (long)GpuMath.Remainder(l, 8);
            Results[first + 40] = (long)GpuMath.Remainder(l, 10);
            Results[first + 41] = (long)(l << s);
            Results[first + 42] = (long)(l >> s);
            Results[first + 43] = (long)(l >>> s);
            Results[first + 44] = (long)(l >> 3);
            Results[first + 45] = (long)(l & l2);
            Results[first + 46] = (long)(l | l2);
            Results[first + 47] = (long)(l ^ l2);
            Results[first + 48] = (long)(~l);
            Results[first + 49] = l < l2 ? 1 : 0;
            Results[first + 50] = l >= l2 ? 1 : 0;
            Results[first + 51] = (l == l2) ^ (l < 5) ? 1 : 0;
            Results[first + 52] = (long)GpuMath.Min(l, l2);
            Results[first + 53] = (long)GpuMath.Max(l, l2);
            Results[first + 54] = GpuMath.ToInt64((sbyte)GpuMath.Low(l));
            Results[first + 55] = GpuMath.ToInt64((byte)GpuMath.Low(l));
            Results[first + 56] = GpuMath.ToInt64((short)GpuMath.Low(l));
            Results[first + 57] = GpuMath.ToInt64((ushort)GpuMath.Low(l));
            Results[first + 58] = GpuMath.ToInt64((int)l);
            Results[first + 59] = GpuMath.ToInt64((uint)l);
            Results[first + 60] = (long)(long)l;
            Results[first + 61] = (long)(ulong)l;
            Results[first + 62] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle(l));
            Results[first + 63] = BitConverter.DoubleToInt64Bits(GpuMath.ToDouble(l));
            Results[first + 64] = GpuMath.ToInt64((u + u2));
            Results[first + 65] = GpuMath.ToInt64((u - u2));
            Results[first + 66] = GpuMath.ToInt64((u * u2));
            Results[first + 67] = (u + 1) > u ? 1 : 0;
            Results[first + 68] = GpuMath.ToInt64(GpuMath.Divide(u, 4));
            Results[first + 69] = GpuMath.ToInt64(GpuMath.Divide(u, 7));
            Results[first + 70] = GpuMath.ToInt64(GpuMath.Remainder(u, 8));
            Results[first + 71] = GpuMath.ToInt64(GpuMath.Remainder(u, 10));
            Results[first + 72] = GpuMath.ToInt64((u << s));
            Results[first + 73] = GpuMath.ToInt64((u >> s));
            Results[first + 74] = GpuMath.ToInt64((u >>> s));
            Results[first + 75] = GpuMath.ToInt64((u >> 3));
            Results[first + 76] = GpuMath.ToInt64((u & u2));
            Results[first + 77] = GpuMath.ToInt64((u | u2));
            Results[first + 78] = GpuMath.ToInt64((u ^ u2));
            Results[first + 79] = GpuMath.ToInt64((~u));
            Results[first + 80] = u < u2 ? 1 : 0;
            Results[first + 81] = u >= u2 ? 1 : 0;
            Results[first + 82] = (u == u2) ^ (u < 5) ? 1 : 0;
            Results[first + 83] = GpuMath.ToInt64(GpuMath.Min(u, u2));
            Results[first + 84] = GpuMath.ToInt64(GpuMath.Max(u, u2));
            Results[first + 85] = GpuMath.ToInt64((sbyte)GpuMath.Low(u));
            Results[first + 86] = GpuMath.ToInt64((byte)GpuMath.Low(u));
            Results[first + 87] = GpuMath.ToInt64((short)GpuMath.Low(u));
            Results[first + 88] = GpuMath.ToInt64((ushort)GpuMath.Low(u));
            Results[first + 89] = GpuMath.ToInt64((int)u);
            Results[first + 90] = GpuMath.ToInt64((uint)u);
            Results[first + 91] = (long)(long)GpuMath.ToInt64(u);
            Results[first + 92] = (long)(ulong)GpuMath.ToInt64(u);
            Results[first + 93] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle(u));
            Results[first + 94] = BitConverter.DoubleToInt64Bits(GpuMath.ToDouble(u));
            Results[first + 95] = (long)(w + w2);
            Results[first + 96] = (long)(w - w2);
            Results[first + 97] = (long)(w * w2);
            Results[first + 98] = (w + 1) > w ? 1 : 0;
            Results[first + 99] = (long)GpuMath.Divide(w, 4);
            Results[first + 100] = (long)GpuMath.Divide(w, 7);
            Results[first + 101] = (long)GpuMath.Remainder(w, 8);
            Results[first + 102] = (long)GpuMath.Remainder(w, 10);
            Results[first + 103] = (long)(w << s);
            Results[first + 104] = (long)(w >> s);
            Results[first + 105] = (long)(w >>> s);
            Results[first + 106] = (long)(w >> 3);
            Results[first + 107] = (long)(w & w2);
            Results[first + 108] = (long)(w | w2);
            Results[first + 109] = (long)(w ^ w2);
            Results[first + 110] = (long)(~w);
            Results[first + 111] = w < w2 ? 1 : 0;
            Results[first + 112] = w >= w2 ? 1 : 0;
            Results[first + 113] = (w == w2) ^ (w < 5) ? 1 : 0;
            Results[first + 114] = (long)GpuMath.Min(w, w2);
            Results[first + 115] = (long)GpuMath.Max(w, w2);
            Results[first + 116] = GpuMath.ToInt64((sbyte)GpuMath.Low(w));
            Results[first + 117] = GpuMath.ToInt64((byte)GpuMath.Low(w));
            Results[first + 118] = GpuMath.ToInt64((short)GpuMath.Low(w));
            Results[first + 119] = GpuMath.ToInt64((ushort)GpuMath.Low(w));
            Results[first + 120] = GpuMath.ToInt64((int)w);
            Results[first + 121] = GpuMath.ToInt64((uint)w);
            Results[first + 122] = (long)(long)w;
            Results[first + 123] = (long)(ulong)w;
            Results[first + 124] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle(w));
            Results[first + 125] = BitConverter.DoubleToInt64Bits(GpuMath.ToDouble(w));
            Results[first + 126] = (long)(sbyte)((sbyte)GpuMath.Low(i) + (sbyte)GpuMath.Low(i2));
            Results[first + 127] = (long)(sbyte)((sbyte)GpuMath.Low(i) * (sbyte)GpuMath.Low(i2));
            Results[first + 128] = (long)(sbyte)((sbyte)GpuMath.Low(i) >> (s & 7));
            Results[first + 129] = (long)(sbyte)((sbyte)GpuMath.Low(i) << (s & 7));
            Results[first + 130] = (sbyte)GpuMath.Low(i) < (sbyte)GpuMath.Low(i2) ? 1 : 0;
            Results[first + 131] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle((sbyte)GpuMath.Low(i)));
            Results[first + 132] = (long)(byte)((byte)GpuMath.Low(i) + (byte)GpuMath.Low(i2));
            Results[first + 133] = (long)(byte)((byte)GpuMath.Low(i) * (byte)GpuMath.Low(i2));
            Results[first + 134] = (long)(byte)((byte)GpuMath.Low(i) >> (s & 7));
            Results[first + 135] = (long)(byte)((byte)GpuMath.Low(i) << (s & 7));
            Results[first + 136] = (byte)GpuMath.Low(i) < (byte)GpuMath.Low(i2) ? 1 : 0;
            Results[first + 137] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle((byte)GpuMath.Low(i)));
            Results[first + 138] = (long)(short)((short)GpuMath.Low(i) + (short)GpuMath.Low(i2));
            Results[first + 139] = (long)(short)((short)GpuMath.Low(i) * (short)GpuMath.Low(i2));
            Results[first + 140] = (long)(short)((short)GpuMath.Low(i) >> (s & 15));
            Results[first + 141] = (long)(short)((short)GpuMath.Low(i) << (s & 15));
            Results[first + 142] = (short)GpuMath.Low(i) < (short)GpuMath.Low(i2) ? 1 : 0;
            Results[first + 143] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle((short)GpuMath.Low(i)));
            Results[first + 144] = (long)(ushort)((ushort)GpuMath.Low(i) + (ushort)GpuMath.Low(i2));
            Results[first + 145] = (long)(ushort)((ushort)GpuMath.Low(i) * (ushort)GpuMath.Low(i2));
            Results[first + 146] = (long)(ushort)((ushort)GpuMath.Low(i) >> (s & 15));
            Results[first + 147] = (long)(ushort)((ushort)GpuMath.Low(i) << (s & 15));
            Results[first + 148] = (ushort)GpuMath.Low(i) < (ushort)GpuMath.Low(i2) ? 1 : 0;
            Results[first + 149] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle((ushort)GpuMath.Low(i)));
            Results[first + 150] = (long)GpuMath.ToInt32(f);
            Results[first + 151] = GpuMath.ToInt64(GpuMath.ToUInt32(f));
            Results[first + 152] = (long)GpuMath.ToInt64(f);
            Results[first + 153] = (long)GpuMath.ToUInt64(f);
            Results[first + 154] = (long)(sbyte)GpuMath.Low(GpuMath.ToInt32(f));
            Results[first + 155] = (long)(byte)GpuMath.Low(GpuMath.ToInt32(f));
            Results[first + 156] = (long)(short)GpuMath.Low(GpuMath.ToInt32(f));
            Results[first + 157] = (long)(ushort)GpuMath.Low(GpuMath.ToInt32(f));
            Results[first + 158] = (long)GpuMath.ToInt32(d);
            Results[first + 159] = GpuMath.ToInt64(GpuMath.ToUInt32(d));
            Results[first + 160] = (long)GpuMath.ToInt64(d);
            Results[first + 161] = (long)GpuMath.ToUInt64(d);
            Results[first + 162] = (long)(sbyte)GpuMath.Low(GpuMath.ToInt32(d));
            Results[first + 163] = (long)(byte)GpuMath.Low(GpuMath.ToInt32(d));
            Results[first + 164] = (long)(short)GpuMath.Low(GpuMath.ToInt32(d));
            Results[first + 165] = (long)(ushort)GpuMath.Low(GpuMath.ToInt32(d));
            Results[first + 166] = BitConverter.SingleToInt32Bits(GpuMath.ToSingle(d)) & 0x7FBFFFFF;
            Results[first + 167] = BitConverter.DoubleToInt64Bits(GpuMath.ToDouble(f)) & 0x7FF7FFFFFFFFFFFF;
            Results[first + 168] = (i < i2) & (l < l2) ? 1 : 0;
            Results[first + 169] = (i < i2) | !(l < l2) ? 1 : 0;
        }
    }
}
