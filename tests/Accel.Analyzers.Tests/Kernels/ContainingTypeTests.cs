using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;
using Test = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.Kernels.ContainingTypeAnalyzer, Accel.CodeFixers.Kernels.AddPartialFixer>;

namespace Accel.Analyzers.Tests.Kernels;

public sealed class ContainingTypeTests
{
    [Fact]
    public Task PartialTypesAreFine() => RuleTest<ContainingTypeAnalyzer>.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] private static void Square(Span<float> x) => x[0] = 0;

            private partial struct Inner
            {
                [Kernel] public static void Cube(Span<float> x) => x[0] = 0;
            }
        }

        public static class NoKernels
        {
            private static float Square(float x) => x * x;
        }
        """);

    [Fact]
    public Task TheTypeIsReportedOnceAndMadePartial() => Test.Verify(
        """
        using System;
        using Accel;

        /// <summary>Kernels.</summary>
        public static class {|ACC0010:Signal|}
        {
            [Kernel] public static void Square(Span<float> x) => x[0] = 0;
            [Kernel] internal static void Cube(Span<float> x) => x[0] = 0;
        }

        struct {|ACC0010:Bare|} { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        readonly ref struct {|ACC0010:Reference|} { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        record struct {|ACC0010:Record|} { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        interface {|ACC0010:IShape|} { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }
        """,
        """
        using System;
        using Accel;

        /// <summary>Kernels.</summary>
        public static partial class Signal
        {
            [Kernel] public static void Square(Span<float> x) => x[0] = 0;
            [Kernel] internal static void Cube(Span<float> x) => x[0] = 0;
        }

        partial struct Bare { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        readonly ref partial struct Reference { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        partial record struct Record { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }

        partial interface IShape { [Kernel] internal static void Square(Span<float> x) => x[0] = 0; }
        """);

    [Fact]
    public Task AllTypesAroundAreMadePartial() => Test.Verify(
        """
        using System;
        using Accel;

        public class Outer
        {
            public partial class Middle
            {
                public static class {|ACC0010:First|}
                {
                    [Kernel] public static void Square(Span<float> x) => x[0] = 0;
                }

                public static partial class {|ACC0010:Second|}
                {
                    [Kernel] public static void Square(Span<float> x) => x[0] = 0;
                }
            }
        }
        """,
        """
        using System;
        using Accel;

        public partial class Outer
        {
            public partial class Middle
            {
                public static partial class First
                {
                    [Kernel] public static void Square(Span<float> x) => x[0] = 0;
                }

                public static partial class Second
                {
                    [Kernel] public static void Square(Span<float> x) => x[0] = 0;
                }
            }
        }
        """);

    [Fact]
    public Task PrivateKernelsOfOtherTypesAreNotReached() => Test.Verify(
        """
        using System;
        using Accel;

        public class Outer
        {
            [Kernel] private static void {|ACC0011:Square|}(Span<float> x) => x[0] = 0;
            [Kernel] protected static void {|ACC0011:Cube|}(Span<float> x) => x[0] = 0;
            [Kernel] private protected static void {|ACC0011:Half|}(Span<float> x) => x[0] = 0;

            private static class Inner
            {
                [Kernel] public static void {|ACC0011:Double|}(Span<float> x) => x[0] = 0;
            }
        }
        """,
        """
        using System;
        using Accel;

        public partial class Outer
        {
            [Kernel] private static void Square(Span<float> x) => x[0] = 0;
            [Kernel] protected static void Cube(Span<float> x) => x[0] = 0;
            [Kernel] private protected static void Half(Span<float> x) => x[0] = 0;

            private static partial class Inner
            {
                [Kernel] public static void Double(Span<float> x) => x[0] = 0;
            }
        }
        """);

    [Fact]
    public Task AnElementKernelIsNothingWithoutAPartialType() => Test.Verify(
        """
        using Accel;

        public static class Signal
        {
            [Kernel] public static float {|ACC0012:Square|}(float x) => x * x;
            [Kernel] private static float {|ACC0011:Cube|}(float x) => x * x * x;
        }
        """,
        """
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
            [Kernel] private static float Cube(float x) => x * x * x;
        }
        """);

    [Fact]
    public Task KernelsThatAreNotCompiledAnywayAreLeftToTheirOwnRule() => RuleTest<ContainingTypeAnalyzer>.Verify("""
        using System;
        using Accel;

        public class Signal
        {
            [Kernel] public void Instance(Span<float> x) { }
            [Kernel] public static T Generic<T>(T x) => x;
        }

        public class Generic<T>
        {
            [Kernel] public static void Square(Span<float> x) => x[0] = 0;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => RuleTest<ContainingTypeAnalyzer>.VerifyBroken("""
        using System;
        using Accel;

        public static class {|ACC0010:Signal|}
        {
            [Kernel] public static void Square(Span<float> x) => x[0] = 0;

            [Kernel] private static float {|ACC0011:Cube|}(float x) => missing(
        """);
}
