namespace Accel.Benchmarks.Quick;

/// <summary>
/// What the machine can do, measured in the same run: bandwidth as STREAM does (J. D. McCalpin), for the footprint of each workload, and the
/// rate of independent fused multiply-adds.
/// </summary>
internal sealed class MachineLimits
{
    private readonly Dictionary<(Traffic Traffic, long Bytes, int Threads), double> _bandwidths = [];
    private readonly double[] _flopRates;

    public MachineLimits()
    {
        Threads = Environment.ProcessorCount;
        _flopRates = [FlopRate(1), FlopRate(Threads)];
    }

    /// <summary>How many threads the rates of all cores are measured with.</summary>
    public int Threads { get; }

    /// <summary>Single-precision operations per second, on one core or all.</summary>
    public double Flops(bool allCores) => _flopRates[allCores ? 1 : 0];

    /// <summary>Bytes per second, where a run touches <paramref name="bytes"/> bytes, on one core or all.</summary>
    public double Bandwidth(Traffic traffic, long bytes, bool allCores)
    {
        var key = (traffic, bytes, allCores ? Threads : 1);
        if (!_bandwidths.TryGetValue(key, out double rate))
        {
            rate = MeasureBandwidth(traffic, bytes, key.Item3);
            _bandwidths.Add(key, rate);
        }

        return rate;
    }

    private static double MeasureBandwidth(Traffic traffic, long bytes, int threads)
    {
        int arrays = traffic == Traffic.Read ? 1 : 2;
        int repeats = (int)Math.Max(1, (8 << 20) / bytes);
        float[][][] data = new float[threads][][];
        for (int t = 0; t < threads; t++)
        {
            data[t] = Enumerable.Range(0, arrays).Select(_ => NewArray(bytes / arrays / sizeof(float) / threads)).ToArray();
        }

        double seconds = Timing.Best(() => OnThreads(threads, t => Repeat(traffic, data[t], repeats)));
        double moved = traffic == Traffic.Update ? 1.5 * bytes : bytes;
        return moved * repeats / seconds;
    }

    private static float[] NewArray(long length)
    {
        var array = new float[length];
        Array.Fill(array, 1f);
        return array;
    }

    private static void Repeat(Traffic traffic, float[][] data, int repeats)
    {
        for (int i = 0; i < repeats; i++)
        {
            switch (traffic)
            {
                case Traffic.Read:
                    Trivial.VectorKernels.Sum(data[0]);
                    break;
                case Traffic.Copy:
                    data[0].AsSpan().CopyTo(data[1]);
                    break;
                default:
                    Trivial.VectorKernels.Saxpy(1e-6f, data[0], data[1]);
                    break;
            }
        }
    }

    private static double FlopRate(int threads)
    {
        double seconds = Timing.Best(() => OnThreads(threads, _ => MultiplyAddChains.Run()));
        return MultiplyAddChains.Flops * threads / seconds;
    }

    private static void OnThreads(int threads, Action<int> work)
    {
        if (threads == 1)
        {
            work(0);
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
    }
}
