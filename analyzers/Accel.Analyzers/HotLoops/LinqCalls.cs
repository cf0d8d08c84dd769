using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>Recognises LINQ.</summary>
internal static class LinqCalls
{
    /// <summary>Whether the method is an extension method of <c>System.Linq.Enumerable</c>.</summary>
    public static bool IsLinq(IMethodSymbol method) =>
        method.ContainingType is
        {
            Name: "Enumerable",
            ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        }
        && (method.ReducedFrom ?? method).IsExtensionMethod;

    /// <summary>Whether the operation is the source, or in an argument, of a LINQ call around it.</summary>
    public static bool IsPartOfQuery(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not (null or IBlockOperation or ILoopOperation); parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && IsLinq(call.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }
}
