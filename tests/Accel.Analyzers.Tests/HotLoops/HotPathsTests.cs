using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.AllocationAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>What counts as a hot loop, shown on the rule that finds the simplest thing: <c>new object()</c>.</summary>
public sealed class HotPathsTests
{
    [Fact]
    public Task OutsideKernelsOnlyTheInnermostLoopOfANestIsHot() => Test.Verify("""
        public class User
        {
            private static void Use(object o) { }

            public void Run(int n)
            {
                Use(new object());
                for (int i = 0; i < n; i++)
                {
                    Use(new object());
                    for (int j = 0; j < n; j++)
                    {
                        Use([|new object()|]);
                    }
                }

                foreach (int i in new int[n])
                {
                    int j = 0;
                    while (j++ < n) Use([|new object()|]);
                    do Use([|new object()|]); while (j-- > 0);
                }
            }
        }
        """);

    [Fact]
    public Task InKernelsEachLoopIsHotAndCodeOutsideLoopsIsNot() => Test.Verify("""
        using System;
        using Accel;

        public static class Signal
        {
            private static float Use(object o) => 0;

            [Kernel]
            public static void Run(Span<float> x)
            {
                var scratch = new float[x.Length];
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = Use([|new object()|]);
                }
            }
        }
        """);

    [Fact]
    public Task TheWholeBodyOfAnElementKernelIsHot() => Test.Verify("""
        using Accel;

        public static class Signal
        {
            private static float Use(object o) => 0;

            [Kernel] public static float Expression(float x) => x + Use([|new object()|]);

            [Kernel]
            public static float Block(float x)
            {
                float y = Use([|new object()|]);
                return x > 0 ? y : Use([|new object()|]);
            }

            [Kernel] public static float NotElementwise(float[] x) => Use(new object());
        }
        """);

    [Fact]
    public Task KernelsWarnAndOtherNestsSuggest() => Test.Verify(
        """
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(object[] x)
            {
                for (int i = 0; i < x.Length; i++) x[i] = {|#0:new object()|};
            }

            public static void Plain(object[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    for (int j = 0; j < x.Length; j++) x[j] = {|#1:new object()|};
            }
        }
        """,
        new DiagnosticResult(DiagnosticIds.Allocation, DiagnosticSeverity.Warning).WithLocation(0),
        new DiagnosticResult(DiagnosticIds.Allocation, DiagnosticSeverity.Info).WithLocation(1));

    [Fact]
    public Task WhatRunsAtMostOncePerLoopIsNotHot() => Test.Verify("""
        using System;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using Accel;

        public static class Signal
        {
            private static object? s_cache;

            [DoesNotReturn] private static void Throw(object o) => throw new Exception();

            [Kernel]
            public static object? Run(float[] x)
            {
                object? found = null;
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] < 0) throw new ArgumentException("negative");
                    if (x[i] < 1) { object context = new object(); throw new ArgumentException(context.ToString()); }
                    if (x[i] < 2) Throw(new object());
                    if (x[i] < 3) { object context = new object(); Throw(context); }
                    if (x[i] < 4) return new object();
                    if (x[i] < 5) { var result = new object(); return result; }
                    if (x[i] < 6) { found = new object(); break; }
                    Debug.Assert(x[i] < 7, new object().ToString());
                    s_cache ??= new object();
                    if (s_cache == null) s_cache = new object();
                    if (s_cache is null) { s_cache = new object(); }
                    float y = x[i] > 8 ? x[i] : throw new ArgumentException("large");
                }

                return found;
            }
        }
        """);

    [Fact]
    public Task WhatLeavesOnlyAnInnerLoopOrASwitchIsHot() => Test.Verify("""
        using System;
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(object[] x)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    for (int j = 0; j < i; j++)
                    {
                        if (x[j] != null) { x[i] = [|new object()|]; break; }
                    }

                    switch (i)
                    {
                        case 1: x[i] = [|new object()|]; break;
                        default: x[i] = new object(); return;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task HeadersCountByHowOftenTheyRun() => Test.Verify("""
        using System.Collections.Generic;
        using Accel;

        public static class Signal
        {
            private static bool Use(object o) => true;

            [Kernel]
            public static void Run(int n)
            {
                foreach (int i in new List<int>()) { }
                for (bool a = Use(new object()); Use([|new object()|]); Use([|new object()|])) { }
                while (Use([|new object()|])) { }
            }
        }
        """);

    [Fact]
    public Task AFunctionInsideALoopIsKnownOnlyByItsOwnLoops() => Test.Verify("""
        using System;
        using Accel;

        public static class Signal
        {
            public static void Plain(int n)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                    {
                        Func<object> f = static () => new object();
                        object Local() => new object();
                    }
            }

            [Kernel]
            public static void Run(object[] x)
            {
                void Local() { for (int i = 0; i < x.Length; i++) x[i] = [|new object()|]; }
                object Other() => new object();
                Local();
            }
        }
        """);

    [Fact]
    public Task LoopsThatAwaitAreNotHot() => Test.Verify("""
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public static class User
        {
            private static Task Send(object o) => Task.CompletedTask;

            public static async Task Run(IAsyncEnumerable<int> xs)
            {
                for (int i = 0; i < 10; i++)
                {
                    for (int j = 0; j < 10; j++) await Send(new object());
                    await foreach (int x in xs) _ = new object();
                }
            }
        }
        """);

    [Fact]
    public Task TopLevelStatementsAreSeen() => Test.VerifyProgram("""
        using System;

        for (int i = 0; i < 10; i++)
            for (int j = 0; j < 10; j++)
                GC.KeepAlive([|new object()|]);
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken("""
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(object[] x)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] = [|new object()|];
                    x[i] = new Missing();
                    break
                    x[i] = missing([|new object(|]
        """);

    [Fact]
    public Task ProjectsWithoutAccelAreLeftAlone() => Test.VerifyWithoutAccel("""
        public static class User
        {
            public static void Run(object[] x)
            {
                for (int i = 0; i < x.Length; i++)
                    for (int j = 0; j < x.Length; j++) x[j] = new object();
            }
        }
        """);
}
