using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Trivial;

public class DotBenchmark : Workload
{
    private float[] _x = [];
    private float[] _y = [];

    [Params(4 << 10, 1 << 20, 64 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 8;

    public override double FlopsPerElement => 2;

    public override Traffic Traffic => Traffic.Read;

    [GlobalSetup]
    public override void SetUp()
    {
        _x = Values(Elements, -1f, 1f);
        _y = Values(Elements, -1f, 1f, seed: 2);
    }

    [Benchmark(Baseline = true)]
    public float Reference() => TrivialKernels.Dot(_x, _y, Backend.Reference);

    [Benchmark]
    public float Simd() => TrivialKernels.Dot(_x, _y, Backend.Simd);

    [Benchmark]
    public float Multicore() => TrivialKernels.Dot(_x, _y, Backend.Multicore);

    [Benchmark]
    public float Auto() => TrivialKernels.Dot(_x, _y, Backend.Auto);

    [Benchmark]
    public float ByHand() => VectorKernels.Dot(_x, _y);

    [Benchmark]
    public float Tensors() => TensorPrimitives.Dot<float>(_x, _y);
}
