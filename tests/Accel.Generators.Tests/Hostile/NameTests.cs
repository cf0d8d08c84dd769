using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Hostile;

/// <summary>Names and directives that are valid C#, and that generated code must live with.</summary>
public class NameTests
{
    public static TheoryData<string, string> Sources => new()
    {
        { "verbatim names", "namespace @namespace.@class; public static partial class @static { [Kernel] public static void @for(ReadOnlySpan<float> @ref, Span<float> @int, float @in) { for (int @new = 0; @new < @int.Length; @new++) @int[@new] = @ref[@new] * @in; } }" },
        { "Unicode names", "namespace Größe.数; public static partial class Ключ { [Kernel] public static void λ(ReadOnlySpan<double> größe, Span<double> 値) { for (int ι = 0; ι < 値.Length; ι++) 値[ι] = größe[ι] + 1; } }" },
        { "a combining letter", "public static partial class K { [Kernel] public static void e\u0301(Span<float> a\u0308) { for (int i = 0; i < a\u0308.Length; i++) a\u0308[i] = i; } }" },
        { "contextual keywords", "public static partial class record_ { [Kernel] public static void value(Span<int> field, int await, int var, int nint, int where, int scoped, int _) { for (int yield = 0; yield < field.Length; yield++) field[yield] = await + var + nint + where + scoped + _; } }" },
        { "names of generated code", "public static partial class Descriptor { [Kernel] public static void Run128(Span<float> f, ReadOnlySpan<float> frame, int begin, int end, float backend, int trip, int chosen, int t) { for (int block = 0; block < f.Length; block++) f[block] = frame[block] * backend + begin + end + trip + chosen + t; } [Kernel] public static float TryRun(Span<float> low0) { float high0 = 0; for (int count0 = 0; count0 < low0.Length; count0++) high0 += low0[count0]; return high0; } }" },
        { "types named as in System and Accel", "namespace Foo.System { public class Math { } public class Span { } } namespace Foo.Accel { public class Backend { } public class Vector128 { } } namespace Foo { public static partial class Unsafe { [global::Accel.Kernel] public static void Run(global::System.Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = global::System.MathF.Sqrt(x[i]); } } }" },
        { "overloads and names that differ in case", "public static partial class K { [Kernel] public static void run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 2; } [Kernel] public static void Run(Span<double> x) { for (int i = 0; i < x.Length; i++) x[i] = 3; } }" },
        { "nested types", "public static partial class A { public static partial class B { public partial struct C { public partial record D { [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } } } } }" },
        { "#if in the body and the parameters", "public static partial class K { [Kernel] public static void Run(Span<float> x\n#if NEVER\n, int y\n#endif\n) {\n#if NEVER\n for (;;) { }\n#else\n for (int i = 0; i < x.Length; i++)\n#region R\n x[i] =\n#pragma warning disable\n 1\n#endregion\n ;\n#endif\n } }" },
        { "#line", "public static partial class K {\n#line 5 \"a \\b'c.cs\"\n[Kernel] public static void Run(Span<float> x) {\n#line hidden\n for (int i = 0; i < x.Length; i++)\n#line (1,1)-(2,2) 3 \"y.cs\"\n x[i] = 1;\n#line default\n } }" },
        { "comments in the header", "public static partial class K { [Kernel] public static void Run(Span<float> x) { for (int i = 0 /* */ ; i < // end */\n x.Length; i++ /* \"*/) { x[i] = '\"' + \"*/\".Length; } } }" },
        { "line ends of all kinds", "public static partial class K { [Kernel] public static void Run(Span<float> x) {\r for (int i = 0;\r\n i < x.Length; i++)\u2028 { \u2029 x[i] = 1; \u0085 } } }" },
        { "a class named Accel", "namespace N { public static partial class Accel { [global::Accel.Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } } public static class C { public static void M(float[] x) => Accel.Run(x); } }" },
        { "a file-local type", "file static class K { [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } }" },
        { "a generic type", "public static partial class K<T> { [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } }" },
        { "an interface", "public partial interface I { [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } }" },
        { "an attribute of the same name", "public sealed class KernelAttribute : Attribute { } public static class K { [KernelAttribute] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } }" },
        { "a local function", "public static class K { public static void Run(float[] x) { L(x); [Kernel] static void L(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] = 1; } } }" },
        { "an operator and an accessor", "public readonly struct V { [Kernel] public static V operator +(V a, V b) => a; public static float P { [Kernel] get => 1; } }" },
        { "raw and interpolated strings", "public static partial class K { [Kernel] public static void Run(Span<float> x) { string s = \"\"\"a \" {0} \"\"\"; string t = $\"{{{s}}}\"; for (int i = 0; i < x.Length; i++) x[i] = 1; _ = s + t; } }" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void CompilesWhereTheInputDoes(string name, string source)
    {
        string text = "using System; using Accel;\n" + source;
        GeneratorRun run = GeneratorRun.Of(text);
        Assert.True(run.Diagnostics.IsEmpty, $"{name}: {string.Join("; ", run.Diagnostics)}");
        string before = Errors(run.Input);
        Assert.True(before.Length == 0, $"{name} is no C#: {before}");
        Assert.True(Errors(run.Output).Length == 0, $"{name}: {Errors(run.Output)}");
    }

    private static string Errors(Microsoft.CodeAnalysis.Compilation compilation) =>
        string.Join("; ", compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(4));
}
