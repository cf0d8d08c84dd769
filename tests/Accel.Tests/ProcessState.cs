using Accel.Runtime;

namespace Accel.Tests;

/// <summary>Base of tests that set what belongs to the process: before and after each, everything is as in a fresh process without environment variables.</summary>
public abstract class ProcessState : IDisposable
{
    private static readonly string[] Variables = ["ACCEL_BACKEND", "ACCEL_VECTOR_BITS", "ACCEL_THREADS", "ACCEL_CHECK_PARALLEL", "ACCEL_PROFILE"];

    private readonly string?[] _values = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly IMachineProfileSource _source = MachineProfile.Source;
    private readonly IGpuBackend? _gpu = GpuBackendRegistration.Backend;

    protected ProcessState()
    {
        foreach (string variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        GpuBackendRegistration.Register(null);
        DecisionLog.Clear();
        ProcessOptions.Reset();
    }

    public void Dispose()
    {
        for (int i = 0; i < Variables.Length; i++)
        {
            Environment.SetEnvironmentVariable(Variables[i], _values[i]);
        }

        GpuBackendRegistration.Register(_gpu);
        MachineProfile.Source = _source;
        NestChoice.Clock = TimeProvider.System;
        ProcessOptions.Reset();
        GC.SuppressFinalize(this);
    }
}
