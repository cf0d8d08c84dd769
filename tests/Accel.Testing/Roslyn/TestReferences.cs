using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Accel.Testing.Roslyn;

/// <summary>References of test compilations. .NET's come from a package, so that tests need no SDK folder and no network.</summary>
public static class TestReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> GpuReferences = new(() => [Named("Accel.Gpu"), Named("ILGPU")]);

    /// <summary>.NET 10.</summary>
    public static ImmutableArray<MetadataReference> Net100 { get; } = [.. Basic.Reference.Assemblies.Net100.References.All];

    /// <summary>.NET 10 and Accel.</summary>
    public static ImmutableArray<MetadataReference> Accel { get; } =
        Net100.Add(MetadataReference.CreateFromFile(typeof(KernelAttribute).Assembly.Location)).Add(Named("System.Numerics.Tensors"));

    /// <summary>.NET 10, Accel, Accel.Gpu and ILGPU.</summary>
    /// <exception cref="FileNotFoundException">The test project does not reference Accel.Gpu.</exception>
    public static ImmutableArray<MetadataReference> Gpu => Accel.AddRange(GpuReferences.Value);

    // By name, so that only the test projects that compile GPU code need to reference Accel.Gpu.
    private static PortableExecutableReference Named(string assembly) => MetadataReference.CreateFromFile(Assembly.Load(assembly).Location);
}
