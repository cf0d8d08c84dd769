namespace Accel.Loops.Spans;

/// <summary>The arrays that the loops over spans work on.</summary>
public sealed class SpanData : SuiteData
{
    private readonly Random _random = new(20261129);

    /// <param name="length">Elements of the arrays of one dimension; at least 100.</param>
    /// <param name="side">Rows and columns of the matrices.</param>
    public SpanData(int length, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, side);
        (Length, Side) = (length, side);
        FlatSide = int.Min(side, (int)Math.Sqrt(length));
        (A, B, C, D) = (Floats(), Floats(), Floats(), Floats());
        (X, Y, Z) = (Doubles(), Doubles(), Doubles());
        (I, J, K) = (Integers(), Integers(), Integers());
        (S, U) = ([.. Integers().Select(value => (short)value)], [.. Integers().Select(value => (short)value)]);
        (P, Q, R, T) = (Bytes(), Bytes(), Bytes(), Bytes());
        (M, N, O) = (Matrix(), Matrix(), Matrix());
        Counts = new int[256];
        Index = [.. Enumerable.Range(0, length)];
        _random.Shuffle(Index);
    }

    /// <summary>Elements of the arrays of one dimension.</summary>
    public int Length { get; }

    /// <summary>Rows and columns of the matrices.</summary>
    public int Side { get; }

    /// <summary>Rows and columns of a matrix that lies in an array of one dimension.</summary>
    public int FlatSide { get; }

    /// <summary>Of either sign, at most 1.</summary>
    public float[] A { get; }

    /// <inheritdoc cref="A"/>
    public float[] B { get; }

    /// <inheritdoc cref="A"/>
    public float[] C { get; }

    /// <inheritdoc cref="A"/>
    public float[] D { get; }

    /// <inheritdoc cref="A"/>
    public double[] X { get; }

    /// <inheritdoc cref="A"/>
    public double[] Y { get; }

    /// <inheritdoc cref="A"/>
    public double[] Z { get; }

    /// <summary>Of either sign, below 2^20.</summary>
    public int[] I { get; }

    /// <inheritdoc cref="I"/>
    public int[] J { get; }

    /// <inheritdoc cref="I"/>
    public int[] K { get; }

    /// <summary>Any.</summary>
    public short[] S { get; }

    /// <inheritdoc cref="S"/>
    public short[] U { get; }

    /// <inheritdoc cref="S"/>
    public byte[] P { get; }

    /// <inheritdoc cref="S"/>
    public byte[] Q { get; }

    /// <inheritdoc cref="S"/>
    public byte[] R { get; }

    /// <inheritdoc cref="S"/>
    public byte[] T { get; }

    /// <inheritdoc cref="A"/>
    public float[,] M { get; }

    /// <inheritdoc cref="A"/>
    public float[,] N { get; }

    /// <inheritdoc cref="A"/>
    public float[,] O { get; }

    /// <summary>256 zeros.</summary>
    public int[] Counts { get; }

    /// <summary>Each index of <see cref="A"/> once, in random order.</summary>
    public int[] Index { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Changeable => [A, B, C, D, X, Y, Z, I, J, K, S, U, P, Q, R, T, M, N, O, Counts];

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Constant => [Index];

    private float Next() => (float)((2 * _random.NextDouble()) - 1);

    private float[] Floats() => [.. Enumerable.Range(0, Length).Select(_ => Next())];

    private double[] Doubles() => [.. Enumerable.Range(0, Length).Select(_ => (2 * _random.NextDouble()) - 1)];

    private int[] Integers() => [.. Enumerable.Range(0, Length).Select(_ => _random.Next(-(1 << 20), 1 << 20))];

    private byte[] Bytes()
    {
        byte[] bytes = new byte[Length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private float[,] Matrix()
    {
        float[,] matrix = new float[Side, Side];
        for (int i = 0; i < Side; i++)
        {
            for (int j = 0; j < Side; j++)
            {
                matrix[i, j] = Next();
            }
        }

        return matrix;
    }
}
