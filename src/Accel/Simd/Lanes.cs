using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary>What generated vector code needs beyond the vector types of .NET.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>The first lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First<T>(ref Lanes64<T> lanes)
        where T : struct => ref Unsafe.As<Lanes64<T>, T>(ref lanes);

    /// <summary>The value; a call, so that the C# compiler does not convert it as a constant, for which it has rules of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtRunTime<T>(T value)
        where T : struct => value;

    /// <summary>Applies a function lane by lane, for what has no vector form.</summary>
    public static TVector Map<TVector, T, TFunction>(TVector operand)
        where TVector : struct
        where T : struct
        where TFunction : ILaneFunction<T>
    {
        for (int i = 0; i < Count<TVector, T>(); i++)
        {
            ref T lane = ref Lane<TVector, T>(ref operand, i);
            lane = TFunction.Invoke(lane);
        }

        return operand;
    }

    /// <summary>Applies a function of two operands lane by lane.</summary>
    public static TVector Map<TVector, T, TFunction>(TVector left, TVector right)
        where TVector : struct
        where T : struct
        where TFunction : IBinaryLaneFunction<T>
    {
        for (int i = 0; i < Count<TVector, T>(); i++)
        {
            ref T lane = ref Lane<TVector, T>(ref left, i);
            lane = TFunction.Invoke(lane, Lane<TVector, T>(ref right, i));
        }

        return left;
    }

    private static int Count<TVector, T>()
        where TVector : struct
        where T : struct => Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Lane<TVector, T>(ref TVector vector, int index)
        where TVector : struct
        where T : struct => ref Unsafe.Add(ref Unsafe.As<TVector, T>(ref vector), index);
}
