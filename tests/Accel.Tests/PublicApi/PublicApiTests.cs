using Accel.Testing.Snapshots;
using PublicApiGenerator;

namespace Accel.Tests.PublicApi;

/// <summary>A change of the public API shows in a diff of the snapshot, so that none is made by accident.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void AccelHasThisPublicApi() =>
        Snapshot.Verify(typeof(KernelAttribute).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));
}
