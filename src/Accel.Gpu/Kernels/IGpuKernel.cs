using System.ComponentModel;

namespace Accel.Gpu;

/// <summary>
/// The body of a generated GPU kernel: a struct whose fields are what the kernel needs (views and numbers), copied to the device with each
/// launch. Generated code names no type of the library behind <c>Accel.Gpu</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGpuKernel
{
    /// <summary>Runs one thread.</summary>
    /// <param name="index">The number of the thread, from 0.</param>
    void Run(long index);
}
