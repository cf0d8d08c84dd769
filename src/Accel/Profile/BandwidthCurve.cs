namespace Accel;

/// <summary>Bytes per second that a loop reads and writes, by the bytes that it touches: measured points with straight lines between them.</summary>
internal sealed class BandwidthCurve
{
    private readonly (double Bytes, double BytesPerSecond)[] _points;

    /// <param name="points">At least one, in increasing order of bytes.</param>
    public BandwidthCurve(params (double Bytes, double BytesPerSecond)[] points)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points.Length);
        _points = points;
    }

    public IReadOnlyList<(double Bytes, double BytesPerSecond)> Points => _points;

    /// <summary>The rate for a working set of <paramref name="bytes"/>; beyond the ends that of the nearest point.</summary>
    public double At(double bytes)
    {
        if (bytes <= _points[0].Bytes)
        {
            return _points[0].BytesPerSecond;
        }

        for (int i = 1; i < _points.Length; i++)
        {
            (double Bytes, double BytesPerSecond) low = _points[i - 1];
            (double Bytes, double BytesPerSecond) high = _points[i];
            if (bytes <= high.Bytes)
            {
                double share = (bytes - low.Bytes) / (high.Bytes - low.Bytes);
                return low.BytesPerSecond + (share * (high.BytesPerSecond - low.BytesPerSecond));
            }
        }

        return _points[^1].BytesPerSecond;
    }
}
