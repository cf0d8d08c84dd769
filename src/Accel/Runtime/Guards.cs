using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary>The checks that generated code makes in front of a loop nest. All arithmetic is in 64 bits and cannot wrap unnoticed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guards
{
    /// <summary>Values beyond this are refused: sums of a few dozen of them still fit 64 bits, and no subscript comes near it.</summary>
    private const long Limit = 1L << 46;

    /// <summary>Whether the memory of two spans has any byte in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayOverlap<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second)
    {
        if (first.IsEmpty || second.IsEmpty)
        {
            return false;
        }

        nint distance = Distance(first, second);
        return (nuint)distance < (nuint)first.Length * (nuint)Unsafe.SizeOf<T1>()
            || (nuint)(-distance) < (nuint)second.Length * (nuint)Unsafe.SizeOf<T2>();
    }

    /// <summary>The numbers that structs consist of, one behind the other; none where there are more than a span can hold, so that guards fail.</summary>
    /// <typeparam name="TStruct">A struct with fields of the other type, or of several types; then what lies between those of the other type is seen as more of them.</typeparam>
    /// <typeparam name="TNumber">The numbers.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<TNumber> NumbersOf<TStruct, TNumber>(Span<TStruct> elements)
        where TStruct : unmanaged
        where TNumber : unmanaged =>
        Fits<TStruct, TNumber>(elements.Length) ? MemoryMarshal.Cast<TStruct, TNumber>(elements) : [];

    /// <inheritdoc cref="NumbersOf{TStruct, TNumber}(Span{TStruct})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<TNumber> NumbersOf<TStruct, TNumber>(ReadOnlySpan<TStruct> elements)
        where TStruct : unmanaged
        where TNumber : unmanaged =>
        Fits<TStruct, TNumber>(elements.Length) ? MemoryMarshal.Cast<TStruct, TNumber>(elements) : [];

    private static bool Fits<TStruct, TNumber>(int count)
        where TStruct : unmanaged
        where TNumber : unmanaged =>
        (long)count * (Unsafe.SizeOf<TStruct>() / Unsafe.SizeOf<TNumber>()) <= int.MaxValue;

    /// <summary>Whether a field stands so many bytes behind the beginning of its struct.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAt<TStruct, TField>(in TStruct whole, in TField field, int offset)
        where TStruct : unmanaged
        where TField : unmanaged =>
        Unsafe.ByteOffset(ref Unsafe.As<TStruct, byte>(ref Unsafe.AsRef(in whole)), ref Unsafe.As<TField, byte>(ref Unsafe.AsRef(in field))) == offset;

    /// <summary>Whether two spans are apart, or so many whole elements from each other.</summary>
    public static bool AreAligned<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second) => !MayOverlap(first, second) || Distance(first, second) % Unsafe.SizeOf<T>() == 0;

    /// <summary>The elements that a <c>foreach</c> which was left, and goes on, has still to see.</summary>
    public static ReadOnlySpan<T> Rest<T>(ReadOnlySpan<T> elements, int first) => elements[first..];

    /// <inheritdoc cref="Rest{T}(ReadOnlySpan{T}, int)"/>
    public static Span<T> Rest<T>(Span<T> elements, int first) => elements[first..];

    /// <inheritdoc cref="Rest{T}(ReadOnlySpan{T}, int)"/>
    /// <exception cref="NullReferenceException"><paramref name="elements"/> is <see langword="null"/>, as in the <c>foreach</c>.</exception>
    public static ReadOnlySpan<T> Rest<T>(T[] elements, int first) => new(elements, first, elements.Length - first);

    /// <inheritdoc cref="Rest{T}(T[], int)"/>
    public static ReadOnlySpan<char> Rest(string elements, int first) => elements.AsSpan(first, elements.Length - first);

    /// <inheritdoc cref="Rest{T}(T[], int)"/>
    public static ReadOnlySpan<T> Rest<T>(List<T> elements, int first) => CollectionsMarshal.AsSpan(elements).Slice(first, elements.Count - first);

    /// <summary>The value of a loop's variable behind the loop: the first one, from <paramref name="start"/> on by steps, that is no longer compared as the loop asks.</summary>
    /// <param name="start">What the loop begins with.</param>
    /// <param name="bound">What the variable is compared with.</param>
    /// <param name="offset">What is added to it first.</param>
    /// <param name="step">What it moves on by, towards the bound.</param>
    /// <param name="isInclusive">Whether the loop runs for the bound, too.</param>
    public static int EndOf(int start, long bound, long offset, long step, bool isInclusive) => (int)EndOf((long)start, bound, offset, step, isInclusive);

    /// <inheritdoc cref="EndOf(int, long, long, long, bool)"/>
    public static long EndOf(long start, long bound, long offset, long step, bool isInclusive)
    {
        Int128 distance = ((Int128)bound - offset - start) * Math.Sign(step);
        Int128 size = Int128.Abs(step);
        Int128 trips = (distance + (isInclusive ? size : size - 1)) / size;
        return distance < 0 || trips <= 0 ? start : (long)(start + (trips * step));
    }

    /// <summary>Whether two spans begin at the same address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StartAlike<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second) => Distance(first, second) == 0;

    /// <summary>Whether the elements <paramref name="low1"/> to <paramref name="high1"/> of one span and those from <paramref name="low2"/> to
    /// <paramref name="high2"/> of the other have no byte in common.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreDisjoint<T1, T2>(ReadOnlySpan<T1> first, long low1, long high1, ReadOnlySpan<T2> second, long low2, long high2)
    {
        long distance = Distance(first, second);
        long begin1 = low1 * Unsafe.SizeOf<T1>();
        long end1 = (high1 + 1) * Unsafe.SizeOf<T1>();
        long begin2 = distance + (low2 * Unsafe.SizeOf<T2>());
        long end2 = distance + ((high2 + 1) * Unsafe.SizeOf<T2>());
        return low1 > high1 || low2 > high2 || end1 <= begin2 || end2 <= begin1;
    }

    /// <summary>
    /// Whether one span starts so many elements behind another one in the same memory that lanes meet in the order of their iterations, or not at all: at least
    /// <paramref name="least"/> or at most <paramref name="farBelow"/>, and at most <paramref name="most"/> or at least <paramref name="farAbove"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreInOrder<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second, long least, long farBelow, long most, long farAbove)
    {
        long distance = Distance(first, second);
        long elements = distance / Unsafe.SizeOf<T1>();
        return distance % Unsafe.SizeOf<T1>() == 0 && (elements >= least || elements <= farBelow) && (elements <= most || elements >= farAbove);
    }

    /// <summary>Whether a variable lies in the memory of a span.</summary>
    public static bool IsInside<T1, T2>(ref T1 variable, scoped ReadOnlySpan<T2> span)
    {
        nint distance = Unsafe.ByteOffset(ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(span)), ref Unsafe.As<T1, byte>(ref variable));
        return distance > -Unsafe.SizeOf<T1>() && (nuint)Math.Max(0, distance) < (nuint)span.Length * (nuint)Unsafe.SizeOf<T2>();
    }

    /// <summary>Whether a variable lies in the memory of a span.</summary>
    public static bool IsInside<T1, T2>(ref T1 variable, scoped Span<T2> span) => IsInside(ref variable, (ReadOnlySpan<T2>)span);

    /// <summary>Whether a variable lies in the memory of an array.</summary>
    public static bool IsInside<T1, T2>(ref T1 variable, T2[] array) => IsInside(ref variable, new ReadOnlySpan<T2>(array));

    /// <summary>Whether a field has any byte in common with the memory of a span.</summary>
    public static bool IsPartOf<T1, T2>(ref readonly T1 field, scoped ReadOnlySpan<T2> span) => IsInside(ref Unsafe.AsRef(in field), span);

    /// <inheritdoc cref="IsPartOf{T1, T2}(ref readonly T1, ReadOnlySpan{T2})"/>
    public static bool IsPartOf<T1, T2>(ref readonly T1 field, scoped Span<T2> span) => IsInside(ref Unsafe.AsRef(in field), (ReadOnlySpan<T2>)span);

    /// <inheritdoc cref="IsPartOf{T1, T2}(ref readonly T1, ReadOnlySpan{T2})"/>
    public static bool IsPartOf<T1, T2>(ref readonly T1 field, T2[] array) => IsInside(ref Unsafe.AsRef(in field), new ReadOnlySpan<T2>(array));

    /// <summary>Whether a field has any byte in common with a variable.</summary>
    public static bool IsPartOf<T1, T2>(ref readonly T1 field, ref T2 variable) => IsInside(ref Unsafe.AsRef(in field), new ReadOnlySpan<T2>(ref variable));

    /// <summary>All elements of a two-dimensional array, row after row.</summary>
    public static ReadOnlySpan<T> Elements<T>(T[,] array) =>
        array is null ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>All elements of a three-dimensional array, plane after plane.</summary>
    public static ReadOnlySpan<T> Elements<T>(T[,,] array) =>
        array is null ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>The least and the greatest of the elements <paramref name="from"/> to <paramref name="to"/>, both included; 0 and -1 where there are none.</summary>
    public static void Range(ReadOnlySpan<int> span, long from, long to, out int low, out int high)
    {
        (low, high) = (0, -1);
        if (from > to || from < 0 || to >= span.Length)
        {
            return;
        }

        (low, high) = (int.MaxValue, int.MinValue);
        ref int first = ref Unsafe.Add(ref MemoryMarshal.GetReference(span), (nint)from);
        nint count = (nint)(to - from + 1);
        nint i = 0;
        if (Vector256.IsHardwareAccelerated && count >= Vector256<int>.Count)
        {
            Vector256<int> lows = Vector256.Create(int.MaxValue);
            Vector256<int> highs = Vector256.Create(int.MinValue);
            for (; i <= count - Vector256<int>.Count; i += Vector256<int>.Count)
            {
                Vector256<int> values = Vector256.LoadUnsafe(ref first, (nuint)i);
                lows = Vector256.Min(lows, values);
                highs = Vector256.Max(highs, values);
            }

            for (int lane = 0; lane < Vector256<int>.Count; lane++)
            {
                low = Math.Min(low, lows.GetElement(lane));
                high = Math.Max(high, highs.GetElement(lane));
            }
        }

        for (; i < count; i++)
        {
            int value = Unsafe.Add(ref first, i);
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
    }

    /// <summary>The value; clears <paramref name="isInRange"/> where it is too large to compute ranges with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Small(long value, ref bool isInRange)
    {
        isInRange &= value is > -Limit and < Limit;
        return value;
    }

    /// <summary>The product; clears <paramref name="isInRange"/> where it is too large to compute ranges with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Product(long left, long right, ref bool isInRange)
    {
        long high = Math.BigMul(left, right, out long low);
        isInRange &= high == low >> 63 && low is > -Limit and < Limit;
        return low;
    }

    /// <summary>The least value of <c>factor * x</c> for x from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static long LeastProduct(long factor, long low, long high, ref bool isInRange) =>
        Math.Min(Product(factor, low, ref isInRange), Product(factor, high, ref isInRange));

    /// <summary>The greatest value of <c>factor * x</c> for x from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static long GreatestProduct(long factor, long low, long high, ref bool isInRange) =>
        Math.Max(Product(factor, low, ref isInRange), Product(factor, high, ref isInRange));

    /// <summary>The number of innermost iterations of nested loops; saturates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Iterations(long outer, long inner)
    {
        long high = Math.BigMul(Math.Max(outer, 0), Math.Max(inner, 0), out long low);
        return high == 0 && low >= 0 ? low : long.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Distance<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second) => Unsafe.ByteOffset(
        ref Unsafe.As<T1, byte>(ref MemoryMarshal.GetReference(first)),
        ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(second)));
}
