using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Divisions that fail do so as written, after the same writes.</summary>
public sealed class DivisionGuardTests
{
    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void ByZero(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        var y = new int[40];
        Assert.Throws<DivideByZeroException>(() => DivisionKernels.Quotients(new int[40], 0, y, backend.Backend));
        Assert.Throws<DivideByZeroException>(() => DivisionKernels.UnsignedQuotients(new uint[40], 0, new uint[40], backend.Backend));
        DivisionKernels.Quotients(new int[40], 0, [], backend.Backend);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void OfTheLeastByMinusOne(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        int[] x = [.. Enumerable.Repeat(5, 40)];
        var y = new int[40];
        Assert.Throws<DivideByZeroException>(() => DivisionKernels.Quotients(x, -1, y, backend.Backend));
        x[30] = int.MinValue;
        Assert.Throws<OverflowException>(() => DivisionKernels.Quotients(x, -2, y, backend.Backend));
        Assert.Equal([.. x.Select((v, i) => i < 30 ? v / -2 : 0)], y);
    }
}
