using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Accel.Testing.Roslyn;

/// <summary>
/// A walk over everything that a pipeline value holds. Symbols, syntax and locations keep a whole compilation alive and compare by
/// reference, so that one of them in a model makes every edit recompile every kernel.
/// </summary>
public static class ModelGraph
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTrivia), typeof(SyntaxTree), typeof(SyntaxReference),
        typeof(Location), typeof(FileLinePositionSpan), typeof(Microsoft.CodeAnalysis.Text.TextSpan), typeof(Compilation),
        typeof(SemanticModel), typeof(IOperation), typeof(Diagnostic), typeof(AttributeData), typeof(Delegate),
    ];

    /// <summary>Fails if a model holds, however deep, anything of the compilation that it came from.</summary>
    /// <param name="model">A value of a pipeline step.</param>
    /// <exception cref="XunitException">With the path of fields to the value and its type.</exception>
    public static void AssertHoldsNothingOfTheCompilation(object? model) =>
        Visit(model, model?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null)
        {
            return;
        }

        Type type = value.GetType();
        if (Forbidden.FirstOrDefault(forbidden => forbidden.IsAssignableFrom(type)) is { } match)
        {
            throw new XunitException($"{path} is a {type.Name}, a {match.Name}: models must hold values only.");
        }

        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || value is Type || !visited.Add(value))
        {
            return;
        }

        if (type.IsArray)
        {
            VisitItems((IEnumerable)value, path, visited);
            return;
        }

        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
            }
        }
    }

    private static void VisitItems(IEnumerable items, string path, HashSet<object> visited)
    {
        int index = 0;
        foreach (object? item in items)
        {
            Visit(item, $"{path}[{index++}]", visited);
        }
    }
}
