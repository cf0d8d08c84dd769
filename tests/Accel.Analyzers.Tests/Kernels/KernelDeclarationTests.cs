using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.Kernels.KernelDeclarationAnalyzer>;

namespace Accel.Analyzers.Tests.Kernels;

public sealed class KernelDeclarationTests
{
    [Fact]
    public Task OrdinaryStaticMethodsAreKernels() => Test.Verify("""
        using System;
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Scale(float a, Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] *= a;
            }

            [Kernel(FloatMode = FloatMode.Fast)]
            private static float Square(float x) => x * x;

            public static void NotMarked() { }
        }
        """);

    [Fact]
    public Task EachDeclarationThatCannotBeAKernelIsAnError() => Test.Verify("""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;
        using Accel;

        public class Signal
        {
            private static int s_field;

            [Kernel] public void {|ACC0001:Instance|}(Span<float> x) { }

            [Kernel] public static async Task {|ACC0001:Async|}() => await Task.Yield();

            [Kernel] public static IEnumerable<int> {|ACC0001:Iterator|}(int n) { yield return n; }

            [Kernel] public static ref int {|ACC0001:ByRef|}() => ref s_field;

            [Kernel] public static ref readonly int {|ACC0001:ByReadOnlyRef|}() => ref s_field;

            [Kernel, DllImport("native")] public static extern void {|ACC0001:Extern|}();

            public static int Property { [Kernel] {|ACC0001:get|}; }

            [Kernel] public static Signal operator {|ACC0001:+|}(Signal a, Signal b) => a;
        }
        """);

    [Fact]
    public Task AMethodThatOnlyHoldsAnIteratorIsAKernel() => Test.Verify("""
        using System;
        using System.Collections.Generic;
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Fill(Span<int> x)
            {
                IEnumerable<int> Numbers() { yield return 1; }
                foreach (int n in Numbers()) x[n] = n;
            }
        }
        """);

    [Fact]
    public Task LocalFunctionsAndLambdasCannotBeKernels() => Test.VerifyProgram("""
        using System;
        using Accel;

        [Kernel] static float {|ACC0001:Square|}(float x) => x * x;
        Func<float, float> cube = {|ACC0001:[Kernel] (x) => x * x * x|};
        Console.WriteLine(Square(2) + cube(2));
        """);

    [Fact]
    public Task PartialMethodsNeedABody() => Test.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] static partial void {|ACC0001:NoBody|}(int x);

            [Kernel] public static partial int Declared(int x);
            public static partial int Declared(int x) => x;

            public static partial int Implemented(int x);
            [Kernel] public static partial int Implemented(int x) => x;

            public static partial void {|ACC0001:Later|}(int x);
        }

        public static partial class Signal
        {
            [Kernel] public static async partial void Later(int x) { await System.Threading.Tasks.Task.Yield(); }
        }
        """);

    [Fact]
    public Task InterfaceMembersThatAreNotCalledByNameCannotBeKernels() => Test.Verify("""
        using Accel;

        public interface IShape
        {
            [Kernel] static abstract float {|ACC0001:Area|}(float x);
            [Kernel] static virtual float {|ACC0001:Edge|}(float x) => x;
            [Kernel] static float Double(float x) => x + x;
        }

        public struct Square : IShape
        {
            [Kernel] static float IShape.{|ACC0001:Area|}(float x) => x * x;
        }
        """);

    [Fact]
    public Task WhatTheCompilerDoesNotTakeYetStaysReference() => Test.Verify("""
        using System;
        using Accel;

        public static class Signal
        {
            [Kernel] public static T {|ACC0002:Generic|}<T>(T x) => x;
            [Kernel] public static T {|ACC0002:ByInterface|}<T>(Span<T> x) where T : System.Numerics.INumber<T> { T n = T.Zero; foreach (T v in x) { if (T.IsZero(v)) { n++; } } return n; }
            [Kernel] public static unsafe void {|ACC0002:Pointer|}(float* x) { }
            [Kernel] public static void {|ACC0002:Dynamic|}(dynamic x) { }
            [Kernel] public static void {|ACC0002:Nested|}(Span<int> y, (int, dynamic)[] x) { }
        }

        public static class Generic<T>
        {
            public static class Inner
            {
                [Kernel] public static void {|ACC0002:InGeneric|}(Span<float> x) { }
            }
        }

        public static partial class Types
        {
            private struct Secret { }

            [Kernel] private static void {|ACC0002:PrivateType|}(Span<Secret> x) { }
            [Obsolete("gone", true)] [Kernel] public static void {|ACC0002:Gone|}(Span<float> x) { }
        }

        file static class Hidden
        {
            [Kernel] public static void {|ACC0002:InFile|}(Span<float> x) { }
        }

        public static class Extensions
        {
            extension(int receiver)
            {
                [Kernel] public static int {|ACC0002:InExtension|}(int x) => x;
            }
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken("""
        using Accel;

        class Broken
        {
            [Kernel] public static void Fine(Missing x { }
            [Kernel] public void {|ACC0001:Instance|}(Span<float> x) { for (;
            [Kernel] static
        """);

    [Fact]
    public Task AnAttributeOfTheSameNameElsewhereIsAnother() => Test.Verify("""
        public sealed class KernelAttribute : System.Attribute { }

        public class Signal
        {
            [Kernel] public void Instance() { }
        }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.CSharp13, false)]
    public Task AProjectOfAnOlderLanguageCompilesNoKernel(LanguageVersion version, bool isReported) => RuleTest<KernelDeclarationAnalyzer>.VerifyIn(version, $$"""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void {{(isReported ? "{|ACC0002:Clear|}" : "Clear")}}(Span<float> y) { for (int i = 0; i < y.Length; i++) { y[i] = 0; } }
        }
        """);

    [Fact]
    public Task OptionsThatContradictEachOtherAreErrors() => Test.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [{|ACC0003:Kernel(Accumulation = Accumulation.Compensated, FloatMode = FloatMode.Strict)|}] public static void Strict(Span<float> x) { }
            [{|ACC0003:Kernel(FloatMode = FloatMode.Fast, Accumulation = Accumulation.Compensated)|}] public static void Fast(Span<float> x) { }
            [{|ACC0003:Kernel(FloatMode = (FloatMode)3)|}] public static void Unknown(Span<float> x) { }
            [{|ACC0003:Kernel(Accumulation = (Accumulation)(-1))|}] public static partial void Part(Span<float> x);
            public static partial void Part(Span<float> x) { }
            [Kernel(Accumulation = Accumulation.Compensated)] public static void Sums(Span<float> x) { }
            [Kernel(Accumulation = Accumulation.Plain, FloatMode = FloatMode.Fast)] public static void Plain(Span<float> x) { }
            [Kernel(Accumulation = Accumulation.Compensated, FloatMode = FloatMode.Reproducible)] public static void Both(Span<float> x) { }
        }
        """);
}
