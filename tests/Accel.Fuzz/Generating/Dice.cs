namespace Accel.Fuzz.Generating;

/// <summary>Random choices from one seed, so that a kernel can be made again.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed for one item of a numbered sequence.</summary>
    public static ulong Mix(ulong seed, ulong index)
    {
        ulong z = seed + (0x9E3779B97F4A7C15 * (index + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public ulong Bits()
    {
        _state++;
        return Mix(_state, _state);
    }

    /// <summary>0 … <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Bits() % (ulong)bound);

    /// <summary><paramref name="from"/> … <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, each with the weight given.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        int total = 0;
        foreach (int weight in weights)
        {
            total += weight;
        }

        int at = Below(total);
        for (int i = 0; ; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }
    }
}
