using System.Runtime.CompilerServices;
using Accel.Faults.Tests.Gpu;
using Accel.Faults.Tests.Kernels;
using Accel.Testing.Roslyn;

namespace Accel.Faults.Tests.Unloading;

/// <summary>An assembly with kernels, loaded into a collectible context and used, can be collected once it is unloaded: nothing in Accel keeps it.</summary>
public class UnloadTests
{
    private const string Source =
        """
        using System;
        using Accel;

        namespace MyApp;

        public static partial class Kernels
        {
            [Kernel]
            public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++) y[i] = a * x[i] + y[i];
            }

            [Kernel]
            public static double Sum(ReadOnlySpan<double> x)
            {
                double sum = 0;
                foreach (double v in x) sum += v;
                return sum;
            }

            public static double Call(Backend backend)
            {
                float[] x = new float[50_000];
                float[] y = new float[50_000];
                Array.Fill(x, 1f);
                Saxpy(2f, x, y, backend);
                using DeviceBuffer<float> source = new(x);
                using DeviceBuffer<float> target = new(y);
                Saxpy(2f, source, target, backend);
                double[] values = new double[50_000];
                Array.Fill(values, 0.5);
                return target.ToArray()[49_999] + Sum(values, backend);
            }

            public static double Fail(Backend backend)
            {
                try { return Call(backend); }
                catch (InvalidOperationException) { return -1; }
            }
        }
        """;

    [Theory]
    [InlineData(Backend.Reference)]
    [InlineData(Backend.Simd)]
    [InlineData(Backend.Multicore)]
    [InlineData(Backend.Auto)]
    [InlineData(Backend.Gpu)]
    public void AnAssemblyWithKernelsIsCollected(Backend backend) => AssertCollected(LoadCallAndUnload("Call", backend, 25_004));

    [Fact]
    public void KernelsThatStayInUseDoNotKeepIt()
    {
        float[] y = new float[100];
        FaultKernels.Saxpy(1f, y, y, Backend.Gpu);
        WeakReference context = LoadCallAndUnload("Call", Backend.Gpu, 25_004);
        double[] x = new double[100];
        FaultKernels.Dot(x, x, Backend.Gpu);
        AssertCollected(context);
        FaultKernels.Saxpy(1f, y, y, Backend.Gpu);
        FaultKernels.Dot(x, x, Backend.Gpu);
    }

    [Theory]
    [InlineData(Backend.Auto, GpuFault.Refused, GpuOperation.Compile, 25_004)]
    [InlineData(Backend.Gpu, GpuFault.Refused, GpuOperation.Compile, -1)]
    [InlineData(Backend.Auto, GpuFault.Lost, GpuOperation.Launch, 25_004)]
    [InlineData(Backend.Gpu, GpuFault.Lost, GpuOperation.Launch, -1)]
    public void AFailureOnTheGpuKeepsNothing(Backend backend, GpuFault fault, GpuOperation operation, double expected)
    {
        using FaultyGpu gpu = new();
        gpu.Adapter.FailNext(operation, fault);
        AssertCollected(LoadCallAndUnload("Fail", backend, expected));
        Assert.True(gpu.Adapter.HasFailed);
    }

    [Fact]
    public void WhatWasExplainedKeepsNothing()
    {
        KernelExplanation? explanation = null;
        WeakReference context = null!;
        explanation = KernelDispatcher.Explain(() => context = LoadCallAndUnload("Call", Backend.Auto, 25_004));
        AssertCollected(context);
        Assert.Equal(3, explanation.Nests.Count);
    }

    private static void AssertCollected(WeakReference context)
    {
        for (int i = 0; i < 50 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(20);
        }

        Assert.False(context.IsAlive, "the load context is still alive");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadCallAndUnload(string method, Backend backend, double expected)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(Source, new CompileOptions { Gpu = true }).Load();
        var type = assembly.Assembly.GetType("MyApp.Kernels")!;
        Assert.Equal(expected, type.GetMethod(method)!.Invoke(null, [backend]));
        return new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly.Assembly));
    }
}
