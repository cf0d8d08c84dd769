using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Medium;

public class RootBenchmark : Workload
{
    private float[] _x = [];
    private float[] _y = [];

    [Params(4 << 10, 1 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 8;

    public override double FlopsPerElement => 1;

    public override Traffic Traffic => Traffic.Copy;

    [GlobalSetup]
    public override void SetUp()
    {
        _x = Values(Elements, 0f, 1e6f);
        _y = new float[Elements];
    }

    [Benchmark(Baseline = true)]
    public void Reference() => MediumKernels.Root(_x, _y, Backend.Reference);

    [Benchmark]
    public void Simd() => MediumKernels.Root(_x, _y, Backend.Simd);

    [Benchmark]
    public void Multicore() => MediumKernels.Root(_x, _y, Backend.Multicore);

    [Benchmark]
    public void Auto() => MediumKernels.Root(_x, _y, Backend.Auto);

    [Benchmark]
    public void ByHand() => VectorKernels.Root(_x, _y);

    [Benchmark]
    public void Tensors() => TensorPrimitives.Sqrt<float>(_x, _y);
}
