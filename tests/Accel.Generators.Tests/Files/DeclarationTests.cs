using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Files;

/// <summary>Kernels declared in every way that C# has: what is generated compiles, and calls reach it.</summary>
public class DeclarationTests
{
    private const string Body = "{ for (int i = 0; i < y.Length; i++) { y[i] *= 2; } return global::System.Reflection.MethodBase.GetCurrentMethod()!.Name; }";

    [Theory]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("namespace A { namespace B.C { internal partial class D { [Kernel] internal static string Run(Span<float> y) $ } } }", "A.B.C.D.Run(x)")]
    [InlineData("public partial struct C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public readonly partial struct C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public ref partial struct C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public readonly ref partial struct C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public partial record C(int A) { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public sealed partial record C(int A) { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public readonly partial record struct C(int A) { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public abstract partial class C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public partial interface C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public partial interface C { [Kernel] static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public static class C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("namespace A { public class B { public struct C { [Kernel] public static string Run(Span<float> y) $ } } }", "A.B.C.Run(x)")]
    [InlineData("public partial class @class { public partial struct @int { [Kernel] public static string @void(Span<float> y) $ } }", "@class.@int.@void(x)")]
    [InlineData("namespace @namespace.@using { public static partial class @static { [Kernel] public static string @return(Span<float> y) $ } }", "@namespace.@using.@static.@return(x)")]
    [InlineData("namespace Größe { public static partial class 計算 { [Kernel] public static string Änderung(Span<float> y) $ } }", "Größe.計算.Änderung(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, int @default = 3, string text = \"a\\\"b\", char c = '\\n') $ }", "C.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, float a = float.NaN, double b = double.NegativeInfinity, DayOfWeek c = DayOfWeek.Friday, DateTime d = default) $ }", "C.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, in float a, ref int b, out int c, ref readonly int d) { c = 1; $ } }", "C.Run(x, 1f, ref b, out int c, in b)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(scoped Span<float> y, params ReadOnlySpan<int> more) $ }", "C.Run(x, 1, 2, 3)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(this Span<float> y, params float[] more) $ }", "x.AsSpan().Run(1, 2)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(this in int a, Span<float> y) $ }", "b.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, string? a, (int A, string? B) b, nint c, int?[] d) $ }", "C.Run(x, null, (1, null), 2, [3])")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, Backend backend) $ }", "C.Run(x, Backend.Auto)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y, int backend, int backend1, int Kernel, int Descriptor) $ }", "C.Run(x, 1, 2, 3, 4)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y) $ public static string Run(Span<float> y, Backend b) => \"\"; }", "C.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y) $ [Kernel] public static string Run(ReadOnlySpan<float> z, int n) { for (int i = 0; i < n; i++) { } return \"\"; } [Kernel] public static string Run(Span<float> z, int n) { return \"\"; } }", "C.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static string Run(Span<float> y) $ [Kernel] public static string run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public static partial class C { [Kernel] public static partial string Run(Span<float> y); public static partial string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("using Fast = Accel.KernelAttribute; public static partial class C { [Fast] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public static partial class C { [global::Accel.KernelAttribute(FloatMode = FloatMode.Fast)] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public static partial class C { private static int s_hidden = 1; [Kernel] public static string Run(Span<float> y) { s_hidden++; $ } }", "C.Run(x)")]
    [InlineData("namespace MyApp.Accel { public static partial class C { [Kernel] public static string Run(Span<float> y) $ } } namespace MyApp.System { class X; }", "MyApp.Accel.C.Run(x)")]
    public void ItsCallIsRedirected(string declaration, string call)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(Source(declaration, call), new() { AllowUnsafe = true }).Load();

        Assert.EndsWith("__Accel", (string)assembly.Invoke("Call", new float[3])!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static partial class C { [Kernel] private static string Run(Span<float> y) $ public static string Call(float[] x) => Run(x); }", "C.Call(x)")]
    [InlineData("public partial class C { private partial struct D { [Kernel] public static string Run(Span<float> y) $ } public static string Call(float[] x) => D.Run(x); }", "C.Call(x)")]
    [InlineData("public partial class C { protected static partial class D { private partial class E { [Kernel] private static string Run(Span<float> y) $ public static string Call(float[] x) => Run(x); } public static string Call(float[] x) => E.Call(x); } public static string Call(float[] x) => D.Call(x); }", "C.Call(x)")]
    [InlineData("public partial class C { [Kernel] private protected static string Run(Span<float> y) $ public static string Call(float[] x) => Run(x); }", "C.Call(x)")]
    public void AHiddenKernelOfPartialTypesIsRedirected(string declaration, string call)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(Source(declaration, call)).Load();

        Assert.EndsWith("__Accel", (string)assembly.Invoke("Call", new float[3])!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static class C { [Kernel] private static string Run(Span<float> y) $ public static string Call(float[] x) => Run(x); }", "C.Call(x)")]
    [InlineData("public class C { private static class D { [Kernel] public static string Run(Span<float> y) $ } public static string Call(float[] x) => D.Run(x); }", "C.Call(x)")]
    [InlineData("file static partial class C { [Kernel] public static string Run(Span<float> y) $ }", "C.Run(x)")]
    [InlineData("public partial class C<T> { [Kernel] public static string Run(Span<float> y) $ }", "C<int>.Run(x)")]
    [InlineData("public partial class C { [Kernel] public static string Run<T>(Span<float> y, T z) $ public static string Call<T>(float[] x, T z) => Run(x, z); }", "C.Call(x, 1)")]
    [InlineData("public partial class C { [Kernel] public string Run(Span<float> y) $ }", "new C().Run(x)")]
    [InlineData("public partial class C { private struct D; [Kernel] private static string Run(Span<float> y, D d) $ public static string Call(float[] x) => Run(x, new()); }", "C.Call(x)")]
    [InlineData("public static class C { private static int s_hidden = 1; [Kernel] public static string Run(Span<float> y) { s_hidden++; $ } }", "C.Run(x)")]
    public void WhatCannotBeReachedRunsAsWritten(string declaration, string call)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(Source(declaration, call)).Load();

        Assert.Equal("Run", assembly.Invoke("Call", new float[3]));
    }

    private static string Source(string declaration, string call) => $$"""
        using System;
        using Accel;

        {{declaration.Replace("$", Body, StringComparison.Ordinal)}}

        namespace Test
        {
            public static class Kernels
            {
                public static string Call(float[] x)
                {
                    int b = 1;
                    return b == 1 ? {{call}} : "";
                }
            }
        }
        """;
}
