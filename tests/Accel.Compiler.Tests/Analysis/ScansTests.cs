using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which recurrences lanes compute by scans, and of what.</summary>
public sealed class ScansTests
{
    [Theory]
    [InlineData("int", "s += b[i];", "Sum b[i.1]")]
    [InlineData("int", "s = b[i] * 2 + s;", "Sum (b[i.1] * 2)")]
    [InlineData("int", "s -= b[i];", "Sum -b[i.1]")]
    [InlineData("int", "s *= b[i];", "Product b[i.1]")]
    [InlineData("int", "s ^= b[i];", "Xor b[i.1]")]
    [InlineData("int", "s = Math.Max(b[i], s);", "Max b[i.1]")]
    [InlineData("int", "if (b[i] > s) s = b[i];", "Max b[i.1]")]
    [InlineData("int", "s = s <= b[i] ? s : b[i];", "Min b[i.1]")]
    [InlineData("int", "s = b[i] <= s ? b[i] : s;", "Min b[i.1]")]
    [InlineData("int", "if (b[i] > 0) s++;", "Sum select((b[i.1] > 0), 1, 0)")]
    [InlineData("int", "if (b[i] > 0) s += b[i]; else s -= 3;", "Sum select((b[i.1] > 0), b[i.1], -3)")]
    [InlineData("int", "s = 3 - s;", "")]
    [InlineData("int", "s += s;", "")]
    [InlineData("int", "s = (s + b[i]) / 2;", "")]
    [InlineData("int", "s = b[i] > 0 ? s + b[i] : s * b[i];", "")]
    [InlineData("float", "s += c[i];", "")]
    [InlineData("float", "s *= c[i];", "")]
    [InlineData("float", "s = MathF.Min(s, c[i]);", "Min c[i.1]")]
    [InlineData("float", "if (c[i] < s) s = c[i];", "Smaller c[i.1]")]
    [InlineData("float", "if (c[i] <= s) s = c[i];", "")]
    [InlineData("float", "s = s > c[i] ? s : c[i];", "")]
    public void OfLocals(string type, string step, string scan)
    {
        ForLoop loop = Loop($"{type} s = 1; for (int i = 9; i < k; i++) {{ {step} a[i] = (int)s; }}");
        Assert.Equal(scan, Describe(loop.Schedule.Vector?.Carries.OfType<PreviousValue>().Single().Scan));
    }

    [Theory]
    [InlineData("a[i] += a[i - 1];", "Sum a[i.1]")]
    [InlineData("a[i] = a[i - 1] + b[i] * a[i + 1];", "Sum (b[i.1] * a[(i.1 + 1)])")]
    [InlineData("a[i] = Math.Min(a[i - 1], b[i]);", "Min b[i.1]")]
    [InlineData("a[i] = a[i - 1] + a[i - 2];", "")]
    [InlineData("a[i] = a[i - 2] + b[i];", "")]
    [InlineData("a[i] = a[i - 1] * 3 + b[i] * b[i];", "")]
    public void OfMemory(string step, string scan)
    {
        ForLoop loop = Loop($"for (int i = 9; i < k; i++) {{ {step} }}");
        Assert.Equal(scan, Describe(loop.Schedule.Vector?.SerialStores.SingleOrDefault()?.Scan));
    }

    private static string Describe(Scan? scan) => scan is null ? "" : $"{scan.Op} {IrPrinter.Print(scan.Operand)}";

    private static ForLoop Loop(string body) => CompilerTest.Kernel("Span<int> a, ReadOnlySpan<int> b, ReadOnlySpan<float> c, int k", body).After(nameof(VectorizeLoops)).Loop;
}
