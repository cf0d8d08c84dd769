using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Compiling;

internal enum ParameterKind
{
    Span,
    ReadOnlySpan,
    Array,
    Matrix,
    Scalar,
}

/// <summary>A parameter of a kernel under test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Of its elements, or of the scalar.</param>
/// <param name="Modifier">in, ref, out or nothing.</param>
internal sealed record FuzzParameter(string Name, ParameterKind Kind, NumericType Type, string Modifier)
{
    public bool IsBuffer => Kind != ParameterKind.Scalar;
}

/// <summary>What a kernel's declaration says, read from its syntax.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Result">The return type, or <see langword="null"/> for void.</param>
internal sealed record FuzzSignature(string Method, IReadOnlyList<FuzzParameter> Parameters, NumericType? Result)
{
    /// <summary>Whether the kernel takes scalars by value only and returns one, so that overloads over spans are generated.</summary>
    public bool IsElementKernel =>
        Result is not null && Parameters.Count > 0 && Parameters.All(parameter => parameter is { Kind: ParameterKind.Scalar, Modifier: "" });

    /// <summary>The method marked <c>[Kernel]</c>, or <see langword="null"/> where there is none.</summary>
    public static MethodDeclarationSyntax? Find(SyntaxNode root) => root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .FirstOrDefault(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Kernel" or "Accel.Kernel"));

    /// <summary>Reads a declaration.</summary>
    /// <returns><see langword="null"/> where a parameter is of a type that the harness cannot make.</returns>
    public static FuzzSignature? Of(MethodDeclarationSyntax method)
    {
        var parameters = new List<FuzzParameter>();
        foreach (ParameterSyntax parameter in method.ParameterList.Parameters)
        {
            string modifier = string.Join(" ", parameter.Modifiers.Select(token => token.Text).Where(text => text is not ("this" or "scoped" or "params")));
            if (parameter.Type is null || modifier is not ("" or "in" or "ref" or "out") || Read(parameter.Type) is not var (kind, type)
                || (kind != ParameterKind.Scalar && modifier.Length > 0))
            {
                return null;
            }

            parameters.Add(new(parameter.Identifier.ValueText, kind, type, modifier));
        }

        NumericType? result = NumericType.Named(method.ReturnType.ToString());
        return result is null && method.ReturnType.ToString() != "void" ? null : new(method.Identifier.ValueText, parameters, result);
    }

    private static (ParameterKind Kind, NumericType Type)? Read(TypeSyntax syntax)
    {
        (ParameterKind kind, TypeSyntax element) = syntax switch
        {
            GenericNameSyntax { Identifier.Text: "Span", TypeArgumentList.Arguments: [{ } argument] } => (ParameterKind.Span, argument),
            GenericNameSyntax { Identifier.Text: "ReadOnlySpan", TypeArgumentList.Arguments: [{ } argument] } => (ParameterKind.ReadOnlySpan, argument),
            ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array => (ParameterKind.Array, array.ElementType),
            ArrayTypeSyntax { RankSpecifiers: [{ Rank: 2 }] } array => (ParameterKind.Matrix, array.ElementType),
            _ => (ParameterKind.Scalar, syntax),
        };
        return element is PredefinedTypeSyntax && NumericType.Named(element.ToString()) is { } type ? (kind, type) : null;
    }
}
