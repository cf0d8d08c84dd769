using Accel.Faults.Tests.Kernels;
using Accel.Gpu;
using Accel.Runtime;

namespace Accel.Faults.Tests.Gpu;

/// <summary>Measuring what the choice of a backend needs may fail too; that costs only the measurement.</summary>
public class RatesFaultTests
{
    private readonly float[] _x = [.. Enumerable.Range(0, 5000).Select(i => i * 0.5f)];

    [Theory]
    [InlineData(GpuFault.Lost)]
    [InlineData(GpuFault.Full)]
    [InlineData(GpuFault.Refused)]
    public void EveryOperationOfMeasuringTheDeviceMayFail(GpuFault fault)
    {
        int operation = 0;
        Deadline.Run(120, () =>
        {
            while (CallWithFailure(fault, operation))
            {
                operation++;
            }
        });

        Assert.InRange(operation, 20, 200);
    }

    [Fact]
    public void AfterAFailureTheDeviceIsMeasuredAgain()
    {
        int measurements = 0;
        var clock = new ManualClock();
        var measured = new Measured<string>(() => ++measurements < 3 ? null : "rates", TimeSpan.FromMilliseconds(50), clock);
        Assert.Null(measured.TryGet());
        Assert.Null(measured.TryGet());
        Assert.Equal(1, measurements);

        int generation = ProcessOptions.Generation;
        clock.Milliseconds += 60;
        Assert.Null(measured.TryGet());
        clock.Milliseconds += 60;
        Assert.Equal("rates", measured.TryGet());
        Assert.Equal("rates", measured.TryGet());
        Assert.Equal(3, measurements);
        Assert.NotEqual(generation, ProcessOptions.Generation);
    }

    [Fact]
    public void AMachineThatCannotBeMeasuredStillRunsKernels()
    {
        IMachineProfileSource before = MachineProfile.Source;
        bool isFull = true;
        MachineProfile.Source = new MeasuredProfileSource(() => isFull ? throw new OutOfMemoryException("simulated") : MachineMeasurement.Run(), TimeSpan.Zero);
        try
        {
            float[] y = new float[_x.Length];
            KernelExplanation explanation = KernelDispatcher.Explain(() => FaultKernels.Saxpy(1f, _x, y));
            Assert.Equal(_x, y);
            Assert.Contains("measuring failed", Assert.Single(explanation.Nests).Reason);

            isFull = false;
            explanation = KernelDispatcher.Explain(() => FaultKernels.Saxpy(1f, _x, y));
            Assert.Contains("predicted", Assert.Single(explanation.Nests).Reason);
        }
        finally
        {
            MachineProfile.Source = before;
        }
    }

    private bool CallWithFailure(GpuFault fault, int operation)
    {
        using FaultyGpu gpu = new(isMeasured: true);
        gpu.Adapter.FailAfter(operation, fault);
        float[] y = new float[_x.Length];
        GpuRates rates = GpuBackendRegistration.Backend!.Rates;
        Assert.Equal(gpu.Adapter.HasFailed, double.IsInfinity(rates.LaunchSeconds));
        if (!gpu.Adapter.HasFailed)
        {
            return false;
        }

        Assert.Equal(fault.IsLasting(gpu.Adapter.Log[operation]), GpuBackendRegistration.Refusal is not null);
        FaultKernels.Saxpy(1f, _x, y);
        Assert.Equal(_x, y);
        gpu.AssertNothingIsHeld();
        return true;
    }

    private sealed class ManualClock : TimeProvider
    {
        public long Milliseconds { get; set; } = 1;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
