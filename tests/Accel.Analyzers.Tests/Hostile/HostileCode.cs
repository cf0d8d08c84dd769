namespace Accel.Analyzers.Tests.Hostile;

/// <summary>A file with something for every analyzer and every fix.</summary>
internal static class HostileCode
{
    public const string Everything = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using Accel;

        public enum Color { Red, Green }

        public static class Closed
        {
            [Kernel]
            public static float Square(float x) => x * x;

            [Kernel(RequireVectorized = true, FloatMode = FloatMode.Fast)]
            public static void Running(Span<float> y)
            {
                for (int i = 1; i < y.Length; i++)
                {
                    y[i] += y[i - 1];
                }
            }
        }

        public static partial class Signal
        {
            [Kernel]
            public static float Sum(float[] x)
            {
                float s = 0;
                foreach (float v in x)
                {
                    s += v;
                }

                return s;
            }

            [Kernel]
            public static void Hot(int n, int[] ints, List<double> list, Color color, string text, Span<float> span)
            {
                for (int i = 0; i < n; i++)
                {
                    bool same = color.Equals(Color.Red);
                    string joined = string.Concat(text, i, n + i);
                    string format = string.Format("{0}: {1,8:F2}", text, i);
                    dynamic d = i;
                    int next = d + 1;
                    int[] twice = ints.Select(v => v * 2).Where(v => v > i).ToArray();
                    bool any = ints.Any(v => v == 3);
                    int total = ints.Sum();
                    var buffer = new float[16];
                    var builder = new StringBuilder();
                    builder.Append(color).Append(joined).Append(format);
                    Func<int, int> add = v => v + i;
                    object boxed = i;
                    list.Add(add(next) + twice.Length + total + buffer[0] + (same || any ? 1 : 0) + boxed.GetHashCode());
                    span[i] = i;
                }
            }

            [Kernel]
            public static void Gather(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    Loop.ExpectVectorized();
                    if (x[index[i]] > 3)
                    {
                        break;
                    }

                    y[i] = x[index[i]];
                }
            }

            [Kernel]
            private static T Wrong<T>(ref T x, string y) => x;
        }

        public class User
        {
            public Func<float[], float> Sum = Signal.Sum;

            public float Call(float[] x) => new[] { x }.Select(Signal.Sum).First();
        }
        """;
}
