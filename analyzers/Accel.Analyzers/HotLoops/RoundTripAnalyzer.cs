using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4503: a function of <c>Math</c> on a float, whose result is a float again: twice a conversion, and half the lanes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RoundTripAnalyzer : HotLoopAnalyzer
{
    public RoundTripAnalyzer()
        : base(DiagnosticDescriptors.RoundTrip, OperationKind.Conversion)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is IConversionOperation { IsImplicit: false, Type.SpecialType: SpecialType.System_Single, Operand: IInvocationOperation { Type.SpecialType: SpecialType.System_Double } call }
        && call.TargetMethod.ContainingType is { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && call.Arguments.Length > 0
        && call.Arguments.All(argument => IsOfFloat(argument.Value))
        && compilation.GetTypeByMetadataName("System.MathF")?.GetMembers(call.TargetMethod.Name).Any() == true
            ? new Finding(operation.Syntax, HotPaths.Text(operation.Syntax), call.TargetMethod.Name)
            : null;

    private static bool IsOfFloat(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, Operand.Type.SpecialType: SpecialType.System_Single }
        || (value.ConstantValue is { HasValue: true, Value: double constant } && constant == (float)constant);
}
