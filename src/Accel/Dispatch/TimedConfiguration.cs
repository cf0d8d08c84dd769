using Accel.Runtime;

namespace Accel;

/// <summary>What the time of a run depends on beside the nest and its data.</summary>
/// <param name="VectorBits">The width of vectors.</param>
/// <param name="Threads">The most threads of a call.</param>
/// <param name="Profile">Where predictions come from.</param>
/// <param name="Gpu">The GPU, if there is one.</param>
internal readonly record struct TimedConfiguration(int VectorBits, int Threads, IMachineProfileSource Profile, IGpuBackend? Gpu)
{
    public static TimedConfiguration Current => new(ProcessOptions.VectorBits, ProcessOptions.Threads, MachineProfile.Source, GpuBackendRegistration.Backend);
}
