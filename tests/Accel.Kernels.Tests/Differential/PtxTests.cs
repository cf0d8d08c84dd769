using Accel.Gpu;
using Accel.Gpu.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>The GPU code of every kernel of the suite compiles to PTX, for which no device is needed.</summary>
public class PtxTests
{
    public static TheoryData<string> Bodies =>
        [.. typeof(PtxTests).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IGpuKernel).IsAssignableFrom(type)).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void IsExact(string body) => PtxAssert.IsExact(typeof(PtxTests).Assembly.GetType(body)!);

    [Fact]
    public void MostKernelsHaveGpuCode() => Assert.True(Bodies.Count >= 35, $"Only {Bodies.Count} bodies were found.");
}
