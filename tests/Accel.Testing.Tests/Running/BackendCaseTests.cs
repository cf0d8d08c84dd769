using Accel.Testing.Running;
using Xunit;

namespace Accel.Testing.Tests.Running;

public sealed class BackendCaseTests
{
    [Theory]
    [MemberData(nameof(BackendCase.All), MemberType = typeof(BackendCase))]
    public void OptionsAreForcedAndRestored(BackendCase backend)
    {
        var before = (AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism);
        using (backend.Use())
        {
            Assert.Equal(backend.Backend, AccelOptions.Backend);
            Assert.Equal(backend.VectorBits, AccelOptions.VectorBits);
            Assert.Equal(backend.Threads, AccelOptions.MaxDegreeOfParallelism);
        }

        Assert.Equal(before, (AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism));
    }

    [Fact]
    public void LengthsEndOneBeyondTwoRoundsOfTheMainLoop()
    {
        int[] lengths = [.. Lengths.Around(8, 4)];
        Assert.Equal(0, lengths[0]);
        Assert.Equal(65, lengths[^1]);
        Assert.Equal(66, lengths.Length);
    }
}
