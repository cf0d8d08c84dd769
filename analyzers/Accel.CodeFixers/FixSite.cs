using Accel.Analyzers.Inspection;
using Accel.Compiler.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers;

/// <summary>One diagnostic and the document that it is in.</summary>
internal sealed record FixSite(Document Document, SyntaxNode Root, SemanticModel Model, Diagnostic Diagnostic, CancellationToken CancellationToken)
{
    /// <summary>The innermost node of a type that covers exactly the diagnostic's span, or is the nearest around it.</summary>
    public T? Find<T>()
        where T : SyntaxNode =>
        Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();

    /// <summary>Whether the diagnostic says that this can be done about it, as the analyzer knows.</summary>
    public bool HasRemedy(Remedy remedy) => Diagnostic.Properties.TryGetValue(KernelReportAnalyzer.RemedyProperty, out string? name) && name == remedy.ToString();

    /// <summary>The document with text inserted or replaced; all else, white space too, stays as the user wrote it.</summary>
    public Document Edit(params TextChange[] changes) =>
        Document.WithText(Root.GetText().WithChanges(changes.OrderBy(change => change.Span.Start)));
}
