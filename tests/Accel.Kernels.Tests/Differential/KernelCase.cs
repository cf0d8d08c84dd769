namespace Accel.Kernels.Tests.Differential;

/// <summary>How close a backend must come to the user's method; the compiled backends must agree to the bit among themselves in any case.</summary>
internal enum Agreement
{
    /// <summary>To the bit; any NaN is as good as any other.</summary>
    Exact,

    /// <summary>A re-associated float sum or Accel's own elementary functions: close, and the same bits on every compiled backend.</summary>
    CloseFloat,

    /// <summary>The same for doubles.</summary>
    CloseDouble,
}

/// <summary>A kernel, its arguments for a length, and what is promised of its results.</summary>
/// <param name="Name">Of the kernel.</param>
/// <param name="Agreement">With the reference.</param>
/// <param name="Lanes">Elements of the widest main loop there could be.</param>
/// <param name="Run">Calls the kernel.</param>
/// <param name="Gpu">Whether GPU code is expected.</param>
internal sealed record KernelCase(string Name, Agreement Agreement, int Lanes, Action<KernelRun, int, Backend> Run, bool Gpu = true)
{
    /// <summary>Whether SIMD code is expected.</summary>
    public bool Simd { get; init; } = true;

    /// <summary>Whether multicore code is expected.</summary>
    public bool Multicore => !OneCoreCases.Names.Contains(Name);
}
