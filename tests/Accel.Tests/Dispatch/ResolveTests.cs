using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class ResolveTests : ProcessState
{
    private static readonly KernelDescriptor Full = new("Full", new NestDescriptor("for (a)") { GpuRefusal = null });

    private static readonly KernelDescriptor Mixed = new(
        "Mixed",
        new NestDescriptor("for (a)") { GpuRefusal = "it calls the host" },
        new NestDescriptor("for (b)") { SimdRefusal = "it is a recurrence", MulticoreRefusal = "it carries a value" });

    private static readonly KernelDescriptor Plain = new("Plain", new NestDescriptor("for (a)")) { PlainNests = ["'while (true)': not a counted loop"] };

    [Theory]
    [InlineData(Backend.Auto)]
    [InlineData(Backend.Reference)]
    [InlineData(Backend.Simd)]
    [InlineData(Backend.Multicore)]
    public void WhatCanRunIsReturned(Backend backend) => Assert.Equal(backend, KernelDispatcher.Resolve(Full, backend));

    [Fact]
    public void ValuesOutsideTheEnumAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelDispatcher.Resolve(Full, (Backend)17));

    [Fact]
    public void SimdNeedsCodeForEveryNest()
    {
        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Mixed, Backend.Simd));

        Assert.Equal("Backend.Simd cannot run kernel 'Mixed': not every loop has SIMD code: 'for (b)': it is a recurrence.", error.Message);
        Assert.Equal(Backend.Simd, error.Backend);
    }

    [Fact]
    public void MulticoreNeedsCodeForOneNest()
    {
        Assert.Equal(Backend.Multicore, KernelDispatcher.Resolve(Mixed, Backend.Multicore));

        var none = new KernelDescriptor("None", new NestDescriptor("for (a)") { MulticoreRefusal = "it carries a value" });
        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(none, Backend.Multicore));
        Assert.Equal("no loop has multicore code: 'for (a)': it carries a value.", error.Reason);
    }

    [Theory]
    [InlineData(Backend.Simd)]
    [InlineData(Backend.Multicore)]
    [InlineData(Backend.Gpu)]
    public void APlainNestRulesOutEveryNamedBackend(Backend backend)
    {
        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Plain, backend));
        Assert.Contains("'while (true)': not a counted loop", error.Reason);

        Assert.Equal(Backend.Reference, KernelDispatcher.Resolve(Plain, Backend.Reference));
        Assert.Equal(Backend.Auto, KernelDispatcher.Resolve(Plain, Backend.Auto));
    }

    [Fact]
    public void AKernelWithoutLoopsHasNoFastBackend() =>
        Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(new KernelDescriptor("Empty"), Backend.Simd));

    [Fact]
    public void GpuNeedsARuntime()
    {
        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Full, Backend.Gpu));
        Assert.Contains("Reference the package Accel.Gpu", error.Reason);

        GpuBackendRegistration.Register(new FakeGpu { Refusal = "the machine has no GPU." });
        Assert.Equal("the machine has no GPU.", Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Full, Backend.Gpu)).Reason);

        GpuBackendRegistration.Register(new FakeGpu());
        Assert.Equal(Backend.Gpu, KernelDispatcher.Resolve(Full, Backend.Gpu));
        Assert.Contains("it calls the host", Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Mixed, Backend.Gpu)).Reason);
    }

    [Fact]
    public void APinnedProcessBehavesAsIfTheBackendWereNamed()
    {
        AccelOptions.Backend = Backend.Simd;

        Assert.Equal(Backend.Simd, KernelDispatcher.Resolve(Full, Backend.Auto));
        Assert.Equal(Backend.Multicore, KernelDispatcher.Resolve(Full, Backend.Multicore));
        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Mixed, Backend.Auto));
        Assert.EndsWith("(The backend is pinned for the process by AccelOptions.Backend.)", error.Message);
    }

    [Fact]
    public void AVariableThatPinsIsNamedInTheError()
    {
        Environment.SetEnvironmentVariable("ACCEL_BACKEND", "gpu");

        var error = Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(Full, Backend.Auto));
        Assert.Contains("by ACCEL_BACKEND", error.Message);
    }
}
