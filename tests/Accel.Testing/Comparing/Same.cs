using System.Globalization;
using System.Runtime.InteropServices;
using Xunit.Sdk;

namespace Accel.Testing.Comparing;

/// <summary>Comparison of what a backend computed with what the reference computed.</summary>
public static class Same
{
    /// <summary>Fails where two elements differ in their bits. Any NaN equals any other: its payload is not specified.</summary>
    /// <param name="expected">What the reference computed.</param>
    /// <param name="actual">What the backend computed.</param>
    /// <param name="what">Named in the message: kernel, backend, length.</param>
    /// <exception cref="XunitException">With the first element that differs: its index, both values, their distance in ulp.</exception>
    public static void Bits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what = "")
        where T : unmanaged
    {
        Lengths(expected.Length, actual.Length, what);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!HaveSameBits(expected[i], actual[i]))
            {
                Fail($"index {i} of {expected.Length}", expected[i], actual[i], what);
            }
        }
    }

    /// <summary>Fails where two elements differ in their bits.</summary>
    public static void Bits<T>(T[] expected, T[] actual, string what = "")
        where T : unmanaged => Bits<T>(expected.AsSpan(), actual.AsSpan(), what);

    /// <summary>Fails where two results differ in their bits.</summary>
    public static void Bits<T>(T expected, T actual, string what = "")
        where T : unmanaged
    {
        if (!HaveSameBits(expected, actual))
        {
            Fail("the result", expected, actual, what);
        }
    }

    /// <summary>Fails where two elements are more than <paramref name="ulps"/> apart.</summary>
    public static void Within(long ulps, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what = "")
    {
        Lengths(expected.Length, actual.Length, what);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Ulp.Distance(expected[i], actual[i]) > ulps)
            {
                Fail($"index {i} of {expected.Length}, allowed {ulps} ulp", expected[i], actual[i], what);
            }
        }
    }

    /// <summary>Fails where two elements are more than <paramref name="ulps"/> apart.</summary>
    public static void Within(long ulps, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what = "")
    {
        Lengths(expected.Length, actual.Length, what);
        for (int i = 0; i < expected.Length; i++)
        {
            if (Ulp.Distance(expected[i], actual[i]) > ulps)
            {
                Fail($"index {i} of {expected.Length}, allowed {ulps} ulp", expected[i], actual[i], what);
            }
        }
    }

    private static bool HaveSameBits<T>(T x, T y)
        where T : unmanaged
    {
        if (IsNaN(x) && IsNaN(y))
        {
            return true;
        }

        ReadOnlySpan<byte> left = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in x, 1));
        ReadOnlySpan<byte> right = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in y, 1));
        return left.SequenceEqual(right);
    }

    private static bool IsNaN<T>(T value) => value switch
    {
        float number => float.IsNaN(number),
        double number => double.IsNaN(number),
        Half number => Half.IsNaN(number),
        _ => false,
    };

    private static void Lengths(int expected, int actual, string what)
    {
        if (expected != actual)
        {
            throw new XunitException($"{Prefix(what)}the lengths differ: expected {expected}, actual {actual}.");
        }
    }

    private static void Fail<T>(string where, T expected, T actual, string what)
        where T : unmanaged
    {
        string distance = (expected, actual) switch
        {
            (float x, float y) => Ulps(Ulp.Distance(x, y)),
            (double x, double y) => Ulps(Ulp.Distance(x, y)),
            _ => "",
        };
        throw new XunitException($"{Prefix(what)}first difference at {where}: expected {Show(expected)}, actual {Show(actual)}{distance}.");
    }

    private static string Ulps(long distance) => distance == long.MaxValue ? "" : $", {distance.ToString(CultureInfo.InvariantCulture)} ulp apart";

    private static string Prefix(string what) => what.Length == 0 ? "" : what + ": ";

    private static string Show<T>(T value) => value switch
    {
        float number => string.Create(CultureInfo.InvariantCulture, $"{number:R} (0x{BitConverter.SingleToUInt32Bits(number):X8})"),
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R} (0x{BitConverter.DoubleToUInt64Bits(number):X16})"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "null",
    };
}
