namespace Accel.Loops;

/// <summary>The arrays that the loops of TSVC work on.</summary>
public sealed class LoopData : SuiteData
{
    private readonly Random _random = new(20261127);

    /// <param name="length">Elements of the arrays of one dimension.</param>
    /// <param name="side">Rows and columns of the matrices; no more than <paramref name="length"/>.</param>
    public LoopData(int length, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, side);
        (Length, Side) = (length, side);
        (A, B, C, D, E, X) = (Signed(length), Signed(length), Signed(length), Signed(length), Signed(length), Signed(length));
        Positive = [.. D.Select(MathF.Abs)];
        Negative = [.. E.Select(value => -MathF.Abs(value))];
        (AA, BB, CC) = (Matrix(), Matrix(), Matrix());

        // Some loops go a little further than the other arrays do, some along a diagonal.
        Flat = Signed(Math.Max(length + 80, (side * side) + side));
        Ip = [.. Enumerable.Range(0, length)];
        _random.Shuffle(Ip);
        Columns = [.. Ip.Where(index => index < side)];
        Which = [.. Enumerable.Range(0, length).Select(_ => _random.Next(1, 5))];
    }

    /// <summary>Elements of the arrays of one dimension.</summary>
    public int Length { get; }

    /// <summary>Rows and columns of the matrices.</summary>
    public int Side { get; }

    /// <summary>Of either sign, at most 1.</summary>
    public float[] A { get; }

    /// <inheritdoc cref="A"/>
    public float[] B { get; }

    /// <inheritdoc cref="A"/>
    public float[] C { get; }

    /// <inheritdoc cref="A"/>
    public float[] D { get; }

    /// <inheritdoc cref="A"/>
    public float[] E { get; }

    /// <inheritdoc cref="A"/>
    public float[] X { get; }

    /// <summary>As <see cref="D"/>, without signs.</summary>
    public float[] Positive { get; }

    /// <summary>As <see cref="E"/>, never positive.</summary>
    public float[] Negative { get; }

    /// <inheritdoc cref="A"/>
    public float[,] AA { get; }

    /// <inheritdoc cref="A"/>
    public float[,] BB { get; }

    /// <inheritdoc cref="A"/>
    public float[,] CC { get; }

    /// <summary>At least a matrix and a row, and 80 elements more than <see cref="A"/>.</summary>
    public float[] Flat { get; }

    /// <summary>Each index of <see cref="A"/> once, in random order.</summary>
    public int[] Ip { get; }

    /// <summary>Each column of <see cref="AA"/> once, in random order.</summary>
    public int[] Columns { get; }

    /// <summary>1 to 4.</summary>
    public int[] Which { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Changeable => [A, B, C, D, E, X, Positive, Negative, Flat, AA, BB, CC];

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Constant => [Ip, Columns, Which];

    private float[] Signed(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * _random.NextDouble()) - 1))];

    private float[,] Matrix()
    {
        float[,] matrix = new float[Side, Side];
        for (int i = 0; i < Side; i++)
        {
            for (int j = 0; j < Side; j++)
            {
                matrix[i, j] = (float)((2 * _random.NextDouble()) - 1);
            }
        }

        return matrix;
    }
}
