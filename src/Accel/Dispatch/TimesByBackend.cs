using System.Runtime.CompilerServices;

namespace Accel;

/// <summary>A time for each backend, in seconds.</summary>
[InlineArray(1 + (int)Backend.Gpu)]
internal struct TimesByBackend
{
    private double _first;

    public static TimesByBackend Infinite
    {
        get
        {
            TimesByBackend times = default;
            ((Span<double>)times).Fill(double.PositiveInfinity);
            return times;
        }
    }

    public double this[Backend backend]
    {
        readonly get => ((ReadOnlySpan<double>)this)[(int)backend];
        set => ((Span<double>)this)[(int)backend] = value;
    }
}
