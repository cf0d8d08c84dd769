namespace Accel.Testing.Sources;

/// <summary>C# files for tests, from as little text as the test is about.</summary>
public static class KernelSource
{
    /// <summary>The namespace of the classes that <see cref="Members"/> and <see cref="Method"/> write.</summary>
    public const string Namespace = "Test";

    /// <summary>The class that <see cref="Members"/> and <see cref="Method"/> write.</summary>
    public const string ClassName = "Kernels";

    /// <summary>The full name of that class.</summary>
    public const string FullClassName = Namespace + "." + ClassName;

    private const string Usings = """
        using System;
        using System.Numerics;
        using Accel;
        """;

    /// <summary>A kernel of the class <c>Test.Kernels</c>: <c>[Kernel] public static RETURNS NAME(PARAMETERS) { BODY }</c>.</summary>
    /// <param name="parameters">The parameter list without parentheses.</param>
    /// <param name="body">The statements.</param>
    /// <param name="returns">The return type.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="attribute">What stands between the square brackets.</param>
    public static string Method(string parameters, string body, string returns = "void", string name = "Run", string attribute = "Kernel") =>
        Members($$"""
            [{{attribute}}]
            public static {{returns}} {{name}}({{parameters}})
            {
            {{Indent(body, 4)}}
            }
            """);

    /// <summary>The public static partial class <c>Test.Kernels</c> with these members.</summary>
    /// <param name="members">Whole declarations, with their attributes.</param>
    public static string Members(string members) => $$"""
        {{Usings}}

        namespace {{Namespace}};

        public static partial class {{ClassName}}
        {
        {{Indent(members, 4)}}
        }

        """.ReplaceLineEndings("\n");

    private static string Indent(string text, int spaces)
    {
        string margin = new(' ', spaces);
        IEnumerable<string> lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : margin + line);
        return string.Join("\n", lines);
    }
}
