using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4303: a delegate (with or without a closure) or an expression tree made per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DelegateAnalyzer : HotLoopAnalyzer
{
    public DelegateAnalyzer()
        : base(DiagnosticDescriptors.DelegateAllocation, OperationKind.DelegateCreation, OperationKind.Conversion)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (LinqCalls.IsPartOfQuery(operation))
        {
            return null;
        }

        return operation switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => FindLambda(lambda),
            IDelegateCreationOperation { Target: IMethodReferenceOperation method } => FindMethodGroup(method, compilation),
            IConversionOperation { Operand: IAnonymousFunctionOperation lambda, Type.TypeKind: TypeKind.Class } =>
                new Finding(lambda.Syntax, "An expression tree is built"),
            _ => null,
        };
    }

    private static Finding? FindLambda(IAnonymousFunctionOperation lambda)
    {
        string? captured = Captures.FindFirst(lambda);
        return captured is null ? null : new Finding(lambda.Syntax, $"A delegate that captures '{captured}' is allocated");
    }

    private static Finding? FindMethodGroup(IMethodReferenceOperation reference, Compilation compilation)
    {
        IMethodSymbol method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            string? captured = method.IsStatic ? null : Captures.FindFirst(method, reference);
            if (captured is not null)
            {
                return new Finding(reference.Syntax, $"A delegate that captures '{captured}' is allocated");
            }
        }
        else if (!method.IsStatic)
        {
            return new Finding(reference.Syntax, $"A delegate bound to an object for '{method.Name}' is allocated");
        }

        // Since C# 11 the compiler caches delegates to static methods.
        bool isCached = compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 };
        return isCached ? null : new Finding(reference.Syntax, $"A delegate for '{method.Name}' is allocated");
    }
}
