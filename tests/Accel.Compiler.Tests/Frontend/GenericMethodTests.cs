using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Generic methods, read as if they had been written for the type arguments of a call.</summary>
public sealed class GenericMethodTests
{
    private const string Sum = """
        [Kernel]
        public static T Run<T>(ReadOnlySpan<T> x)
            where T : System.Numerics.INumber<T>
        {
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++) sum += x[i] * T.CreateChecked(3);
            return sum;
        }
        """;

    [Theory]
    [InlineData(SpecialType.System_Single, "float", "f:40400000")]
    [InlineData(SpecialType.System_Int64, "long", " * 3")]
    public void AKernelIsReadForAType(SpecialType type, string keyword, string three)
    {
        FrontendResult result = Read(Sum, type);

        string ir = IrPrinter.Print(Assert.Single(result.Model!.Nests));
        Assert.Contains($"ReadOnlySpan<{keyword}> x", ir, StringComparison.Ordinal);
        Assert.Contains(three, ir, StringComparison.Ordinal);
        Assert.Equal($"<{keyword}>", result.Model.Signature.TypeArguments);
    }

    [Fact]
    public void PlacesAreThoseOfTheUsersFile()
    {
        FrontendResult result = Read(Sum.Replace("x[i] * T.CreateChecked(3)", "T.CreateChecked(Console.Read())", StringComparison.Ordinal), SpecialType.System_Single);

        Location location = Assert.Single(result.Rejections).Location;
        Assert.Equal("Console.Read()", location.SourceTree!.GetText().ToString(location.SourceSpan));
        Assert.Contains("where T", location.SourceTree.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another method", "Helper(x[i])", "static T Helper<T>(T x) => x; static float Helper(float x) => -x;")]
    [InlineData("a member by an interface only", "T.IsZero(x[i]) ? x[i] : x[i]", "")]
    [InlineData("a nullable number", "Default(x[i])", "static T Default<T>(T x) { T? none = default; return none is null ? x : none; }")]
    [InlineData("another constructor", "new Box(x[i]).Value > 1 ? x[i] : x[i]", "class Box { public int Value; public Box(object x) { Value = 1; } public Box(float x) { Value = 2; } }")]
    public void WhatWouldMeanSomethingElseIsNotRead(string what, string expression, string members)
    {
        string source = $$"""
            [Kernel]
            public static void Run<T>(Span<T> x) where T : System.Numerics.INumber<T>
            {
                for (int i = 0; i < x.Length; i++) x[i] = {{expression}};
            }
            {{members}}
            """;
        FrontendResult result = Read(source, SpecialType.System_Single);
        Assert.True(result.Model is null || result.Model.Nests.Count == 0, what);
    }

    [Fact]
    public void ATypeOfTheParametersNameIsNotTakenForIt() =>
        Assert.Null(Read("[Kernel] public static void Run<T>(Span<T> x) { for (int i = 0; i < x.Length; i++) x[i] = default(T)!; } public struct T { }", SpecialType.System_Single).Model);

    [Fact]
    public void ACalledMethodIsReadForItsTypes() =>
        CompilerTest.Members("""
            private static T Square<T>(T x) where T : System.Numerics.INumber<T> => Twice(x) * x - T.One;
            private static T Twice<T>(T x) where T : System.Numerics.INumber<T> => x + x;
            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Square(x[i]); }
            """).HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                float x.1 = x[i.0]
                float x.2 = x.1
                x[i.0] = (((x.2 + x.2) * x.1) - f:3f800000)
            """);

    [Fact]
    public void ACalledMethodThatCannotBeReadIsRejectedWithTheReason() =>
        Assert.Contains("'Other' cannot be read for <float> as if it were not generic", CompilerTest.Members("""
            private static T Other<T>(T x) where T : System.Numerics.INumber<T> => T.IsZero(x) ? x : x;
            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Other(x[i]); }
            """).Rejections, StringComparison.Ordinal);

    [Fact]
    public void AGenericMethodThatCallsItselfIsRejected() =>
        Assert.Contains("'Down' calls itself", CompilerTest.Members("""
            private static T Down<T>(T x, int n) where T : System.Numerics.INumber<T> => n > 0 ? Down(x - T.One, n - 1) : x;
            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Down(x[i], 3); }
            """).Rejections, StringComparison.Ordinal);

    private static FrontendResult Read(string members, SpecialType type)
    {
        CSharpCompilation compilation = TestCompilation.Create($$"""
            using System;
            using Accel;
            namespace Test;
            public static partial class Kernels
            {
                {{members}}
            }
            """);
        compilation.AssertNoErrors();
        IMethodSymbol method = compilation.GetTypeByMetadataName("Test.Kernels")!.GetMembers("Run").OfType<IMethodSymbol>().Single();
        return KernelFrontend.Build(method.Construct(compilation.GetSpecialType(type)), compilation, CancellationToken.None);
    }
}
