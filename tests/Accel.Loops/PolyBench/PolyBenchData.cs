namespace Accel.Loops.PolyBench;

/// <summary>The matrices and vectors that the nests of PolyBench work on.</summary>
public sealed class PolyBenchData : SuiteData
{
    private readonly Random _random = new(20261128);

    /// <param name="side">Rows and columns of the matrices, elements of the vectors.</param>
    public PolyBenchData(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 4);
        Side = side;
        (A, B, C, D, E, F, G) = (Matrix(side), Matrix(side), Matrix(side), Matrix(side), Matrix(side), Matrix(side), Matrix(side));
        Definite = Matrix(side);
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Definite[i, j] = Definite[j, i];
            }

            Definite[i, i] = side;
        }

        (S, T, U, V, W, X, Y, Z) = (Vector(side), Vector(side), Vector(side), Vector(side), Vector(side), Vector(side), Vector(side), Vector(side));
        Correlations = [.. Enumerable.Range(1, side).Select(distance => 0.3 / distance)];
        CubeSide = int.Min(side, 40);
        int points = CubeSide * CubeSide * CubeSide;
        (Cube, OtherCube) = (Vector(points), Vector(points));
        Small = Matrix(CubeSide);
        Bases = [.. Enumerable.Range(0, side).Select(_ => _random.Next(0, 4))];
        Table = new int[side, side];
    }

    /// <summary>Rows and columns of the matrices, elements of the vectors.</summary>
    public int Side { get; }

    /// <summary>Between 0.1 and 1.</summary>
    public double[,] A { get; }

    /// <inheritdoc cref="A"/>
    public double[,] B { get; }

    /// <inheritdoc cref="A"/>
    public double[,] C { get; }

    /// <inheritdoc cref="A"/>
    public double[,] D { get; }

    /// <inheritdoc cref="A"/>
    public double[,] E { get; }

    /// <inheritdoc cref="A"/>
    public double[,] F { get; }

    /// <inheritdoc cref="A"/>
    public double[,] G { get; }

    /// <summary>Symmetric and positive definite.</summary>
    public double[,] Definite { get; }

    /// <inheritdoc cref="A"/>
    public double[] S { get; }

    /// <inheritdoc cref="A"/>
    public double[] T { get; }

    /// <inheritdoc cref="A"/>
    public double[] U { get; }

    /// <inheritdoc cref="A"/>
    public double[] V { get; }

    /// <inheritdoc cref="A"/>
    public double[] W { get; }

    /// <inheritdoc cref="A"/>
    public double[] X { get; }

    /// <inheritdoc cref="A"/>
    public double[] Y { get; }

    /// <inheritdoc cref="A"/>
    public double[] Z { get; }

    /// <summary>Small, so that the equations of Durbin are well conditioned.</summary>
    public double[] Correlations { get; }

    /// <summary>Points along one side of the cubes.</summary>
    public int CubeSide { get; }

    /// <summary>A cube of <see cref="CubeSide"/> points to a side.</summary>
    public double[] Cube { get; }

    /// <inheritdoc cref="Cube"/>
    public double[] OtherCube { get; }

    /// <summary>As many rows and columns as <see cref="CubeSide"/>.</summary>
    public double[,] Small { get; }

    /// <summary>0 to 3.</summary>
    public int[] Bases { get; }

    /// <summary>Zeros.</summary>
    public int[,] Table { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Changeable => [A, B, C, D, E, F, G, Definite, S, T, U, V, W, X, Y, Z, Cube, OtherCube, Table];

    /// <inheritdoc/>
    public override IReadOnlyList<Array> Constant => [Small, Bases, Correlations];

    private double Next() => 0.1 + (0.9 * _random.NextDouble());

    private double[] Vector(int length) => [.. Enumerable.Range(0, length).Select(_ => Next())];

    private double[,] Matrix(int side)
    {
        double[,] matrix = new double[side, side];
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < side; j++)
            {
                matrix[i, j] = Next();
            }
        }

        return matrix;
    }
}
