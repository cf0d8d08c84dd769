using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.Kernels.NestAnalyzer>;

namespace Accel.Analyzers.Tests.Kernels;

public sealed class NestTests
{
    [Fact]
    public Task NestsThatAreCompiledAreFine() => Test.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Scale(float a, Span<float> x)
            {
                Console.WriteLine(x.Length);
                for (int i = 0; i < x.Length; i++) x[i] *= a;
            }

            [Kernel] public static float Square(float x) => x * x;
        }
        """);

    [Fact]
    public Task TheExpressionInTheWayIsReported() => Test.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Parse(string[] texts, Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = {|ACC0020:float.Parse("1")|};
            }

            [Kernel]
            public static partial void Declared(Span<float> x);

            public static partial void Declared(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = {|ACC0020:float.Parse("1")|};
            }
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatWhyAndWhatInstead() => Test.Verify(
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Parse(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = {|#0:float.Parse("1")|};
            }
        }
        """,
        new DiagnosticResult(DiagnosticIds.NestStaysPlain, DiagnosticSeverity.Warning).WithLocation(0));

    [Fact]
    public Task AKernelWithoutALoopIsReported() => Test.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static void {|ACC0021:Nothing|}(Span<float> x) { }

            [Kernel]
            public static void {|ACC0021:InLambda|}(float[] x)
            {
                Action run = () => { for (int i = 0; i < x.Length; i++) x[i] = 0; };
                run();
            }

            [Kernel] public static void Clear(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }

            [Kernel] public static void Composed(Span<float> x) => Clear(x);
        }
        """);

    [Fact]
    public Task ABodyThatMeansSomethingOnlyInItsTypeNeedsAPartialType() => FixTest<NestAnalyzer, AddPartialFixer>.Verify(
        """
        using System;
        using Accel;

        public static class Signal
        {
            private const float Gain = 2;

            [Kernel]
            public static void {|ACC0012:Scale|}(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] *= Gain;
            }
        }
        """,
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            private const float Gain = 2;

            [Kernel]
            public static void Scale(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] *= Gain;
            }
        }
        """);

    [Fact]
    public Task DeclarationsThatCannotBeKernelsAreLeftToTheirOwnRule() => Test.Verify("""
        using System;
        using Accel;

        public partial class Signal
        {
            [Kernel] public void Instance(Span<float> x) { }
            [Kernel] public static T Generic<T>(T x) => x;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel]
            public static void Fine(Span<float> x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = 1;
            }

            [Kernel]
            public static void Broken(Span<float> x)
            {
                {|ACC0020:for (int i = 0; i < x.Length; i++)|} x[i] = missing(;
        """);
}
