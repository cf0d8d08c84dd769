using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;

namespace Accel.Analyzers.Tests.Kernels;

using Test = FixTest<KernelDelegateAnalyzer, WrapInLambdaFixer>;

public sealed class KernelDelegateTests
{
    private const string Kernels = """
        using System;
        using System.Linq;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
            [Kernel] public static float Scale(float a, float @in) => a * @in;
            [Kernel] public static void Step(ref float x) => x += 1;
            [Kernel] public static void Clear(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] = 0; }
            public static float Plain(float x) => x;
        }

        public delegate void SpanAction(Span<float> values);

        public delegate void StepAction(ref float x);

        """;

    [Fact]
    public Task CallsAndNamesAreNotDelegates() => RuleTest<KernelDelegateAnalyzer>.Verify(Kernels + """
        public class User
        {
            public string Name = nameof(Signal.Square);
            public Func<float, float> F = x => Signal.Square(x);
            public Func<float, float> G = Signal.Plain;
        }
        """);

    [Fact]
    public Task AMethodGroupBecomesALambda() => Test.Verify(
        Kernels + """
        public class User
        {
            public Func<float, float> F = [|Signal.Square|];
            public Func<float, float, float> G = [|Signal.Scale|];
            public SpanAction H = [|Signal.Clear|];

            public float[] Run(float[] xs, bool b)
            {
                Func<float, float> f = b ? [|Signal.Square|] : Signal.Plain;
                var g = (Func<float, float>)[|Signal.Square|];
                var h = new Func<float, float>([|Signal.Square|]);
                return xs.Select([|Signal.Square|]).ToArray();
            }
        }
        """,
        Kernels + """
        public class User
        {
            public Func<float, float> F = x => Signal.Square(x);
            public Func<float, float, float> G = (a, @in) => Signal.Scale(a, @in);
            public SpanAction H = y => Signal.Clear(y);

            public float[] Run(float[] xs, bool b)
            {
                Func<float, float> f = b ? (x => Signal.Square(x)) : Signal.Plain;
                var g = (Func<float, float>)(x => Signal.Square(x));
                var h = new Func<float, float>(x => Signal.Square(x));
                return xs.Select(x => Signal.Square(x)).ToArray();
            }
        }
        """);

    [Fact]
    public Task WithoutATargetTypeTheLambdaNamesItsTypes() => Test.Verify(
        Kernels + """
        public class User
        {
            public Delegate F = [|Signal.Square|];

            public void Run()
            {
                var f = [|Signal.Scale|];
            }
        }
        """,
        Kernels + """
        public class User
        {
            public Delegate F = (float x) => Signal.Square(x);

            public void Run()
            {
                var f = (float a, float @in) => Signal.Scale(a, @in);
            }
        }
        """);

    [Fact]
    public Task AParameterDoesNotHideTheMethod() => Test.Verify(
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float square(float square) => square * square;
            public static Func<float, float> F = [|square|];
        }
        """,
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float square(float square) => square * square;
            public static Func<float, float> F = square1 => square(square1);
        }
        """);

    [Fact]
    public Task NoFixWhereALambdaWouldNotBeTheSame() => Test.VerifyNone(Kernels + """
        public unsafe class User
        {
            public event SpanAction? Changed;
            public StepAction F = [|Signal.Step|];
            public delegate*<float, float> P = &[|Signal.Square|];

            public void Run(SpanAction combined)
            {
                Changed += [|Signal.Clear|];
                Changed -= [|Signal.Clear|];
                combined += [|Signal.Clear|];
            }
        }
        """);

    [Fact]
    public Task TopLevelStatementsAreSeen() => Test.VerifyProgram(
        """
        using System;
        using Accel;

        Func<float, float> f = [|Signal.Square|];
        Console.WriteLine(f(2));

        static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
        }
        """,
        """
        using System;
        using Accel;

        Func<float, float> f = x => Signal.Square(x);
        Console.WriteLine(f(2));

        static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
        }
        """);

    [Fact]
    public Task KernelsThatAreNotCompiledAnywayAreLeftToTheirOwnRule() => RuleTest<KernelDelegateAnalyzer>.Verify("""
        using System;
        using Accel;

        public class Signal
        {
            [Kernel] public static T Generic<T>(T x) => x;
            [Kernel] public float Instance(float x) => x;
            public Func<float, float> F = Generic<float>;
            public Func<float, float> G() => Instance;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => RuleTest<KernelDelegateAnalyzer>.VerifyBroken(Kernels + """
        public class User
        {
            public Func<float, float> F = [|Signal.Square|];
            public Func<float, Missing> G = Signal.Square
            public string H = Signal.Square;
        """);
}
