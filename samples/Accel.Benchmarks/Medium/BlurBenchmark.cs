using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Medium;

/// <summary>Thirteen taps along the rows, then along the columns.</summary>
public class BlurBenchmark : Workload
{
    private const int Width = 1024;
    private const int Radius = 6;
    private const int Taps = 2 * Radius + 1;
    private const int Stride = Width + 2 * Radius;

    private readonly float[] _weights = Values(Taps, 0f, 1f / Taps);
    private float[] _source = [];
    private float[] _scratch = [];
    private float[] _destination = [];

    [Params(1 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 16;

    public override double FlopsPerElement => 4 * Taps;

    public override Traffic Traffic => Traffic.Copy;

    private int Height => Elements / Width;

    [GlobalSetup]
    public override void SetUp()
    {
        _source = Values(Stride * (Height + 2 * Radius), 0f, 1f);
        _scratch = new float[_source.Length];
        _destination = new float[_source.Length];
    }

    [Benchmark(Baseline = true)]
    public void Reference() => Run(Backend.Reference);

    [Benchmark]
    public void Simd() => Run(Backend.Simd);

    [Benchmark]
    public void Multicore() => Run(Backend.Multicore);

    [Benchmark]
    public void Auto() => Run(Backend.Auto);

    [Benchmark]
    public void ByHand()
    {
        VectorKernels.Blur(_source, _weights, _scratch, new BlurShape(Width, Height + 2 * Radius, Stride), 1);
        VectorKernels.Blur(_scratch, _weights, _destination, new BlurShape(Width, Height, Stride), Stride);
    }

    private void Run(Backend backend)
    {
        MediumKernels.BlurRows(_source, _weights, _scratch, Width, Height + 2 * Radius, Stride, backend);
        MediumKernels.BlurColumns(_scratch, _weights, _destination, Width, Height, Stride, backend);
    }
}
