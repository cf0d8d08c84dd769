namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>Sources for the rules about hot loops.</summary>
internal static class HotSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using Accel;

        """;

    /// <summary>Statements in the loop of a kernel, with a few variables at hand; and members beside the kernel.</summary>
    public static string InLoop(string statements, string members = "") => Usings + $$"""
        public enum Color { Red, Green }
        public struct Bare { public int X; }
        public struct Named { public int X; public override string ToString() => "n"; public override int GetHashCode() => X; }

        public partial class Signal
        {
            private static void Use<T>(T value) { }
            private static void UseObject(object? value) { }
            {{Indent(members, 4)}}

            [Kernel]
            public static void Run(int n, int[] ints, List<double> list, Color color, Bare bare, Named named, string text, Span<float> span)
            {
                for (int i = 0; i < n; i++)
                {
                    {{Indent(statements, 12)}}
                }
            }
        }
        """;

    /// <summary>Statements in the innermost loop of a nest outside kernels.</summary>
    public static string InNest(string statements) => Usings + $$"""
        public class Plain
        {
            public void Run(int n, int[] ints, List<double> list, double[] doubles, Span<float> span)
            {
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < n; j++)
                    {
                        {{Indent(statements, 16)}}
                    }
                }
            }
        }
        """;

    /// <summary>Lines after the first moved to a column, so that fixes meet code as it is formatted in files.</summary>
    public static string Indent(string lines, int column)
    {
        string[] all = lines.ReplaceLineEndings("\n").Split('\n');
        return string.Join("\n", all.Select((line, index) => index == 0 || line.Length == 0 ? line : new string(' ', column) + line));
    }
}
