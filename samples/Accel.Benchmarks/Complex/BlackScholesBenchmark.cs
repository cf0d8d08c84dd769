using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Complex;

public class BlackScholesBenchmark : Workload
{
    private const float Rate = 0.02f;
    private const float Volatility = 0.3f;

    private float[] _spot = [];
    private float[] _strike = [];
    private float[] _years = [];
    private float[] _call = [];
    private float[] _put = [];

    [Params(1 << 20)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 20;

    public override double FlopsPerElement => 60;

    public override Traffic Traffic => Traffic.Copy;

    [GlobalSetup]
    public override void SetUp()
    {
        _spot = Values(Elements, 50f, 150f);
        _strike = Values(Elements, 50f, 150f, seed: 2);
        _years = Values(Elements, 0.5f, 2f, seed: 3);
        _call = new float[Elements];
        _put = new float[Elements];
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
    public void ByHand() => VectorKernels.BlackScholes(_spot, _strike, _years, Rate, Volatility, _call, _put);

    private void Run(Backend backend) => ComplexKernels.BlackScholes(_spot, _strike, _years, Rate, Volatility, _call, _put, backend);
}
