using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4306: a <c>foreach</c> over a collection known by an interface only: an enumerator object per loop, and two interface calls per element.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterfaceEnumerationAnalyzer : HotLoopAnalyzer
{
    public InterfaceEnumerationAnalyzer()
        : base(DiagnosticDescriptors.InterfaceEnumeration, OperationKind.Loop)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (operation is not IForEachLoopOperation { IsAsynchronous: false, Syntax: CommonForEachStatementSyntax syntax } loop)
        {
            return null;
        }

        IOperation collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        // A query is another rule's.
        return collection is { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } type } and not (IInvocationOperation or IConversionOperation { Operand: IInvocationOperation })
            ? new Finding(syntax.Expression, HotPaths.Text(syntax.Expression), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)) { Repeated = loop.Body }
            : null;
    }
}
