namespace Accel.Loops.PolyBench;

/// <summary>
/// The 30 nests of PolyBench (Pouchet and Yuki, version 4.2), written from what each of them computes in ordinary C#: spans for vectors,
/// <c>double[,]</c> for matrices, flat spans for cubes.
/// </summary>
public static class PolyBenchSuite
{
    private const double Alpha = 1.5;
    private const double Beta = 1.2;
    private const int Steps = 3;

    /// <summary>The nests, in the order of the suite's lists.</summary>
    public static IReadOnlyList<SuiteLoop> Loops { get; } =
    [
        Nest(nameof(DataMining.Correlation), d => DataMining.Correlation(d.A, d.B, d.X, d.Y)),
        Nest(nameof(DataMining.Covariance), d => DataMining.Covariance(d.A, d.B, d.X)),
        Nest(nameof(Blas.Gemm), d => Blas.Gemm(Alpha, Beta, d.C, d.A, d.B)),
        Nest(nameof(Blas.Gemver), d => Blas.Gemver(Alpha, Beta, d.A, d.U, d.V, d.S, d.T, d.W, d.X, d.Y, d.Z)),
        Nest(nameof(Blas.Gesummv), d => Blas.Gesummv(Alpha, Beta, d.A, d.B, d.X, d.Y, d.Z)),
        Nest(nameof(Blas.Symm), d => Blas.Symm(Alpha, Beta, d.C, d.A, d.B)),
        Nest(nameof(Blas.Syr2k), d => Blas.Syr2k(Alpha, Beta, d.C, d.A, d.B)),
        Nest(nameof(Blas.Syrk), d => Blas.Syrk(Alpha, Beta, d.C, d.A)),
        Nest(nameof(Blas.Trmm), d => Blas.Trmm(Alpha, d.A, d.B)),
        Nest(nameof(LinearAlgebra.TwoMm), d => LinearAlgebra.TwoMm(Alpha, Beta, d.E, d.A, d.B, d.C, d.D)),
        Nest(nameof(LinearAlgebra.ThreeMm), d => LinearAlgebra.ThreeMm(d.E, d.A, d.B, d.F, d.C, d.D, d.G)),
        Nest(nameof(LinearAlgebra.Atax), d => LinearAlgebra.Atax(d.A, d.X, d.Y, d.Z)),
        Nest(nameof(LinearAlgebra.Bicg), d => LinearAlgebra.Bicg(d.A, d.V, d.W, d.X, d.Y)),
        Nest(nameof(LinearAlgebra.Doitgen), d => LinearAlgebra.Doitgen(d.Cube, d.Small, d.X)),
        Nest(nameof(LinearAlgebra.Mvt), d => LinearAlgebra.Mvt(d.V, d.W, d.X, d.Y, d.A)),
        Nest(nameof(Solvers.Cholesky), d => Solvers.Cholesky(d.Definite)),
        Nest(nameof(Solvers.Durbin), d => Solvers.Durbin(d.Correlations, d.Y, d.Z)),
        Nest(nameof(Solvers.GramSchmidt), d => Solvers.GramSchmidt(d.Definite, d.B, d.C)),
        Nest(nameof(Solvers.Lu), d => Solvers.Lu(d.Definite)),
        Nest(nameof(Solvers.Ludcmp), d => Solvers.Ludcmp(d.Definite, d.X, d.Y, d.Z)),
        Nest(nameof(Solvers.Trisolv), d => Solvers.Trisolv(d.Definite, d.X, d.Y)),
        Nest(nameof(DataMining.Deriche), d => DataMining.Deriche(d.A, d.B, d.C, d.D)),
        Nest(nameof(DataMining.FloydWarshall), d => DataMining.FloydWarshall(d.A)),
        Nest(nameof(DataMining.Nussinov), d => DataMining.Nussinov(d.Bases, d.Table)),
        Nest(nameof(Stencils.Adi), d => Stencils.Adi(Steps, d.A, d.B, d.C, d.D)),
        Nest(nameof(Stencils.Fdtd2d), d => Stencils.Fdtd2d(Steps, d.A, d.B, d.C, d.X)),
        Nest(nameof(Stencils.Heat3d), d => Stencils.Heat3d(Steps, d.CubeSide, d.Cube, d.OtherCube)),
        Nest(nameof(Stencils.Jacobi1d), d => Stencils.Jacobi1d(Steps, d.X, d.Y)),
        Nest(nameof(Stencils.Jacobi2d), d => Stencils.Jacobi2d(Steps, d.A, d.B)),
        Nest(nameof(Stencils.Seidel2d), d => Stencils.Seidel2d(Steps, d.A)),
    ];

    private static SuiteLoop Nest(string name, Action<PolyBenchData> run) => SuiteLoop.On(name, (_, side) => new PolyBenchData(side), run);
}
