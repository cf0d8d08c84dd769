using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Complex;

public class MandelbrotBenchmark : Workload
{
    private const int Width = 512;
    private const float Left = -2f;
    private const float Top = -1.25f;
    private const float Pixel = 2.5f / Width;

    private int[] _counts = [];

    [Params(1 << 18)]
    public override int Elements { get; set; }

    public override double BytesPerElement => 4;

    public override double FlopsPerElement => 8 * ComplexKernels.Iterations;

    public override Traffic Traffic => Traffic.Copy;

    private int Height => Elements / Width;

    [GlobalSetup]
    public override void SetUp() => _counts = new int[Elements];

    [Benchmark(Baseline = true)]
    public void Reference() => Run(Backend.Reference);

    [Benchmark]
    public void Simd() => Run(Backend.Simd);

    [Benchmark]
    public void Multicore() => Run(Backend.Multicore);

    [Benchmark]
    public void Auto() => Run(Backend.Auto);

    [Benchmark]
    public void ByHand() => VectorKernels.Mandelbrot(_counts, Width, Height, Left, Top, Pixel);

    private void Run(Backend backend) => ComplexKernels.Mandelbrot(_counts, Width, Height, Left, Top, Pixel, backend);
}
