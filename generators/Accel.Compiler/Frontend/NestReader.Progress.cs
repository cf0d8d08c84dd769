using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>
/// <c>progress.Report(value)</c> of an <c>IProgress&lt;double&gt;</c> inside a nest, also as <c>progress?.Report(value)</c>. The nest reports between its pieces instead, whatever conditions the call
/// stands under: what the value is after as many iterations of the outermost loop as are done.
/// </summary>
internal sealed partial class NestReader
{
    /// <summary>C# of who is told, where there is one.</summary>
    private string? _progress;

    private Expr? _progressValue;
    private bool _progressMayBeNull;
    private IOperation? _progressSite;

    /// <summary>Whether the call reports progress.</summary>
    public static bool IsProgress(IInvocationOperation call) => call.TargetMethod is
    {
        Name: "Report",
        ContainingType: { Name: "IProgress", TypeArguments: { Length: 1 } arguments, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    } && arguments[0].SpecialType == SpecialType.System_Double;

    private bool TryReadProgress(IOperation statement)
    {
        (IInvocationOperation? call, IOperation? receiver) = statement switch
        {
            IInvocationOperation direct => (direct, direct.Instance),
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } inner } access => (inner, access.Operation),
            _ => (null, null),
        };
        if (call is null || receiver is null || !IsProgress(call))
        {
            return false;
        }

        if (_progress is not null)
        {
            throw Reject(call, RejectionReason.UnsupportedCall, "A nest reports its progress by one call, and this is another, so the nest stays plain; leave one of the two.");
        }

        if (HostExpressionOf(receiver) is not { } told)
        {
            throw Reject(call, RejectionReason.UnsupportedCall, $"{Describe(receiver)} is not the same for the whole nest, so the nest stays plain; put it into a local in front of the loop.");
        }

        Require(receiver, told.Conditions);
        NoteFields(told);
        var statements = new List<Stmt>();
        (List<Stmt> current, _current) = (_current, statements);
        Expr value = ReadExpression(call.Arguments[0].Value);
        _current = current;
        (_progress, _progressValue, _progressMayBeNull, _progressSite) = (told.Safe, value, statement is IConditionalAccessOperation, call);
        return statements.Count == 0 ? true : throw RejectProgress();
    }

    /// <summary>Checks that the value can be computed between pieces.</summary>
    private void CheckProgress(ForLoop root)
    {
        if (_progressValue is { } value
            && (ExprFacts.ReadsMemory(value)
                || ExprFacts.LocalsRead(value).Any(local => local != root.Variable && !_scalars.Any(scalar => scalar.Input.Local == local && !scalar.Input.IsWritten))))
        {
            throw RejectProgress();
        }
    }

    private RejectedException RejectProgress() => Reject(_progressSite!, RejectionReason.UnsupportedCall,
        "A nest reports its progress between pieces of its outermost loop, so what it reports must be computed of that loop's variable and fixed values alone, and the nest stays plain; report such a value.");
}
