using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Accel.Gpu;

/// <summary>Compiles the bodies of generated kernels.</summary>
internal static class KernelCompiler
{
    /// <summary>Compiles a body for a device.</summary>
    public static Action<AcceleratorStream, Index1D, long, TBody> Compile<TBody>(Accelerator accelerator)
        where TBody : struct, IGpuKernel
    {
        CompiledKernel compiled = Compile(accelerator.GetBackend(), typeof(TBody));
        Kernel kernel = accelerator.LoadAutoGroupedKernel(compiled);
        return kernel.CreateLauncherDelegate<Action<AcceleratorStream, Index1D, long, TBody>>();
    }

    /// <summary>The PTX of a body, for which no device is needed.</summary>
    /// <param name="body">The type of the body.</param>
    /// <param name="major">Of the compute capability, 8 in sm_80.</param>
    /// <param name="minor">Of the compute capability, 0 in sm_80.</param>
    public static string CompileToPtx(Type body, int major, int minor)
    {
        using Context context = GpuContext.Create(_ => { });
        using PTXBackend backend = new(context, new CudaArchitecture(major, minor), new CudaInstructionSet(8, 0), null!);
        return KernelText.Of((PTXCompiledKernel)Compile(backend, body));
    }

    private static CompiledKernel Compile(ILGPU.Backends.Backend backend, Type body)
    {
        CompiledKernel compiled = backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(GpuEntry.Of(body)), default);
        switch (compiled)
        {
            case CLCompiledKernel openCl:
                KernelText.Of(openCl) = OpenClSource.Complete(openCl.Source);
                break;
            case PTXCompiledKernel ptx:
                KernelText.Of(ptx) = PtxSource.Complete(ptx.PTXAssembly);
                break;
        }

        return compiled;
    }
}
