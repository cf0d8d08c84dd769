using System.Reflection;
using Accel.Gpu.Tests.Kernels;

namespace Accel.Gpu.Tests.Codegen;

/// <summary>Every GPU kernel of this assembly compiles to PTX, for which no device is needed.</summary>
public class PtxTests
{
    public static TheoryData<string> Bodies =>
        [.. typeof(PtxTests).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IGpuKernel).IsAssignableFrom(type)).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void IsExact(string body) => PtxAssert.IsExact(Assembly.GetExecutingAssembly().GetType(body)!);
}
