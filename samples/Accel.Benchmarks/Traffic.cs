namespace Accel.Benchmarks;

/// <summary>How a kernel uses memory.</summary>
public enum Traffic
{
    /// <summary>Only reads.</summary>
    Read,

    /// <summary>Reads one array and writes another.</summary>
    Copy,

    /// <summary>Writes an array that it also reads.</summary>
    Update,
}
