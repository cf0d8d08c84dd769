using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <content>Integer division by a constant other than 0 and -1.</content>
public static partial class Lanes
{
    /// <summary>Divides lane by lane.</summary>
    public static TVector Divide<TVector, T>(TVector dividend, T divisor)
        where TVector : struct
        where T : struct, IBinaryInteger<T>
    {
        for (int i = 0; i < Count<TVector, T>(); i++)
        {
            ref T lane = ref Lane<TVector, T>(ref dividend, i);
            lane /= divisor;
        }

        return dividend;
    }

    // 32-bit quotients by way of double: dividend and divisor are exact there, and a quotient that is no integer is further from one than
    // the rounding error, so truncating it gives the right number.

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Divide(Vector128<int> dividend, int divisor)
    {
        Vector128<double> by = Vector128.Create((double)divisor);
        return ToInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Divide(Vector256<int> dividend, int divisor)
    {
        Vector256<double> by = Vector256.Create((double)divisor);
        return ToInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Divide(Vector512<int> dividend, int divisor)
    {
        Vector512<double> by = Vector512.Create((double)divisor);
        return ToInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Divide(Vector128<uint> dividend, uint divisor)
    {
        Vector128<double> by = Vector128.Create((double)divisor);
        return ToUInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Divide(Vector256<uint> dividend, uint divisor)
    {
        Vector256<double> by = Vector256.Create((double)divisor);
        return ToUInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }

    /// <summary>Divides, truncating.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Divide(Vector512<uint> dividend, uint divisor)
    {
        Vector512<double> by = Vector512.Create((double)divisor);
        return ToUInt32(ToDoubleLower(dividend) / by, ToDoubleUpper(dividend) / by);
    }
}
