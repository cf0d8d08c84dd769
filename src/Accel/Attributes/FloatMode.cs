namespace Accel;

/// <summary>Which liberties a kernel's floating-point arithmetic may take.</summary>
public enum FloatMode
{
    /// <summary>
    /// Element-wise arithmetic is IEEE 754 in source order. Reductions are re-associated in one documented order, so the bits
    /// do not depend on vector width, number of cores or device. Elementary functions are Accel's own, with a stated error bound.
    /// </summary>
    Reproducible,

    /// <summary>Everything in source order, elementary functions those of <see cref="System.Math"/>: float reductions stay serial.</summary>
    Strict,

    /// <summary>May contract to fused multiply-add and re-associate in any order; elementary functions are those of <see cref="VectorMath.Fast"/>, within 4 ulp.</summary>
    Fast,
}
