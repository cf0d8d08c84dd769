using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>
/// The names of generated types. They follow from a method's symbol alone, whether it comes from source or from metadata, so that an
/// application finds what was generated for a kernel in a library that it references.
/// </summary>
internal static class KernelNames
{
    /// <summary>The namespace of everything that is generated beside the user's own types.</summary>
    public const string GeneratedNamespace = "Accel.Generated";

    /// <summary>The name of the attribute that marks kernels, as metadata writes it.</summary>
    public const string KernelAttribute = "Accel.KernelAttribute";

    /// <summary>
    /// Namespace, types and name of the method joined by <c>_</c>, and eight hexadecimal digits of a hash of its full signature, and of its type arguments.
    /// </summary>
    public static string UniqueName(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var path = new StringBuilder();
        AppendScope(path, definition.ContainingType);
        path.Append(definition.Name);

        var name = new StringBuilder(path.Length + 9);
        foreach (char c in path.ToString())
        {
            name.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        }

        uint hash = Hash(Signature(definition, path.ToString(), GenericMethods.IsClosed(method) ? method.TypeArguments : []));
        return name.Append('_').Append(hash.ToString("X8", CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>The full name for messages: <c>MyApp.Signal.Saxpy</c>.</summary>
    public static string DisplayName(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var path = new StringBuilder();
        AppendScope(path, definition.ContainingType);
        path.Append(definition.Name);
        return GenericMethods.IsClosed(method) ? path.Append(TypeArguments(method)).ToString() : path.ToString();
    }

    /// <summary>The type arguments as a call writes them: <c>&lt;float&gt;</c>.</summary>
    public static string TypeArguments(IMethodSymbol method) =>
        $"<{string.Join(", ", method.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))}>";

    private static void AppendScope(StringBuilder path, INamespaceOrTypeSymbol? scope)
    {
        if (scope is null or INamespaceSymbol { IsGlobalNamespace: true })
        {
            return;
        }

        AppendScope(path, (INamespaceOrTypeSymbol?)scope.ContainingType ?? scope.ContainingNamespace);
        path.Append(scope.Name).Append('.');
    }

    private static string Signature(IMethodSymbol method, string path, IEnumerable<ITypeSymbol> arguments)
    {
        var text = new StringBuilder(path);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            text.Append('`').Append(type.Arity.ToString(CultureInfo.InvariantCulture));
        }

        text.Append('(');
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            text.Append(parameter.RefKind == RefKind.None ? "" : "&");
            AppendType(text, parameter.Type);
            text.Append(',');
        }

        text.Append(')');
        foreach (ITypeSymbol argument in arguments)
        {
            text.Append('<');
            AppendType(text, argument);
        }

        return text.ToString();
    }

    // Not a SymbolDisplayFormat: tuple names, dynamic, nullability and nint live in attributes that source and metadata may show
    // differently, and C# does not overload on them.
    private static void AppendType(StringBuilder text, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AppendType(text, array.ElementType);
                text.Append('[').Append(',', array.Rank - 1).Append(']');
                break;
            case IPointerTypeSymbol pointer:
                AppendType(text, pointer.PointedAtType);
                text.Append('*');
                break;
            case ITypeParameterSymbol parameter:
                text.Append('!').Append(parameter.Ordinal.ToString(CultureInfo.InvariantCulture));
                break;
            case IDynamicTypeSymbol:
                text.Append("System.Object");
                break;
            case INamedTypeSymbol named:
                AppendNamedType(text, named.NativeIntegerUnderlyingType ?? named);
                break;
            default:
                text.Append(type.TypeKind.ToString());
                break;
        }
    }

    private static void AppendNamedType(StringBuilder text, INamedTypeSymbol type)
    {
        AppendScope(text, (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace);
        text.Append(type.MetadataName);
        for (INamedTypeSymbol? scope = type; scope is not null; scope = scope.ContainingType)
        {
            foreach (ITypeSymbol argument in scope.TypeArguments)
            {
                text.Append('<');
                AppendType(text, argument);
            }
        }
    }

    // FNV-1a, because string.GetHashCode differs from process to process.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
