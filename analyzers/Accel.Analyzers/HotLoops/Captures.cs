using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>What functions capture from the functions around them.</summary>
internal static class Captures
{
    /// <summary>The name of the first variable that a lambda captures, or <see langword="null"/>.</summary>
    public static string? FindFirst(IAnonymousFunctionOperation lambda) =>
        FindCapture(lambda.Body, new HashSet<ISymbol>(SymbolEqualityComparer.Default) { lambda.Symbol });

    /// <summary>The name of the first variable that a local function captures, or <see langword="null"/>.</summary>
    public static string? FindFirst(IMethodSymbol localFunction, IOperation reference) =>
        FindFirst(localFunction, reference, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static string? FindFirst(IMethodSymbol localFunction, IOperation reference, HashSet<ISymbol> visited)
    {
        if (!visited.Add(localFunction))
        {
            return null;
        }

        IOperation root = reference;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        IMethodSymbol definition = localFunction.OriginalDefinition;
        ILocalFunctionOperation? function = root.DescendantsAndSelf().OfType<ILocalFunctionOperation>()
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, definition));
        return function?.Body is { } body ? FindCapture(body, visited) : null;
    }

    private static string? FindCapture(IBlockOperation body, HashSet<ISymbol> visited)
    {
        foreach (IOperation operation in body.Descendants())
        {
            string? captured = operation switch
            {
                ILocalReferenceOperation { Local: { IsConst: false } local } when IsOutside(local, visited) => local.Name,
                IParameterReferenceOperation { Parameter: var parameter } when IsOutside(parameter, visited) => parameter.Name,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => "this",
                IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => FindFirst(called, operation, visited),
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } used } => FindFirst(used, operation, visited),
                _ => null,
            };
            if (captured is not null)
            {
                return captured;
            }
        }

        return null;
    }

    private static bool IsOutside(ISymbol variable, HashSet<ISymbol> functions)
    {
        for (ISymbol? owner = variable.ContainingSymbol; owner is not null; owner = owner.ContainingSymbol)
        {
            if (functions.Contains(owner))
            {
                return false;
            }
        }

        return true;
    }
}
