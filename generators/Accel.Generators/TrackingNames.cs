namespace Accel.Generators;

/// <summary>Names of the pipeline's steps, so that tests can ask why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>What the compilation's options allow: see <see cref="GenerationOptions"/>.</summary>
    public const string Options = nameof(Options);

    /// <summary>The frontend's model of each kernel, with its location.</summary>
    public const string Kernels = nameof(Kernels);

    /// <summary>The frontend's model of each generic kernel and list of type arguments that a call has.</summary>
    public const string ClosedKernels = nameof(ClosedKernels);

    /// <summary>The models alone, which do not change when a kernel moves.</summary>
    public const string Models = nameof(Models);

    /// <summary>The text generated for each kernel.</summary>
    public const string Files = nameof(Files);

    /// <summary>The text of each kernel's file, without what only the other steps need.</summary>
    public const string Outputs = nameof(Outputs);

    /// <summary>Where the code of kernels with parallel loops stands, which changes when they move.</summary>
    public const string Places = nameof(Places);

    /// <summary>The calls that are redirected.</summary>
    public const string Calls = nameof(Calls);

    /// <summary>The text of the interceptors.</summary>
    public const string Interceptors = nameof(Interceptors);
}
