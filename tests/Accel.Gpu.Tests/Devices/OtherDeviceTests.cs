using Accel.Gpu.Tests.Codegen;
using Accel.Gpu.Tests.Kernels;

namespace Accel.Gpu.Tests.Devices;

/// <summary>The numeric tests on every real device of the machine, whichever the run as a whole uses.</summary>
public class OtherDeviceTests
{
    [DeviceFact(GpuDeviceKind.Cuda)]
    public void CudaHasTheBitsOfTheCpu() => RunNumericTests(GpuDeviceKind.Cuda);

    [DeviceFact(GpuDeviceKind.OpenCl)]
    public void OpenClHasTheBitsOfTheCpu() => RunNumericTests(GpuDeviceKind.OpenCl);

    private static void RunNumericTests(GpuDeviceKind kind)
    {
        GpuDeviceKind before = AccelGpuOptions.Device;
        AccelGpuOptions.Device = kind;
        try
        {
            new SingleArithmeticTests().EqualsTheCpuToTheBit();
            new DoubleArithmeticTests().EqualsTheCpuToTheBit();
            new IntegerTests().EqualsTheCpu();
            new ElementwiseTests().BytesAndWords();
            new ReductionTests().SumsAndProductsOfTheOutermostLoop();
            new ReductionTests().SumsInsideAThread(2, 90_001);
            new ReductionTests().MatrixProduct();
            new MathTests().SinAndCos();
        }
        finally
        {
            AccelGpuOptions.Device = before;
        }
    }
}
