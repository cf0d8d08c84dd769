using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Medium;

public class LogisticBenchmark : Workload
{
    private float[] _x = [];
    private float[] _y = [];

    [Params(4 << 10, 1 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 8;

    public override double FlopsPerElement => 16;

    public override Traffic Traffic => Traffic.Copy;

    [GlobalSetup]
    public override void SetUp()
    {
        _x = Values(Elements, -10f, 10f);
        _y = new float[Elements];
    }

    [Benchmark(Baseline = true)]
    public void Reference() => MediumKernels.Logistic(_x, _y, Backend.Reference);

    [Benchmark]
    public void Simd() => MediumKernels.Logistic(_x, _y, Backend.Simd);

    [Benchmark]
    public void Multicore() => MediumKernels.Logistic(_x, _y, Backend.Multicore);

    [Benchmark]
    public void Auto() => MediumKernels.Logistic(_x, _y, Backend.Auto);

    [Benchmark]
    public void ByHand() => VectorKernels.Logistic(_x, _y);

    [Benchmark]
    public void Tensors() => TensorPrimitives.Sigmoid<float>(_x, _y);
}
