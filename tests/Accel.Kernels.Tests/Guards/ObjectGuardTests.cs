using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>What is reached through objects is read in front of a nest only where that changes nothing: nulls, rows that are missing and slices that do not fit fail as written.</summary>
public sealed class ObjectGuardTests
{
    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void WhatIsNullFailsAsWritten(BackendCase backend)
    {
        Same(backend, (on, y) => ObjectKernels.Move(null!, 1, on));
        Same(backend, (on, y) => ObjectKernels.Move(new() { X = null! }, 1, on));
        Same(backend, (on, y) => ObjectKernels.Move(new() { X = y, Y = null! }, 1, on));
        Same(backend, (on, y) => ObjectKernels.Move(new() { X = [], Y = null! }, 1, on));
        Same(backend, (on, y) => ObjectKernels.OfNext(new(), y, on));
        Same(backend, (on, y) => ObjectKernels.OfNext(new(), [], on));
        Same(backend, (on, y) => ObjectKernels.OfNext(null!, y, on));
        Same(backend, (on, y) => ObjectKernels.OfNext(null!, [], on));
        Same(backend, (on, y) => ObjectKernels.Gradient(default, [], on));
        Same(backend, (on, y) => ObjectKernels.Vowels(null!, on));
        Same(backend, (on, y) => ObjectKernels.Holds(null!, 'a', on));
        Same(backend, (on, y) => ObjectKernels.SumOfList(null!, on));
        Same(backend, (on, y) => ObjectKernels.ScaleRow(null!, 0, 1, on));
        Same(backend, (on, y) => ObjectKernels.ScaleRow([null!], 0, 1, on));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void RowsThatAreMissingFailAsWritten(BackendCase backend)
    {
        double[] Row(int length) => [.. Enumerable.Range(0, length).Select(i => (double)i)];
        foreach (int n in new[] { 0, 40, 41 })
        {
            Same(backend, on =>
            {
                double[][] a = [Row(40), Row(40), Row(39), Row(40)];
                Exception? exception = Record.Exception(() => ObjectKernels.AddRows(a, [Row(40), Row(40), Row(40), null!], n, on));
                return Describe(exception, a.SelectMany(row => row));
            });
            Same(backend, on =>
            {
                double[][] a = [Row(40), null!, Row(40)];
                Exception? exception = Record.Exception(() => ObjectKernels.AddRows(a, [Row(40)], n, on));
                return Describe(exception, a[0].Concat(a[2]));
            });
        }

        Same(backend, on =>
        {
            double[] shared = Row(50);
            double[][] a = [Row(50), shared, Row(50)];
            return Describe(Record.Exception(() => ObjectKernels.AddRows(a, [shared, shared, a[0]], 50, on)), a.SelectMany(row => row));
        });
        Same(backend, (on, y) => ObjectKernels.ScaleRow([y], 1, 2, on));
        Same(backend, (on, y) => ObjectKernels.ScaleRow([y], -1, 2, on));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SlicesThatDoNotFitFailAsWritten(BackendCase backend)
    {
        float[] x = [.. Enumerable.Range(0, 100).Select(i => (float)i)];
        foreach (int width in new[] { -1, 0, 25, 33, 34, 50, 101, int.MaxValue, int.MinValue })
        {
            Same(backend, (on, y) => ObjectKernels.Rows(x, y.AsSpan(0, 3), width, on));
        }

        int[] numbers = [.. Enumerable.Range(0, 60)];
        foreach (int skipped in new[] { -1, 0, 1, 58, 59, 60, int.MinValue })
        {
            foreach (int length in new[] { 0, 1, 2, 59, 60 })
            {
                Same(backend, on =>
                {
                    int[] y = [.. Enumerable.Range(0, 40)];
                    int sum = -1;
                    Exception? exception = Record.Exception(() => sum = ObjectKernels.Inner(numbers.AsSpan(0, length), y, skipped, on));
                    return Describe(exception, y.Append(sum));
                });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void AFieldThatIsWrittenByAnotherNameIsReadAsWritten(BackendCase backend) => Same(backend, on =>
    {
        var cloud = new Cloud { X = [.. Enumerable.Range(0, 40).Select(i => (float)i)], Count = 30, Wind = new(2, 3) };
        Span<float> wind = MemoryMarshal.CreateSpan(ref cloud.Wind.X, 1);
        string first = Describe(Failure(cloud, wind, on), [cloud.Wind.X]);
        Span<float> gain = MemoryMarshal.CreateSpan(ref Settings.Gain, 1);
        float before = Settings.Gain;
        string second = Describe(Failure(cloud, gain, on), [Settings.Gain]);
        Settings.Gain = before;
        return first + second;

        static Exception? Failure(Cloud cloud, Span<float> y, Backend on)
        {
            try
            {
                ObjectKernels.Drift(cloud, y, on);
                return null;
            }
            catch (IndexOutOfRangeException exception)
            {
                return exception;
            }
        }
    });

    [Fact]
    public void ItRunsAsAVector()
    {
        KernelExplanation explanation = KernelDispatcher.Explain(() => ObjectKernels.Smooth(new(new double[10_000], 100), new(new double[10_000], 100)));
        Assert.All(explanation.Nests, nest => Assert.NotEqual(Backend.Reference, nest.Backend));
    }

    private static void Same(BackendCase backend, Action<Backend, float[]> kernel) => Same(backend, on =>
    {
        float[] y = [.. Enumerable.Range(0, 50).Select(i => (float)i)];
        return Describe(Record.Exception(() => kernel(on, y)), y);
    });

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe<T>(Exception? exception, IEnumerable<T> contents) => $"{exception?.GetType()}: {string.Join(' ', contents)}";
}
