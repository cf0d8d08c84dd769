namespace Accel.Gpu;

/// <summary>A function that kernels call and that each kind of device gets in its own language.</summary>
/// <param name="Name">The name that <see cref="GpuMath"/> gives as external.</param>
/// <param name="OpenCl">Its definition in OpenCL C.</param>
/// <param name="Ptx">
/// PTX instructions that replace a call: <c>{r}</c> is the register of the result, <c>{0}</c>, <c>{1}</c>, … those of the arguments. A
/// bool is a 32-bit register with 0 or 1.
/// </param>
internal sealed record DeviceFunction(string Name, string OpenCl, string Ptx);
