using System.Diagnostics;

namespace Accel;

/// <summary>
/// The result of a measurement, taken when first asked for. One that fails costs its callers nothing but the result: it is taken again when asked
/// for after a pause, and what was decided without the result is then decided again.
/// </summary>
/// <param name="measure">Returns null, or throws, where it fails.</param>
/// <param name="pause">How long to go without a result after a failure.</param>
/// <param name="time">The clock for that; null is the system's.</param>
internal sealed class Measured<T>(Func<T?> measure, TimeSpan pause, TimeProvider? time = null)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private volatile T? _result;
    private long _failed;

    /// <summary>Whether somebody had to decide without the result.</summary>
    private volatile bool _isMissed;

    /// <summary>The result, or null after a failure or while another thread measures.</summary>
    public T? TryGet()
    {
        if (_result is T result)
        {
            return result;
        }

        if (!_gate.TryEnter())
        {
            // In this order, and the other way round where the result is set: one of the two sees what the other did.
            _isMissed = true;
            Interlocked.MemoryBarrier();
            return _result;
        }

        try
        {
            return Measure();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private T? Measure()
    {
        if (_result is not null || (_failed != 0 && _time.GetElapsedTime(_failed) < pause))
        {
            return _result;
        }

        T? result = null;
        try
        {
            result = measure();
        }
        catch (Exception error)
        {
            // Whatever it was: the kernel that asked runs without the result.
            Trace.TraceWarning($"Accel could not measure the machine, and chooses without that: {error.Message}");
        }

        _result = result;
        Interlocked.MemoryBarrier();
        if (result is null)
        {
            _failed = _time.GetTimestamp();
            _isMissed = true;
        }
        else if (_isMissed)
        {
            ProcessOptions.NextGeneration();
        }

        return result;
    }
}
