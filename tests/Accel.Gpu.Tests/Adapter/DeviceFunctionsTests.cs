using System.Reflection;
using ILGPU.Frontend;

namespace Accel.Gpu.Tests.Adapter;

public class DeviceFunctionsTests
{
    [Fact]
    public void EveryExternalMethodHasADefinitionAndEveryDefinitionAMethod()
    {
        IEnumerable<string> external = typeof(GpuMath).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<ExternalAttribute>()?.Name)
            .OfType<string>();
        Assert.Equal(external.Distinct().Order(), DeviceFunctions.All.Select(function => function.Name).Order());
    }

    [Fact]
    public void AMissingDefinitionIsAnErrorWithItsName()
    {
        var error = Assert.Throws<InvalidOperationException>(() => DeviceFunctions.Find("accel_cbrt_f32"));
        Assert.Contains("'accel_cbrt_f32'", error.Message);
    }
}
