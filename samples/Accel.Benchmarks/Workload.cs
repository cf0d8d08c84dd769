namespace Accel.Benchmarks;

/// <summary>
/// One kernel at one size. Its benchmarks are forms of the same work: as written, on the backends, with vectors by hand, with
/// TensorPrimitives. BenchmarkDotNet and the quick mode run the same methods.
/// </summary>
public abstract class Workload
{
    /// <summary>How many elements one call works on.</summary>
    public abstract int Elements { get; set; }

    /// <summary>Bytes that one element brings from or to memory.</summary>
    public abstract double BytesPerElement { get; }

    /// <summary>Floating-point operations for one element; nominal where elementary functions are called.</summary>
    public abstract double FlopsPerElement { get; }

    /// <summary>How the memory is used, which decides what bandwidth is the limit.</summary>
    public abstract Traffic Traffic { get; }

    /// <summary>Makes the data for <see cref="Elements"/>.</summary>
    public abstract void SetUp();

    /// <summary>Values from <paramref name="low"/> up to <paramref name="high"/>, the same in every run.</summary>
    protected static float[] Values(int count, float low, float high, int seed = 1)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = low + (high - low) * random.NextSingle();
        }

        return values;
    }
}
