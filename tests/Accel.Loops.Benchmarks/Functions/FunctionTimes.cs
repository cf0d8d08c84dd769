using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Accel.Loops.Benchmarks.Functions;

/// <summary>
/// ns for one function of one number: as written, by Accel, and by gcc with -ffast-math, which calls glibc's libmvec (4 ulp). 2,048 numbers from 0.01 to 0.99 in the L1 cache; all forms in turns,
/// the lowest window of each.
/// </summary>
internal static unsafe class FunctionTimes
{
    private const int Length = 2048;
    private const int Windows = 40;

    public static void Print()
    {
        nint native = NativeCompiler.Find("gcc") is { } gcc ? NativeLibrary.Load(NativeCompiler.Compile(gcc)) : 0;
        double[] doubles = [.. Enumerable.Range(0, Length).Select(i => 0.01 + (0.98 * ((i * 7919) % Length) / Length))];
        float[] singles = [.. doubles.Select(value => (float)value)];
        Console.WriteLine("| | double: as written | Accel | Accel, Fast | libmvec | Accel/libmvec | Fast/libmvec | float: as written | Accel | Accel, Fast | libmvec | Accel/libmvec | Fast/libmvec |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (VectorFunction function in FunctionSuite.Functions)
        {
            // Of what begins at 1.
            double offset = function.Name == "Acosh" ? 1 : 0;
            string[] ofDouble = Row(function.OfDouble, function.Fast, Array.ConvertAll(doubles, value => value + offset), Native(native, function, "double"));
            string[] ofSingle = Row(function.OfSingle, function.FastOfSingle, Array.ConvertAll(singles, value => value + (float)offset), Native(native, function, "single"));
            Console.WriteLine($"| {function.Name} | {string.Join(" | ", ofDouble)} | {string.Join(" | ", ofSingle)} |");
        }
    }

    private static delegate* unmanaged<void*, void*, int, void> Native(nint library, VectorFunction function, string type) =>
        library == 0 || function.NativeName is null ? null : (delegate* unmanaged<void*, void*, int, void>)NativeLibrary.GetExport(library, $"{function.NativeName}_{type}");

    private static string[] Row<T>(FunctionKernel<T> kernel, FunctionKernel<T>? fast, T[] x, delegate* unmanaged<void*, void*, int, void> native)
        where T : unmanaged
    {
        T* source = (T*)NativeMemory.AlignedAlloc((nuint)(Length * sizeof(T)), 64);
        T* target = (T*)NativeMemory.AlignedAlloc((nuint)(Length * sizeof(T)), 64);
        x.CopyTo(new Span<T>(source, Length));
        double written = double.MaxValue;
        double ours = double.MaxValue;
        double fastest = double.MaxValue;
        double others = double.MaxValue;
        for (int window = -10; window < Windows; window++)
        {
            // The first windows are for the JIT, which needs pauses to bring in its last version.
            int calls = window < 0 ? 30 : 8;
            double reference = Window(calls, () => kernel(new(source, Length), new(target, Length), Backend.Reference));
            double simd = Window(calls, () => kernel(new(source, Length), new(target, Length), Backend.Simd));
            double loose = fast is null ? double.MaxValue : Window(calls, () => fast(new(source, Length), new(target, Length), Backend.Simd));
            double c = native is null ? double.MaxValue : Window(calls, () => native(source, target, Length));
            if (window < 0)
            {
                Thread.Sleep(15);
                continue;
            }

            (written, ours, fastest, others) = (Math.Min(written, reference), Math.Min(ours, simd), Math.Min(fastest, loose), Math.Min(others, c));
        }

        NativeMemory.AlignedFree(source);
        NativeMemory.AlignedFree(target);
        return [$"{written:F2}", $"{ours:F2}", fast is null ? "" : $"{fastest:F2}", native is null ? "" : $"{others:F2}", native is null ? "" : $"{ours / others:F2}", native is null || fast is null ? "" : $"{fastest / others:F2}"];
    }

    private static double Window(int calls, Action action)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds / (calls * Length);
    }
}
