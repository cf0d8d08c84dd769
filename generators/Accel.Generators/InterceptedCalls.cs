using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Generators;

/// <summary>Finds the calls of kernels that are to be redirected.</summary>
internal static class InterceptedCalls
{
    public static bool MayBeCall(SyntaxNode node, CancellationToken cancellation) =>
        node is InvocationExpressionSyntax invocation && NameOf(invocation) is not null;

    /// <summary>The call, or <see langword="null"/> where it is not one of a kernel or must run the method as written.</summary>
    public static InterceptedCall? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        if (KernelOf(context, cancellation) is not { } method)
        {
            return null;
        }

        var invocation = (InvocationExpressionSyntax)context.Node;
        SemanticModel semantics = context.SemanticModel;

        bool isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, semantics.Compilation.Assembly);
        if ((!isOwn && !HasEntryClass(method, semantics.Compilation))
            || StandsInKernel(invocation, semantics, cancellation)
            || StandsInExpressionTree(invocation, semantics, cancellation)
            || semantics.GetInterceptableLocation(invocation, cancellation) is not { } location)
        {
            return null;
        }

        return new(
            KernelNames.UniqueName(method),
            isOwn,
            location.Version,
            location.Data,
            SignatureReader.ReturnType(method),
            method.Parameters.Select(SignatureReader.Parameter).ToEquatableArray());
    }

    /// <summary>The kernel that is called, or <see langword="null"/> where it is none or has type arguments that are not types yet.</summary>
    public static IMethodSymbol? KernelOf(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        return KernelCallNames.Of(context.SemanticModel.Compilation, cancellation).Contains(NameOf(invocation)!.Identifier.ValueText)
            && context.SemanticModel.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol symbol
            && Unreduced(symbol) is var method && KernelEligibility.HasAttribute(method) && (!method.IsGenericMethod || GenericMethods.IsClosed(method))
                ? method
                : null;
    }

    /// <summary>The method that is called, as a static one.</summary>
    private static IMethodSymbol Unreduced(IMethodSymbol method) => method.ReducedFrom is not { } definition ? method
        : definition.IsGenericMethod && definition.Arity == method.TypeArguments.Length ? definition.Construct([.. method.TypeArguments])
        : definition;

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax { Name: { } name } => name,
        MemberBindingExpressionSyntax { Name: { } name } => name,
        _ => null,
    };

    /// <summary>Whether the kernel's assembly was built with this generator, and shows its entry class to this project.</summary>
    private static bool HasEntryClass(IMethodSymbol method, Compilation compilation) =>
        method.ContainingAssembly.GetTypeByMetadataName($"{KernelNames.GeneratedNamespace}.{KernelNames.UniqueName(method)}") is { } entry
        && compilation.IsSymbolAccessibleWithin(entry, compilation.Assembly)
        && entry.GetMembers("Invoke").OfType<IMethodSymbol>().Any(invoke => invoke.Parameters.Length == method.Parameters.Length
            && invoke.Parameters.Zip(method.Parameters, (left, right) => SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(same => same));

    // A kernel is its own reference: a redirected call in it would make the reference depend on what it is there to check.
    private static bool StandsInKernel(InvocationExpressionSyntax invocation, SemanticModel semantics, CancellationToken cancellation)
    {
        for (ISymbol? symbol = semantics.GetEnclosingSymbol(invocation.SpanStart, cancellation); symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (KernelEligibility.HasAttribute(method))
            {
                return true;
            }
        }

        return false;
    }

    // What is made of an expression tree decides itself what the call means.
    private static bool StandsInExpressionTree(InvocationExpressionSyntax invocation, SemanticModel semantics, CancellationToken cancellation)
    {
        for (IOperation? operation = semantics.GetOperation(invocation, cancellation); operation is not null; operation = operation.Parent)
        {
            if (operation is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } } })
            {
                return true;
            }
        }

        return false;
    }
}
