using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Real = System.Runtime.Intrinsics.Vector256<float>;
using RealDouble = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

// The rare case of each function: every lane by the scalar form, which gives the same bits.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real SinOfAny(Real x)
    {
        for (int i = 0; i < Real.Count; i++)
        {
            x = x.WithElement(i, Sin(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RealDouble SinOfAny(RealDouble x)
    {
        for (int i = 0; i < RealDouble.Count; i++)
        {
            x = x.WithElement(i, Sin(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real CosOfAny(Real x)
    {
        for (int i = 0; i < Real.Count; i++)
        {
            x = x.WithElement(i, Cos(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RealDouble CosOfAny(RealDouble x)
    {
        for (int i = 0; i < RealDouble.Count; i++)
        {
            x = x.WithElement(i, Cos(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real TanOfAny(Real x)
    {
        for (int i = 0; i < Real.Count; i++)
        {
            x = x.WithElement(i, Tan(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RealDouble TanOfAny(RealDouble x)
    {
        for (int i = 0; i < RealDouble.Count; i++)
        {
            x = x.WithElement(i, Tan(x.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real PowOfAny(Real x, Real y)
    {
        for (int i = 0; i < Real.Count; i++)
        {
            x = x.WithElement(i, Pow(x.GetElement(i), y.GetElement(i)));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RealDouble PowOfAny(RealDouble x, RealDouble y)
    {
        for (int i = 0; i < RealDouble.Count; i++)
        {
            x = x.WithElement(i, Pow(x.GetElement(i), y.GetElement(i)));
        }

        return x;
    }
}
