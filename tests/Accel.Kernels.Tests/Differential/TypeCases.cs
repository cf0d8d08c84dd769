using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Kernels over text and enums, with names of elements, tuples and functions of bits.</summary>
internal static class TypeCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Upper", Agreement.Exact, 128, (run, n, on) => TypeKernels.Upper(Text(run, n), on));
        yield return new("Occurrences", Agreement.Exact, 64, (run, n, on) => run.Return(TypeKernels.Occurrences(Text(run, n), 'q', on)));
        yield return new("Highest", Agreement.Exact, 128, (run, n, on) =>
        {
            char highest = 'c';
            TypeKernels.Highest(run.Array(n, v => (char)(ushort)(v * 4000)), ref highest, on);
            run.Return(highest);
        });
        yield return new("ClassifyLevels", Agreement.Exact, 64, (run, n, on) => TypeKernels.Classify(run.AnyFloats(n), run.Array(n, _ => Level.None), Level.Low, on));
        yield return new("HowMany", Agreement.Exact, 64, (run, n, on) => run.Return(TypeKernels.HowMany(Levels(run, n), Level.High, on)));
        yield return new("Mark", Agreement.Exact, 32, (run, n, on) => TypeKernels.Mark(run.Integers<int>(n), run.Empty<Marks>(n), on));
        yield return new("Weights", Agreement.Exact, 64, (run, n, on) => TypeKernels.Weights(Levels(run, n), run.Floats(n), on));
        yield return new("Named", Agreement.Exact, 32, (run, n, on) => TypeKernels.Named(run.AnyFloats(n), run.Matrix(3, n % 70, v => (float)v), on));
        yield return new("EachNamed", Agreement.Exact, 16, (run, n, on) => TypeKernels.EachNamed(run.AnyDoubles(n), 0.3, on));
        yield return new("Ordered", Agreement.Exact, 16, (run, n, on) => TypeKernels.Ordered(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<long>(n), on));
        yield return new("DivRem", Agreement.Exact, 32, (run, n, on) => TypeKernels.Digits(run.Integers<int>(n), run.Empty<int>(n), on));
        yield return new("Bits", Agreement.Exact, 32, (run, n, on) =>
            TypeKernels.Bits(run.Integers<uint>(n), run.Integers<int>(n), run.Integers<ulong>(n), run.Empty<int>(n), on));
        yield return new("HighProducts", Agreement.Exact, 16, (run, n, on) => TypeKernels.HighProducts(run.Integers<long>(n), run.Integers<ulong>(n), run.Integers<int>(n), on));
        yield return new("NearestRemainders", Agreement.Exact, 16, (run, n, on) =>
            TypeKernels.NearestRemainders(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), run.Doubles(n), run.Array(n, v => Math.Round(v * 4) / 4), run.Empty<double>(n), on));
        yield return new("WideProducts", Agreement.Exact, 16, (run, n, on) =>
            TypeKernels.WideProducts(run.Integers<int>(n), run.Empty<long>(n), run.Integers<uint>(n), run.Empty<ulong>(n), on));
        yield return new("Kinds", Agreement.Exact, 32, (run, n, on) => TypeKernels.Kinds(run.AnyFloats(n), run.AnyDoubles(n), run.Empty<int>(n), on));
        yield return new("Translate", Agreement.Exact, 64, (run, n, on) => TypeKernels.Translate(run.Integers<byte>(n), run.Floats(256), run.Empty<float>(n), on), Gpu: false);
        yield return new(
            "TranslateInPlace",
            Agreement.Exact,
            128,
            (run, n, on) => TypeKernels.TranslateInPlace(run.Integers<byte>(n), Table(run), on),
            Gpu: false);
        yield return new("TranslateBack", Agreement.Exact, 128, (run, n, on) => TypeKernels.TranslateBack(run.Integers<byte>(n), Table(run), on), Gpu: false);
        yield return new("TranslateOnward", Agreement.Exact, 128, (run, n, on) => TypeKernels.TranslateOnward(run.Integers<byte>(n), Table(run), on), Gpu: false);
        yield return new("Offsets", Agreement.Exact, 64, (run, n, on) => TypeKernels.Offsets(run.Integers<sbyte>(n), run.Integers<int>(257), run.Empty<int>(n), on), Gpu: false);
    }

    private static byte[] Table(KernelRun run) => run.Array(256, v => (byte)(int)(v * 30));

    private static Span<char> Text(KernelRun run, int length)
    {
        Span<char> text = run.Integers<char>(length);
        foreach (ref char c in text)
        {
            c = c % 5 == 0 ? c : (char)(c & 127);
        }

        return text;
    }

    private static Span<Level> Levels(KernelRun run, int length)
    {
        Span<Level> levels = run.Integers<Level>(length);
        foreach (ref Level level in levels)
        {
            level = (Level)((int)level % 4);
        }

        return levels;
    }
}
