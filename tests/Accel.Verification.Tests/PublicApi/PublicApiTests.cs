using Accel.Testing.Snapshots;
using PublicApiGenerator;

namespace Accel.Verification.Tests.PublicApi;

/// <summary>A change of the public API shows in a diff of the snapshot, so that none is made by accident.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void AccelVerificationHasThisPublicApi() =>
        Snapshot.Verify(typeof(KernelVerifier).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));
}
