using System.Globalization;

namespace Accel.Generators;

/// <summary>Makes formatting independent of the machine while it lives: a build must give the same text everywhere.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _previous;

    private InvariantCulture(CultureInfo previous) => _previous = previous;

#pragma warning disable RS1035 // The current culture is banned because it varies; this sets it so that it does not.
    public static InvariantCulture Enter()
    {
        CultureInfo previous = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return new(previous);
    }

    public void Dispose() => CultureInfo.CurrentCulture = _previous;
#pragma warning restore RS1035
}
