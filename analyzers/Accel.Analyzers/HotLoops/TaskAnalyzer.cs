using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4308: a task made, started or waited for per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskAnalyzer : HotLoopAnalyzer
{
    public TaskAnalyzer()
        : base(DiagnosticDescriptors.TaskPerIteration, OperationKind.Invocation, OperationKind.PropertyReference)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call when IsTask(method.ContainingType) && method.Name is "Run" or "FromResult" or "StartNew" or "ContinueWith" or "Delay" or "WhenAll" or "WhenAny" =>
            new Finding(call.Syntax, HotPaths.Text(call.Syntax), "makes a task"),
        IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem", ContainingType.Name: "ThreadPool" } } queued =>
            new Finding(queued.Syntax, HotPaths.Text(queued.Syntax), "makes a work item"),
        IInvocationOperation { TargetMethod: { Name: "Wait" or "GetResult" or "WaitAll" or "WaitAny" } method } wait when IsTask(method.ContainingType) || method.ContainingType.Name is "TaskAwaiter" or "ValueTaskAwaiter" =>
            new Finding(wait.Syntax, HotPaths.Text(wait.Syntax), "blocks the thread on a task"),
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: { } type } } result when IsTask(type) =>
            new Finding(result.Syntax, HotPaths.Text(result.Syntax), "blocks the thread on a task"),
        _ => null,
    };

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" or "TaskFactory" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
}
