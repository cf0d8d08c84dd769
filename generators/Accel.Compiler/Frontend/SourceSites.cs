using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Collects the places of a nest. Origins are shared by the nests of a kernel.</summary>
internal sealed class SourceSites(SourceOrigins origins)
{
    private const int LongestText = 80;

    private readonly List<SourceSite> _sites = [];

    public EquatableArray<SourceSite> ToArray() => _sites.ToEquatableArray();

    /// <summary>Adds the place of an expression.</summary>
    /// <returns>Its number.</returns>
    public int Add(SyntaxNode syntax) => Add(syntax, Text(syntax));

    /// <summary>Adds the place of a loop's header.</summary>
    /// <returns>Its number.</returns>
    public int AddLoop(SyntaxNode loop) => Add(loop, LoopLabels.Of(loop));

    private int Add(SyntaxNode syntax, string text)
    {
        (int origin, int line) = origins.Of(syntax);
        _sites.Add(new(origin, line, text));
        return _sites.Count - 1;
    }

    private static string Text(SyntaxNode syntax)
    {
        string text = string.Join(" ", syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestText ? text : text.Substring(0, LongestText - 3) + "...";
    }
}

/// <summary>The methods and files that the places of a kernel are in: its own, and those of the methods inlined into it.</summary>
internal sealed class SourceOrigins(Compilation compilation)
{
    private readonly List<(SyntaxNode Method, string Path)> _keys = [];
    private readonly List<SourceOrigin> _origins = [];

    public EquatableArray<SourceOrigin> ToArray() => _origins.ToEquatableArray();

    /// <summary>Where a node is, as <c>#line</c> directives have it.</summary>
    public (int Origin, int Line) Of(SyntaxNode syntax)
    {
        SyntaxNode method = syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? syntax.SyntaxTree.GetRoot();
        FileLinePositionSpan mapped = syntax.GetLocation().GetMappedLineSpan();
        FileLinePositionSpan start = Location.Create(method.SyntaxTree, new(method.SpanStart, 0)).GetMappedLineSpan();
        int origin = _keys.FindIndex(key => key.Method == method && key.Path == mapped.Path);
        if (origin < 0)
        {
            origin = _keys.Count;
            _keys.Add((method, mapped.Path));
            _origins.Add(new(Normalized(mapped.Path), start.StartLinePosition.Line + 1));
        }

        return (origin, mapped.StartLinePosition.Line - start.StartLinePosition.Line);
    }

    // With the path map, as for [CallerFilePath]: what is built must not depend on the folder it is built in.
    private string Normalized(string path) => compilation.Options.SourceReferenceResolver?.NormalizePath(path, null) ?? path;
}
