using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Analyzers.Kernels;

/// <summary>Facts about a kernel's declaration, each as the phrase that a message needs.</summary>
internal static class KernelDeclarations
{
    /// <summary>Why the method cannot be a kernel at all, or <see langword="null"/>.</summary>
    public static string? FindError(IMethodSymbol method)
    {
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        return body switch
        {
            { MethodKind: MethodKind.LocalFunction } => "it is a local function; declare it as a static method of a type",
            { MethodKind: MethodKind.AnonymousFunction } => "it is a lambda; declare it as a static method of a type",
            { MethodKind: MethodKind.ExplicitInterfaceImplementation } or { IsVirtual: true } =>
                "calls reach it through an interface, where they cannot be redirected; declare an ordinary static method",
            { MethodKind: not MethodKind.Ordinary } =>
                "it is an accessor, operator or finalizer, whose uses are not calls that can be redirected; declare an ordinary static method",
            { IsStatic: false } => "it is an instance method; make it static and pass the state that it needs as arguments",
            { IsAbstract: true } => "it is abstract; put the attribute on a method with a body",
            { IsExtern: true } => "it is extern; put the attribute on a method with a body",
            { IsPartialDefinition: true } => "its partial declaration has no body; add the implementing part",
            { IsVararg: true } => "it takes __arglist; declare its parameters",
            { IsAsync: true } => "it is async; make it synchronous and await around the call",
            { ReturnsByRef: true } or { ReturnsByRefReadonly: true } =>
                "it returns by reference; return the value, or write it to an argument",
            _ when IsIterator(body) => "it is an iterator; write the results to a span or an array",
            _ => null,
        };
    }

    /// <summary>Why a valid kernel is not compiled yet, or <see langword="null"/>.</summary>
    public static string? FindLimit(IMethodSymbol method)
    {
        if (method.IsGenericMethod && FindGenericLimit(method) is { } limit)
        {
            return limit;
        }

        if (IsUnsupported(method.ReturnType))
        {
            return $"its return type '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' cannot be written in generated code";
        }

        if (method.Parameters.FirstOrDefault(parameter => IsUnsupported(parameter.Type)) is { } unsupported)
        {
            return $"the type of its parameter '{unsupported.Name}' cannot be written in generated code; use spans, arrays and numbers";
        }

        foreach (INamedTypeSymbol type in ContainingTypes(method))
        {
            if (type.IsExtension)
            {
                return "members of extension blocks are not compiled yet; write an ordinary static method";
            }

            if (type.IsGenericType)
            {
                return $"kernels of the generic type '{type.Name}' are not compiled yet; move the kernel to a type without type parameters";
            }

            if (type.IsFileLocal)
            {
                return $"'{type.Name}' is a file-local type, which generated code cannot name; make it internal";
            }
        }

        return IsNamedOutside(method)
            ? null
            : "generated code cannot name it: a type in its signature is private, or it is obsolete as an error; make the types of its parameters internal";
    }

    private static string? FindGenericLimit(IMethodSymbol method)
    {
        if (KernelEligibility.MapsNumbers(method))
        {
            return "it is generic and maps numbers to a number, where no call says for which types it is wanted; write one kernel per type, or one over spans";
        }

        return method.ContainingAssembly is ISourceAssemblySymbol { Compilation: var compilation } && KernelEligibility.IsEligibleGeneric(method)
            && KernelFrontend.Numbers(method, compilation).Any() && KernelFrontend.Representative(method, compilation, CancellationToken.None) is null
                ? "for no number type does it mean the same as a method that is not generic: it uses members that number types have by an interface only, or calls that would go elsewhere; "
                    + "use operators and public members, or write one kernel per type"
                : null;
    }

    /// <summary>The containing types that are not partial, from the outermost to the innermost.</summary>
    public static IReadOnlyList<INamedTypeSymbol> NonPartialTypes(IMethodSymbol method) =>
        ContainingTypes(method).Where(type => !GeneratedMembers.IsPartial(type)).Reverse().ToList();

    /// <summary>The member that keeps generated code out (the kernel or a type around it), or <see langword="null"/>.</summary>
    public static ISymbol? FindInaccessible(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>Whether the method maps scalars to a scalar: it is compiled as overloads over spans, and its calls stay as they are.</summary>
    public static bool IsElementKernel(IMethodSymbol method) => ElementKernelReader.TypesOf(method) is not null;

    // Erroneous types have an error of their own.
    private static bool IsUnsupported(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic } => true,
        IArrayTypeSymbol array => IsUnsupported(array.ElementType),
        INamedTypeSymbol named => named.IsFileLocal || named.TypeArguments.Any(IsUnsupported),
        _ => false,
    };

    // What is left of the reasons: a partial type would not help.
    private static bool IsNamedOutside(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty
        || GeneratedMembers.HasEntryClass(method)
        || !KernelEligibility.IsEligible(method)
        || (FindInaccessible(method) is not null && ContainingTypes(method).Any(type => !GeneratedMembers.IsPartial(type)));

    private static IEnumerable<INamedTypeSymbol> ContainingTypes(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static bool IsIterator(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference => HasYield(reference.GetSyntax()));

    private static bool HasYield(SyntaxNode method) =>
        method.DescendantNodes(node => node == method || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is YieldStatementSyntax);
}
