using System.Globalization;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Reads a kernel's declaration into strings.</summary>
internal static class SignatureReader
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static KernelSignature Read(IMethodSymbol method, MethodDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var types = new List<ContainingType>();
        bool isPublic = method.DeclaredAccessibility == Accessibility.Public;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Insert(0, new(Keywords(type), LoopLabels.Escape(type.Name), IsPartial(type, cancellation)));
            isPublic &= type.DeclaredAccessibility == Accessibility.Public;
        }

        INamespaceSymbol ns = method.ContainingNamespace;
        return new(
            ns.IsGlobalNamespace ? "" : ns.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            types.ToEquatableArray(),
            LoopLabels.Escape(method.Name),
            KernelNames.UniqueName(method),
            KernelNames.DisplayName(method),
            isPublic,
            AccessibilityText(method.DeclaredAccessibility),
            ReturnType(method),
            method.Parameters.Select(Parameter).ToEquatableArray(),
            Documentation(declaration));
    }

    private static string Keywords(INamedTypeSymbol type)
    {
        string kind = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct => type.IsRecord ? "record struct" : type.IsRefLikeType ? "ref struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        };

        // One partial declaration says static, readonly and ref for all of them, but saying it again is allowed and reads better.
        string modifiers = type.IsStatic ? "static " : type.TypeKind == TypeKind.Struct && type.IsReadOnly ? "readonly " : "";
        return modifiers + kind;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Length > 0
        && type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is BaseTypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string AccessibilityText(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    public static string ReturnType(IMethodSymbol method) => method.ReturnsVoid ? "void" : method.ReturnType.ToDisplayString(s_type);

    public static KernelParameter Parameter(IParameterSymbol parameter)
    {
        var modifiers = new List<string>();
        if (parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } })
        {
            modifiers.Add("this");
        }

        if (parameter.IsParams)
        {
            modifiers.Add("params");
        }

        if (parameter.ScopedKind != ScopedKind.None && !parameter.IsParams && parameter.RefKind != RefKind.Out)
        {
            modifiers.Add("scoped");
        }

        modifiers.Add(parameter.RefKind switch
        {
            RefKind.In => "in",
            RefKind.Ref => "ref",
            RefKind.Out => "out",
            RefKind.RefReadOnlyParameter => "ref readonly",
            _ => "",
        });

        (BufferKind Kind, ITypeSymbol Element)? buffer = parameter.RefKind == RefKind.None ? ScalarTypeReader.BufferOf(parameter.Type) : null;
        bool isSpan = buffer is { Kind: BufferKind.Span or BufferKind.ReadOnlySpan, Element.IsUnmanagedType: true } && !ScalarTypeReader.IsRenamed(buffer.Value.Element)
            && AggregateShape.Of(buffer.Value.Element) is null;
        return new(
            parameter.Type.ToDisplayString(s_type),
            LoopLabels.Escape(parameter.Name),
            string.Join(" ", modifiers.Where(modifier => modifier.Length > 0)),
            parameter.HasExplicitDefaultValue ? DefaultValue(parameter) : null,
            isSpan ? buffer!.Value.Element.ToDisplayString(s_type) : null,
            isSpan && buffer!.Value.Kind == BufferKind.ReadOnlySpan);
    }

    private static string DefaultValue(IParameterSymbol parameter)
    {
        object? value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            return "default";
        }

        // A literal has no text for NaN and the infinities, and loses the type of an enum.
        string literal = value switch
        {
            float single when float.IsNaN(single) => "float.NaN",
            float single when float.IsInfinity(single) => single > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
            double real when double.IsNaN(real) => "double.NaN",
            double real when double.IsInfinity(real) => real > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            float single => single.ToString("R", CultureInfo.InvariantCulture) + "f",
            double real => real.ToString("R", CultureInfo.InvariantCulture) + "d",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
        return parameter.Type.TypeKind == TypeKind.Enum ? $"({parameter.Type.ToDisplayString(s_type)})({literal})" : literal;
    }

    private static EquatableArray<string> Documentation(MethodDeclarationSyntax declaration) =>
        declaration.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .SelectMany(trivia => trivia.ToFullString().Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3).Trim())
            .ToEquatableArray();
}
