using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Whether a declaration can be a kernel at all, told from the symbol alone. An entry class is generated for a marked method exactly when this
/// says so, which is what calls from other kernels rely on.
/// </summary>
internal static class KernelEligibility
{
    public const string AttributeName = "Accel.KernelAttribute";

    public static bool HasAttribute(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "KernelAttribute", ContainingNamespace: { Name: "Accel", ContainingNamespace.IsGlobalNamespace: true } });

    public static bool IsEligible(IMethodSymbol method) => !method.IsGenericMethod && IsEligibleOtherwise(method);

    /// <summary>
    /// Whether a generic method can be a kernel for type arguments that a call gives it. One from numbers to a number cannot: of overloads over spans no call would say for which types
    /// they are wanted.
    /// </summary>
    public static bool IsEligibleGeneric(IMethodSymbol method) =>
        method.IsGenericMethod && !MapsNumbers(method) && IsEligibleOtherwise(method);

    /// <summary>Whether the method makes a value of values, and not of the elements of a span or array.</summary>
    public static bool MapsNumbers(IMethodSymbol method) => !method.ReturnsVoid && !method.Parameters.Any(parameter => ScalarTypeReader.BufferOf(parameter.Type) is not null);

    /// <summary>Whether each type parameter is part of a parameter's type: else two lists of type arguments may have the same parameters, and overloads would be alike.</summary>
    public static bool HasTypesInParameters(IMethodSymbol method) =>
        method.OriginalDefinition.TypeParameters.All(type => method.OriginalDefinition.Parameters.Any(parameter => Contains(parameter.Type, type)));

    private static bool Contains(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        IArrayTypeSymbol array => Contains(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Contains(argument, parameter)),
        _ => SymbolEqualityComparer.Default.Equals(type, parameter),
    };

    private static bool IsEligibleOtherwise(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary || !method.IsStatic || method.IsAsync || method.IsExtern || method.IsAbstract || method.IsVirtual
            || method.ReturnsByRef || method.ReturnsByRefReadonly || method.IsVararg)
        {
            return false;
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType || type.IsFileLocal || type.IsExtension)
            {
                return false;
            }
        }

        if (method.Parameters.Any(parameter => ContainsUnsupported(parameter.Type)) || ContainsUnsupported(method.ReturnType))
        {
            return false;
        }

        return Declaration(method) is not { } declaration || (HasBody(declaration) && !IsIterator(declaration));
    }

    /// <summary>Whether an entry class can call the method: it is visible in its assembly, or its types are partial and pass the call on.</summary>
    public static bool IsReachable(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The declaration that has the body, or <see langword="null"/> for a method from metadata.</summary>
    public static MethodDeclarationSyntax? Declaration(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .OrderByDescending(HasBody)
            .FirstOrDefault();

    private static bool HasBody(MethodDeclarationSyntax declaration) => declaration.Body is not null || declaration.ExpressionBody is not null;

    private static bool IsIterator(MethodDeclarationSyntax declaration) =>
        declaration.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node => node.IsKind(SyntaxKind.YieldReturnStatement) || node.IsKind(SyntaxKind.YieldBreakStatement));

    private static bool ContainsUnsupported(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error
        || type is INamedTypeSymbol { IsFileLocal: true }
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(ContainsUnsupported))
        || (type is IArrayTypeSymbol array && ContainsUnsupported(array.ElementType));
}
