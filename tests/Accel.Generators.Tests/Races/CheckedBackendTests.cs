using Accel.Testing.Roslyn;
using Accel.Testing.Sources;

namespace Accel.Generators.Tests.Races;

/// <summary>When a kernel is checked, and what it does then beside its parallel loops.</summary>
[Collection(CheckedCall.Collection)]
public class CheckedBackendTests
{
    private delegate void Kernel(Span<int> x, Span<int> y, int n, Backend backend);

    private static readonly string s_racy = CheckedCall.Kernel("foreach (int i in Loop.Parallel(0, n)) y[i / 2] = x[i];");

    [Fact]
    public void ItIsOffUntilAskedFor()
    {
        Assert.False(AccelOptions.CheckParallelLoops);
        using LoadedAssembly assembly = GeneratorRun.Of(s_racy).Load();
        assembly.Invoke("Call", new int[8], new int[8], 8);
    }

    [Theory]
    [InlineData(Backend.Auto, true)]
    [InlineData(Backend.Reference, true)]
    [InlineData(Backend.Multicore, false)]
    public void ABackendByNameRunsAsAskedFor(Backend backend, bool isChecked)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(CheckedCall.Kernel("foreach (int i in Loop.Parallel(0, n)) y[i] = y[i + 1];")).Load();
        Kernel run = assembly.Get<Kernel>("Run");
        AccelOptions.CheckParallelLoops = true;
        try
        {
            Exception? error = Record.Exception(() => run(new int[9], new int[9], 8, backend));
            Assert.Equal(isChecked, error is ParallelLoopRaceException);
        }
        finally
        {
            AccelOptions.CheckParallelLoops = false;
        }
    }

    [Fact]
    public void AnExplanationSaysThatItWasChecked()
    {
        using LoadedAssembly assembly = GeneratorRun.Of(CheckedCall.Kernel("foreach (int i in Loop.Parallel(0, n)) y[i] = x[i];")).Load();
        AccelOptions.CheckParallelLoops = true;
        try
        {
            KernelExplanation explanation = KernelDispatcher.Explain(() => assembly.Invoke("Call", new int[8], new int[8], 8));
            NestExplanation nest = Assert.Single(explanation.Nests);
            Assert.Equal(Backend.Reference, nest.Backend);
            Assert.Contains("parallel loops are checked", nest.Reason);
        }
        finally
        {
            AccelOptions.CheckParallelLoops = false;
        }
    }

    [Theory]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { y[i] = x[i + 60]; }", typeof(IndexOutOfRangeException), 4)]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { x[i] = 7; y[i - 1] = 3; }", typeof(IndexOutOfRangeException), 0)]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { if (i < 3 & x[i + 62] > 0) y[i] = 1; }", typeof(IndexOutOfRangeException), 2)]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { if (i < 3 | x[i + 60] == 0) y[i] = 1; }", typeof(IndexOutOfRangeException), 3)]
    public void WhatTheMethodThrowsIsThrownThere(string body, Type exception, int written)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(CheckedCall.Kernel(body)).Load();
        int[] x = [.. Enumerable.Range(1, 64)];
        int[] y = new int[64];
        Assert.IsType(exception, Record.Exception(() => CheckedCall.Race(assembly, x, y, 32)));
        Assert.Equal(written, y.Count(value => value != 0));
    }

    [Fact]
    public void ANullArrayThrowsAsTheMethodDoes()
    {
        using LoadedAssembly assembly = GeneratorRun.Of(KernelSource.Members("""
            [Kernel]
            public static void Run(int[] x, int[,] y, int n)
            {
                foreach (int i in Loop.Parallel(0, n)) { x[i] = 1; y[i, 0] = 2; }
            }

            public static void Call(int[] x, int[,] y, int n) => Run(x, y, n);
            """)).Load();
        int[] x = new int[4];
        Assert.IsType<NullReferenceException>(Record.Exception(() => CheckedCall.Race(assembly, null, new int[4, 4], 4)));
        Assert.IsType<NullReferenceException>(Record.Exception(() => CheckedCall.Race(assembly, x, null, 4)));
        Assert.Equal([1, 0, 0, 0], x);
        Assert.Null(CheckedCall.Race(assembly, null, null, 0));
    }

    [Fact]
    public void TheRestOfTheKernelRunsAsWritten()
    {
        using LoadedAssembly assembly = GeneratorRun.Of(KernelSource.Members("""
            [Kernel]
            public static int Run(Span<int> x, Span<int> y, int n, ref int calls)
            {
                for (int i = 0; i < n; i++) { x[i] = i; }
                if (n > 3)
                    foreach (int i in Loop.Parallel(0, n)) { y[i] = x[n - 1 - i]; }
                else
                    y[0] = -1;
                calls++;
                int sum = 0;
                foreach (int i in Loop.Parallel(0, n)) { sum += y[i] * (i + 1); }
                return sum;
            }

            public static int Call(int[] x, int[] y, int n) { int calls = 0; return Run(x, y, n, ref calls) * 10 + calls; }
            """)).Load();
        int[] y = new int[4];
        AccelOptions.CheckParallelLoops = true;
        try
        {
            Assert.Equal(101, assembly.Invoke("Call", new int[4], y, 4));
            Assert.Equal([3, 2, 1, 0], y);
            Assert.Equal(31, assembly.Invoke("Call", new int[4], y, 2));
        }
        finally
        {
            AccelOptions.CheckParallelLoops = false;
        }
    }

    [Theory]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { y[i] = x[i]; Console.Write(i); }", "Loop.Parallel(0, n)")]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { if (x[i] > 3) break; y[i] = x[i]; }", "break")]
    [InlineData("int[] z = new int[n]; Action run = () => { foreach (int i in Loop.Parallel(0, n)) { z[i] = i; } }; run();", "lambda")]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { if (i > 0 && First(x, i) > 3) y[i] = 1; } static int First(Span<int> x, int i) { int v = x[i - 1]; return v + v; }", "'First' is called where it may not run")]
    [InlineData("Fill(y, n); static void Fill(Span<int> y, int n) { foreach (int i in Loop.Parallel(0, n)) { y[i] = i; } }", "mark it [Kernel]")]
    public void ALoopThatCannotBeCheckedIsRefusedWithTheReason(string body, string reason)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(CheckedCall.Kernel(body)).Load();
        int[] y = new int[8];

        NotSupportedException error = Assert.Throws<NotSupportedException>(() => CheckedCall.Race(assembly, new int[8], y, 8));

        Assert.Contains("Test.Kernels.Run", error.Message);
        Assert.Contains(reason, error.Message);
        Assert.Contains("ACCEL_CHECK_PARALLEL=off", error.Message);
        Assert.All(y, value => Assert.Equal(0, value));
    }

    [Theory]

    // Around the loop anything may stand.
    [InlineData("for (int k = 0; k < 2; k++) { Console.Write(\"\"); foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; } }")]
    [InlineData("while (n > 4) { n--; foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; } }")]
    [InlineData("try { foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; } } finally { y[7] = 1; }")]
    [InlineData("Fill(x, y, n); [Kernel] static void Fill(Span<int> x, Span<int> y, int n) { } foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; }")]

    // A method that is inlined into the nest is part of it.
    [InlineData("for (int k = 0; k < 2; k++) { Fill(x, y, n); } static void Fill(Span<int> x, Span<int> y, int n) { foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; } }")]
    public void ALoopInsideOtherCodeIsChecked(string body)
    {
        using LoadedAssembly assembly = GeneratorRun.Of(CheckedCall.Kernel(body)).Load();
        ParallelLoopRaceException? race = CheckedCall.Race(assembly, new int[8], new int[8], 8);
        Assert.Equal("y[0]", race?.Second.Element);
    }

    [Fact]
    public void AKernelThatIsCalledChecksItsOwn()
    {
        using LoadedAssembly assembly = GeneratorRun.Of(KernelSource.Members("""
            [Kernel]
            public static void Outer(Span<int> x, Span<int> y, int n)
            {
                for (int i = 0; i < n; i++) { x[i] = i; }
                Inner(x, y, n);
            }

            [Kernel]
            public static void Inner(Span<int> x, Span<int> y, int n)
            {
                foreach (int i in Loop.Parallel(0, n)) { y[i / 2] = x[i]; }
            }

            public static void Call(int[] x, int[] y, int n) => Outer(x, y, n);
            """)).Load();
        Assert.Equal("Test.Kernels.Inner", CheckedCall.Race(assembly, new int[8], new int[8], 8)?.Kernel);
    }

    [Theory]
    [InlineData("public static class Open { [Kernel] public static void Run(Span<int> y, int n) { LOOP } public static void Go(int[] y, int n) => Run(y, n); }")]
    [InlineData("public static partial class Half { [Kernel] private static void Run(Span<int> y, int n) { LOOP } public static void Go(int[] y, int n) => Run(y, n); }")]
    [InlineData("public static partial class A { private static partial class B { [Kernel] internal static void Run(Span<int> y, int n) { LOOP } } public static void Go(int[] y, int n) => B.Run(y, n); }")]
    [InlineData("public static unsafe class Bare { [Kernel] public static void Run(Span<int> y, int n) { LOOP } public static void Go(int[] y, int n) => Run(y, n); }")]
    public void EveryKindOfContainingTypeIsReached(string type)
    {
        string name = type.Split("class ")[1].Split(' ')[0];
        string source = "using System; using Accel; namespace Test;\n"
            + type.Replace("LOOP", "foreach (int i in Loop.Parallel(0, n)) y[i / 2] = i;")
            + $"\npublic static class Kernels {{ public static void Call(int[] y, int n) => {name}.Go(y, n); }}";
        using LoadedAssembly assembly = GeneratorRun.Of(source, new() { AllowUnsafe = true }).Load();

        Assert.NotNull(CheckedCall.Race(assembly, new int[8], 8));
    }

    [Fact]
    public void AKernelThatOnlyRunsAsWrittenIsRefused()
    {
        using LoadedAssembly assembly = GeneratorRun.Of("""
            using System; using Accel; namespace Test;
            public static class Kernels
            {
                private static int Twice(int x) => 2 * x;
                [Kernel] public static void Run(Span<int> y, int n) { foreach (int i in Loop.Parallel(0, n)) { y[i] = Twice(i); } }
                public static void Call(int[] y, int n) => Run(y, n);
            }
            """).Load();
        Assert.Contains("not partial", Assert.Throws<NotSupportedException>(() => CheckedCall.Race(assembly, new int[8], 8)).Message);
    }
}
