using System.Diagnostics.Metrics;

namespace Accel.Kernels.Tests.Observability;

/// <summary>Kernels that count how many of their lanes are at work.</summary>
public sealed partial class LaneCountTests
{
    [Theory]
    [InlineData(5, 5, 1.0)]
    [InlineData(1, 15, 8.0 / 15)]
    [InlineData(0, 4, 0.5)]
    public void LoopsOfDifferentLengthLeaveLanesIdle(int even, int odd, double expected)
    {
        int[] counts = [.. Enumerable.Range(0, 1024).Select(i => i % 2 == 0 ? even : odd)];
        float[] x = new float[counts.Length];
        NestExplanation nest = Assert.Single(KernelDispatcher.Explain(() => Halve(counts, x, Backend.Simd)).Nests);
        Assert.Equal(expected, nest.LaneUtilization!.Value, 12);
        Assert.Contains($"lanes {100 * expected:F0} % busy", nest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOnlySomeLanesDoIsCounted()
    {
        // Long enough for a branch: the lanes of a group skip it together, where none does it.
        float[] x = [.. Enumerable.Range(0, 1024).Select(i => i % 4 == 0 && i < 512 ? 2f : -1f)];
        float[] y = new float[x.Length];
        NestExplanation nest = Assert.Single(KernelDispatcher.Explain(() => Powers(x, y, Backend.Simd)).Nests);
        Assert.Equal(0.25, nest.LaneUtilization!.Value, 12);
    }

    [Fact]
    public void AllCoresCountTogether()
    {
        int[] counts = [.. Enumerable.Range(0, 300_000).Select(i => i % 2 == 0 ? 1 : 15)];
        float[] x = new float[counts.Length];
        NestExplanation nest = Assert.Single(KernelDispatcher.Explain(() => Halve(counts, x, Backend.Multicore)).Nests);
        Assert.Equal(8.0 / 15, nest.LaneUtilization!.Value, 3);
    }

    [Fact]
    public void OtherKernelsDoNotCount()
    {
        int[] counts = [.. Enumerable.Range(0, 100)];
        NestExplanation nest = Assert.Single(KernelDispatcher.Explain(() => HalveUncounted(counts, new float[100], Backend.Simd)).Nests);
        Assert.Null(nest.LaneUtilization);
    }

    [Fact]
    public void RunsAreMetered()
    {
        var seen = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Name: "accel.kernel.lanes", Meter.Name: "Accel" })
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
        {
            Dictionary<string, string?> values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            if (values["accel.kernel"]!.EndsWith(nameof(HalveMetered), StringComparison.Ordinal))
            {
                seen[values["accel.lanes"]!] = seen.GetValueOrDefault(values["accel.lanes"]!) + measurement;
            }
        });
        listener.Start();

        HalveMetered([.. Enumerable.Range(0, 1024).Select(i => i % 2 == 0 ? 0 : 4)], new float[1024], Backend.Simd);
        Assert.Equal(512 * 4, seen["busy"]);
        Assert.Equal(512 * 4, seen["idle"]);
    }

    [Kernel(CountLanes = true)]
    private static void Halve(int[] counts, float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Halved(i, counts[i]);
        }
    }

    [Kernel(CountLanes = true)]
    private static void HalveMetered(int[] counts, float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Halved(i, counts[i]);
        }
    }

    [Kernel]
    private static void HalveUncounted(int[] counts, float[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Halved(i, counts[i]);
        }
    }

    private static float Halved(float value, int times)
    {
        for (int k = 0; k < times; k++)
        {
            value *= 0.5f;
        }

        return value;
    }

    [Kernel(CountLanes = true)]
    private static void Powers(float[] x, float[] y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (x[i] > 0)
            {
                y[i] = MathF.Pow(x[i], 1.7f) + MathF.Exp(x[i]) + MathF.Sin(x[i]);
            }
        }
    }
}
