using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Trivial;

public class SumBenchmark : Workload
{
    private float[] _x = [];

    [Params(4 << 10, 1 << 20, 64 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 4;

    public override double FlopsPerElement => 1;

    public override Traffic Traffic => Traffic.Read;

    [GlobalSetup]
    public override void SetUp() => _x = Values(Elements, -1f, 1f);

    [Benchmark(Baseline = true)]
    public float Reference() => TrivialKernels.Sum(_x, Backend.Reference);

    [Benchmark]
    public float Simd() => TrivialKernels.Sum(_x, Backend.Simd);

    [Benchmark]
    public float Multicore() => TrivialKernels.Sum(_x, Backend.Multicore);

    [Benchmark]
    public float Auto() => TrivialKernels.Sum(_x, Backend.Auto);

    [Benchmark]
    public float ByHand() => VectorKernels.Sum(_x);

    [Benchmark]
    public float Tensors() => TensorPrimitives.Sum<float>(_x);
}
