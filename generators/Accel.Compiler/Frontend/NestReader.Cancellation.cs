using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>
/// <c>cancellation.ThrowIfCancellationRequested()</c> inside a nest. The nest looks at the token between its pieces instead, whatever conditions the call stands under: when a loop as written looks
/// at it is no promise, but how often is meant to keep the cost of looking low.
/// </summary>
internal sealed partial class NestReader
{
    /// <summary>C# of the token, where there is one.</summary>
    private string? _token;

    /// <summary>Whether the call looks at a token.</summary>
    public static bool IsCancellation(IInvocationOperation call) => call.TargetMethod is
    {
        Name: "ThrowIfCancellationRequested",
        ContainingType: { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    /// <summary>Takes note of the token instead of a statement.</summary>
    private bool TryReadCancellation(IInvocationOperation call)
    {
        if (!IsCancellation(call))
        {
            return false;
        }

        if (HostExpressionOf(call.Instance!) is not { } token)
        {
            throw Reject(call, RejectionReason.UnsupportedCall, $"{Describe(call.Instance!)} is not a token that is the same for the whole nest, so the nest stays plain; put it into a local in front of the loop.");
        }

        if (_token is not null && _token != token.Safe)
        {
            throw Reject(call, RejectionReason.UnsupportedCall,
                $"A nest looks at one token, and this one looks at '{_token}' already, so the nest stays plain; make one of the two by CancellationTokenSource.CreateLinkedTokenSource.");
        }

        Require(call.Instance!, token.Conditions);
        NoteFields(token);
        _token = token.Safe;
        return true;
    }
}
