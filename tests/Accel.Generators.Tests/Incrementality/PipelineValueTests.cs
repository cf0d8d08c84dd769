using Accel.Testing.Roslyn;

namespace Accel.Generators.Tests.Incrementality;

public class PipelineValueTests
{
    private const string Source = """
        using System;
        using Accel;

        namespace Test;

        public static partial class Kernels
        {
            /// <summary>A loop kernel with everything that a model can hold.</summary>
            [Kernel]
            public static double Run(in float a, ReadOnlySpan<float> x, Span<float> y, int[,] table, double start = 1.5)
            {
                double sum = start;
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = x[i] > 0 ? MathF.Sqrt(x[i]) : a * x[i] + y[i];
                }

                foreach (float value in x)
                {
                    sum += value * value;
                }

                return sum;
            }

            /// <summary>An element kernel.</summary>
            [Kernel]
            public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));

            public static double Call(float[] x) => Run(1f, x, x, new int[2, 2]);
        }
        """;

    [Theory]
    [InlineData(TrackingNames.Models)]
    [InlineData(TrackingNames.Files)]
    [InlineData(TrackingNames.Outputs)]
    [InlineData(TrackingNames.Calls)]
    [InlineData(TrackingNames.Interceptors)]
    [InlineData(TrackingNames.Options)]
    public void ValuesHoldNothingOfTheCompilation(string step)
    {
        IReadOnlyList<object> values = GeneratorRun.Of(Source).Values(step);

        Assert.NotEmpty(values);
        Assert.All(values, ModelGraph.AssertHoldsNothingOfTheCompilation);
    }

    [Theory]
    [InlineData(TrackingNames.Models)]
    [InlineData(TrackingNames.Files)]
    [InlineData(TrackingNames.Calls)]
    public void EqualSourcesGiveEqualValues(string step)
    {
        IReadOnlyList<object> first = GeneratorRun.Of(Source).Values(step);
        IReadOnlyList<object> second = GeneratorRun.Of(Source).Values(step);

        Assert.Equal(first.Count, second.Count);
        for (int i = 0; i < first.Count; i++)
        {
            Assert.NotSame(first[i], second[i]);
            Assert.Equal(first[i], second[i]);
            Assert.Equal(first[i].GetHashCode(), second[i].GetHashCode());
        }
    }

    [Fact]
    public void DifferentSourcesGiveDifferentModels()
    {
        object model = GeneratorRun.Of(Source).Values(TrackingNames.Models)[0];

        Assert.All(
            new[] { ("x[i] > 0", "x[i] >= 0"), ("float a,", "float b,"), ("start = 1.5", "start = 2.5"), ("[Kernel]\n    public static double", "[Kernel(FloatMode = FloatMode.Strict)]\n    public static double") },
            edit => Assert.NotEqual(model, GeneratorRun.Of(Source.Replace(edit.Item1, edit.Item2)).Values(TrackingNames.Models)[0]));
    }

    [Fact]
    public void TextDoesNotDependOnTheMachinesCulture()
    {
        IReadOnlyDictionary<string, string> here = GeneratorRun.Of(Source).Files;
        System.Globalization.CultureInfo previous = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, GeneratorRun.Of(Source).Files);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = previous;
        }
    }
}
