namespace Accel.Fuzz.Running;

/// <summary>How often things were reached, by name.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, long> _counts = [];

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Count(string name, long times = 1) => _counts[name] = _counts.GetValueOrDefault(name) + times;

    public void Add(IReadOnlyDictionary<string, long> other)
    {
        foreach ((string name, long times) in other)
        {
            Count(name, times);
        }
    }
}
