using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;

namespace Accel.Analyzers.Tests.Kernels;

using Test = FixTest<ContainingTypeAnalyzer, AddPartialFixer>;

public sealed class ContainingTypeTests
{
    [Fact]
    public Task PartialTypesAreFine() => RuleTest<ContainingTypeAnalyzer>.Verify("""
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] private static float Square(float x) => x * x;

            private partial struct Inner
            {
                [Kernel] public static float Cube(float x) => x * x * x;
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
        using Accel;

        /// <summary>Kernels.</summary>
        public static class {|ACC0010:Signal|}
        {
            [Kernel] public static float Square(float x) => x * x;
            [Kernel] internal static float Cube(float x) => x * x * x;
        }

        struct {|ACC0010:Bare|} { [Kernel] internal static float Square(float x) => x * x; }

        readonly ref struct {|ACC0010:Reference|} { [Kernel] internal static float Square(float x) => x * x; }

        record struct {|ACC0010:Record|} { [Kernel] internal static float Square(float x) => x * x; }

        interface {|ACC0010:IShape|} { [Kernel] internal static float Square(float x) => x * x; }
        """,
        """
        using Accel;

        /// <summary>Kernels.</summary>
        public static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
            [Kernel] internal static float Cube(float x) => x * x * x;
        }

        partial struct Bare { [Kernel] internal static float Square(float x) => x * x; }

        readonly ref partial struct Reference { [Kernel] internal static float Square(float x) => x * x; }

        partial record struct Record { [Kernel] internal static float Square(float x) => x * x; }

        partial interface IShape { [Kernel] internal static float Square(float x) => x * x; }
        """);

    [Fact]
    public Task AllTypesAroundAreMadePartial() => Test.Verify(
        """
        using Accel;

        public class Outer
        {
            public partial class Middle
            {
                public static class {|ACC0010:First|}
                {
                    [Kernel] public static float Square(float x) => x * x;
                }

                public static partial class {|ACC0010:Second|}
                {
                    [Kernel] public static float Square(float x) => x * x;
                }
            }
        }
        """,
        """
        using Accel;

        public partial class Outer
        {
            public partial class Middle
            {
                public static partial class First
                {
                    [Kernel] public static float Square(float x) => x * x;
                }

                public static partial class Second
                {
                    [Kernel] public static float Square(float x) => x * x;
                }
            }
        }
        """);

    [Fact]
    public Task PrivateKernelsOfOtherTypesAreNotReached() => Test.Verify(
        """
        using Accel;

        public class Outer
        {
            [Kernel] private static float {|ACC0011:Square|}(float x) => x * x;
            [Kernel] protected static float {|ACC0011:Cube|}(float x) => x * x * x;
            [Kernel] private protected static float {|ACC0011:Half|}(float x) => x / 2;

            private static class Inner
            {
                [Kernel] public static float {|ACC0011:Double|}(float x) => x + x;
            }
        }
        """,
        """
        using Accel;

        public partial class Outer
        {
            [Kernel] private static float Square(float x) => x * x;
            [Kernel] protected static float Cube(float x) => x * x * x;
            [Kernel] private protected static float Half(float x) => x / 2;

            private static partial class Inner
            {
                [Kernel] public static float Double(float x) => x + x;
            }
        }
        """);

    [Fact]
    public Task KernelsThatAreNotCompiledAnywayAreLeftToTheirOwnRule() => RuleTest<ContainingTypeAnalyzer>.Verify("""
        using System;
        using Accel;

        public class Signal
        {
            [Kernel] public void Instance(Span<float> x) { }
            [Kernel] public static void Generic<T>(Span<T> x) { }
        }

        public class Generic<T>
        {
            [Kernel] public static float Square(float x) => x * x;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => RuleTest<ContainingTypeAnalyzer>.VerifyBroken("""
        using Accel;

        public static class {|ACC0010:Signal|}
        {
            [Kernel] public static float Square(float x) => x * ;

            [Kernel] private static float {|ACC0011:Cube|}(float x) => missing(
        """);
}
