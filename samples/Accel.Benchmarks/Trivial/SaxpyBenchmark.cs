using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Trivial;

public class SaxpyBenchmark : Workload
{
    private const float A = 1e-6f;
    private float[] _x = [];
    private float[] _y = [];

    [Params(4 << 10, 1 << 20, 64 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 12;

    public override double FlopsPerElement => 2;

    public override Traffic Traffic => Traffic.Update;

    [GlobalSetup]
    public override void SetUp()
    {
        _x = Values(Elements, -1f, 1f);
        _y = Values(Elements, -1f, 1f, seed: 2);
    }

    [Benchmark(Baseline = true)]
    public void Reference() => TrivialKernels.Saxpy(A, _x, _y, Backend.Reference);

    [Benchmark]
    public void Simd() => TrivialKernels.Saxpy(A, _x, _y, Backend.Simd);

    [Benchmark]
    public void Multicore() => TrivialKernels.Saxpy(A, _x, _y, Backend.Multicore);

    [Benchmark]
    public void Auto() => TrivialKernels.Saxpy(A, _x, _y, Backend.Auto);

    [Benchmark]
    public void ByHand() => VectorKernels.Saxpy(A, _x, _y);

    [Benchmark]
    public void Tensors() => TensorPrimitives.MultiplyAdd(_x, A, _y, _y);
}
