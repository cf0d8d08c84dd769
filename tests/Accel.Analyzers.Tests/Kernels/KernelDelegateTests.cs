using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;
using Test = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.Kernels.KernelDelegateAnalyzer, Accel.CodeFixers.Kernels.WrapInLambdaFixer>;

namespace Accel.Analyzers.Tests.Kernels;

public sealed class KernelDelegateTests
{
    private const string Kernels = """
        using System;
        using System.Linq;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float Square(float x) => x * x;
            [Kernel] public static float Sum(float[] x) { float s = 0; foreach (float v in x) s += v; return s; }
            [Kernel] public static void Scale(float a, float[] @in) { for (int i = 0; i < @in.Length; i++) @in[i] *= a; }
            [Kernel] public static void Step(ref float x) { for (int i = 0; i < 9; i++) x += 1; }
            [Kernel] public static void Clear(Span<float> y) { for (int i = 0; i < y.Length; i++) y[i] = 0; }
            public static float Plain(float[] x) => x[0];
        }

        public delegate void SpanAction(Span<float> values);

        public delegate void StepAction(ref float x);

        """;

    [Fact]
    public Task CallsAndNamesAreNotDelegates() => RuleTest<KernelDelegateAnalyzer>.Verify(Kernels + """
        public class User
        {
            public string Name = nameof(Signal.Sum);
            public Func<float[], float> F = x => Signal.Sum(x);
            public Func<float[], float> G = Signal.Plain;
            public Func<float, float> Element = Signal.Square;
        }
        """);

    [Fact]
    public Task AMethodGroupBecomesALambda() => Test.Verify(
        Kernels + """
        public class User
        {
            public Func<float[], float> F = [|Signal.Sum|];
            public Action<float, float[]> G = [|Signal.Scale|];
            public SpanAction H = [|Signal.Clear|];

            public float[] Run(float[][] xs, bool b)
            {
                Func<float[], float> f = b ? [|Signal.Sum|] : Signal.Plain;
                var g = (Func<float[], float>)[|Signal.Sum|];
                var h = new Func<float[], float>([|Signal.Sum|]);
                return xs.Select([|Signal.Sum|]).ToArray();
            }
        }
        """,
        Kernels + """
        public class User
        {
            public Func<float[], float> F = x => Signal.Sum(x);
            public Action<float, float[]> G = (a, @in) => Signal.Scale(a, @in);
            public SpanAction H = y => Signal.Clear(y);

            public float[] Run(float[][] xs, bool b)
            {
                Func<float[], float> f = b ? (x => Signal.Sum(x)) : Signal.Plain;
                var g = (Func<float[], float>)(x => Signal.Sum(x));
                var h = new Func<float[], float>(x => Signal.Sum(x));
                return xs.Select(x => Signal.Sum(x)).ToArray();
            }
        }
        """);

    [Fact]
    public Task WithoutATargetTypeTheLambdaNamesItsTypes() => Test.Verify(
        Kernels + """
        public class User
        {
            public Delegate F = [|Signal.Sum|];

            public void Run()
            {
                var f = [|Signal.Scale|];
            }
        }
        """,
        Kernels + """
        public class User
        {
            public Delegate F = (float[] x) => Signal.Sum(x);

            public void Run()
            {
                var f = (float a, float[] @in) => Signal.Scale(a, @in);
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
            [Kernel] public static float square(float[] square) { float s = 0; foreach (float v in square) s += v; return s; }
            public static Func<float[], float> F = [|square|];
        }
        """,
        """
        using System;
        using Accel;

        public static partial class Signal
        {
            [Kernel] public static float square(float[] square) { float s = 0; foreach (float v in square) s += v; return s; }
            public static Func<float[], float> F = square1 => square(square1);
        }
        """);

    [Fact]
    public Task NoFixWhereALambdaWouldNotBeTheSame() => Test.VerifyNone(Kernels + """
        public unsafe class User
        {
            public event SpanAction? Changed;
            public StepAction F = [|Signal.Step|];
            public delegate*<float[], float> P = &[|Signal.Sum|];

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

        Func<float[], float> f = [|Signal.Sum|];
        Console.WriteLine(f([2]));

        static partial class Signal
        {
            [Kernel] public static float Sum(float[] x) { float s = 0; foreach (float v in x) s += v; return s; }
        }
        """,
        """
        using System;
        using Accel;

        Func<float[], float> f = x => Signal.Sum(x);
        Console.WriteLine(f([2]));

        static partial class Signal
        {
            [Kernel] public static float Sum(float[] x) { float s = 0; foreach (float v in x) s += v; return s; }
        }
        """);

    [Fact]
    public Task KernelsThatAreNotCompiledAnywayAreLeftToTheirOwnRule() => RuleTest<KernelDelegateAnalyzer>.Verify("""
        using System;
        using Accel;

        public class Signal
        {
            [Kernel] public static T Generic<T>(T x) => x;
            [Kernel] public float Instance(float[] x) => x[0];
            public Func<float[], float[]> F = Generic<float[]>;
            public Func<float[], float> G() => Instance;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => RuleTest<KernelDelegateAnalyzer>.VerifyBroken(Kernels + """
        public class User
        {
            public Func<float[], float> F = [|Signal.Sum|];
            public Func<float, Missing> G = Signal.Sum
            public string H = Signal.Sum;
        """);
}
