namespace Accel;

/// <summary>Where a kernel runs.</summary>
public enum Backend
{
    /// <summary>The dispatcher chooses by predicted time, and records what it chose and why.</summary>
    Auto,

    /// <summary>The method as the user wrote it.</summary>
    Reference,

    /// <summary>Vector instructions on the calling thread.</summary>
    Simd,

    /// <summary>The SIMD code over all cores.</summary>
    Multicore,

    /// <summary>A GPU, through the package Accel.Gpu.</summary>
    Gpu,
}
