using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>Methods of the project that are a loop with a name: a call of one is compiled as the loop would be.</summary>
internal static class CalledLoops
{
    /// <summary>The loop that the called method ends with and that only declarations stand in front of, or <see langword="null"/>.</summary>
    public static ILoopOperation? In(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!method.ReturnsVoid || !method.IsStatic || method.MethodKind != MethodKind.Ordinary || method.IsGenericMethod || method.ContainingType?.IsGenericType == true || method.IsAsync
            || KernelEligibility.HasAttribute(method) || MethodBodies.IsConditional(method) || MethodBodies.Of(method, compilation, cancellation) is not { } body)
        {
            return null;
        }

        IReadOnlyList<IOperation> operations = body.Operations;
        return operations.Count > 0 && operations[operations.Count - 1] is ILoopOperation loop
            && operations.Take(operations.Count - 1).All(operation => operation is IVariableDeclarationGroupOperation)
            && !body.DescendantsAndSelf().Any(operation => operation is IForEachLoopOperation each && NestReader.ParallelRange(each) is not null)
                ? loop
                : null;
    }
}
