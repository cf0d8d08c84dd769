namespace Accel;

public static partial class VectorMath
{
    /// <summary>
    /// Faster forms of the functions whose exactness costs most: within 4 ulp in the place of 1, with the same special values. What kernels with <see cref="FloatMode.Fast"/> call.
    /// </summary>
    /// <remarks>All forms of a function, for one number and for vectors, give the same bits here, too, but other bits than the function of <see cref="VectorMath"/>. Those that are not here are not faster with
    /// fewer digits: use the ones of <see cref="VectorMath"/>.</remarks>
    public static partial class Fast;
}
