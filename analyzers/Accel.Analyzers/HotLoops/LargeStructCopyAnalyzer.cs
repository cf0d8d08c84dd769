using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4104: a large struct copied per iteration: a <c>foreach</c> over an array or span by value, or an argument by value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LargeStructCopyAnalyzer : HotLoopAnalyzer
{
    /// <summary>Two lines of the cache: a smaller one is a few vector moves, and measured to cost nothing.</summary>
    private const int LeastBytes = 128;

    public LargeStructCopyAnalyzer()
        : base(DiagnosticDescriptors.LargeStructCopy, OperationKind.Loop, OperationKind.Argument)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        IForEachLoopOperation { Syntax: ForEachStatementSyntax { Type: not RefTypeSyntax } syntax } loop when IsOfReferences(loop.Collection) && IsLarge(loop.Locals.FirstOrDefault()?.Type) =>
            new Finding(syntax.Type, $"Each element ({StructSizes.Of(loop.Locals[0].Type)} bytes)", "write 'ref readonly var' for the loop variable") { Repeated = loop.Body },
        IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter, Value: ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation } argument
            when IsLarge(argument.Value.Type) && SymbolEqualityComparer.Default.Equals(parameter.Type, argument.Value.Type) && argument.Parent is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } =>
            new Finding(argument.Syntax, $"'{HotPaths.Text(argument.Syntax)}' ({StructSizes.Of(argument.Value.Type!)} bytes)", $"make the parameter '{parameter.Name}' an 'in' parameter"),
        _ => null,
    };

    private static bool IsLarge(ITypeSymbol? type) => type is { IsValueType: true, TypeKind: TypeKind.Struct } && StructSizes.Of(type) >= LeastBytes;

    private static bool IsOfReferences(IOperation collection)
    {
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        return collection.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };
    }
}
