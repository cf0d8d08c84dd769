namespace Accel.Kernels.Tests.Kernels;

/// <summary>Numbers of a primary constructor, and fields beside them.</summary>
internal record struct Listed(int Id, short Level)
{
    public double Value = 0;
    public byte Rank = 0;
}

/// <summary>Fields and properties in turns.</summary>
internal struct Woven(int count, double value)
{
    public byte First = 1;

    public int Count { get; set; } = count;

    public short Second = 2;

    public double Value { get; } = value;

    public byte Third;
}

/// <summary>A pair with a place between its numbers.</summary>
internal struct Small
{
    public byte Low;
    public short High;
}

/// <summary>Structs in a struct, with places between them.</summary>
internal struct Nested
{
    public byte First;
    public Small Pair;
    public double Value;
    public Small Other;
    public bool IsSet;
}

/// <summary>A generic struct.</summary>
internal struct Couple<T1, T2>
{
    public T1 One;
    public T2 Two;
    public byte Three;
}

internal enum Mark : byte
{
    None,
    Some,
}

/// <summary>Numbers that the compiler has other types for.</summary>
internal struct Renamed
{
    public Mark Mark;
    public char Letter;
    public long Count;
    public Half Share;
    public Mark Last;
}

/// <summary>A weighted sum of the numbers of a struct, so that each that is read at a wrong place shows.</summary>
internal static partial class LayoutKernels
{
    [Kernel]
    public static void OfListed(ReadOnlySpan<Listed> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i].Id * 3) + (x[i].Value * 5) + (x[i].Rank * 7) + (x[i].Level * 11);
        }
    }

    [Kernel]
    public static void OfWoven(ReadOnlySpan<Woven> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i].Count * 3) + (x[i].Value * 5) + (x[i].First * 7) + (x[i].Second * 11) + (x[i].Third * 13);
        }
    }

    [Kernel]
    public static void OfNested(ReadOnlySpan<Nested> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i].First * 3) + (x[i].Pair.Low * 5) + (x[i].Pair.High * 7) + (x[i].Value * 11) + (x[i].Other.Low * 13) + (x[i].Other.High * 17) + (x[i].IsSet ? 19 : 0);
        }
    }

    [Kernel]
    public static void OfCouple(ReadOnlySpan<Couple<int, double>> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i].One * 3) + (x[i].Two * 5) + (x[i].Three * 7);
        }
    }

    [Kernel]
    public static void OfRenamed(ReadOnlySpan<Renamed> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = ((int)x[i].Mark * 3) + (x[i].Letter * 5) + (x[i].Count * 7) + ((double)x[i].Share * 11) + ((int)x[i].Last * 13);
        }
    }

    [Kernel]
    public static void OfTuples(ReadOnlySpan<(byte A, (short B, double C) D, int E, bool F, (float G, byte H) I)> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i].A * 3) + (x[i].D.B * 5) + (x[i].D.C * 7) + (x[i].E * 11) + (x[i].F ? 13 : 0) + (x[i].I.G * 17) + (x[i].I.H * 19);
        }
    }
}
