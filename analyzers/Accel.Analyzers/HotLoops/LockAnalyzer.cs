using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4402: a lock taken per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAnalyzer : HotLoopAnalyzer
{
    public LockAnalyzer()
        : base(DiagnosticDescriptors.LockPerIteration, OperationKind.Lock, OperationKind.Invocation)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        ILockOperation { Syntax: LockStatementSyntax syntax } => new Finding(syntax.Expression, $"lock ({HotPaths.Text(syntax.Expression)})"),
        IInvocationOperation { TargetMethod: { Name: "Enter" or "TryEnter" or "Wait" or "WaitOne" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" } method } call when IsLock(method.ContainingType) =>
            new Finding(call.Syntax, HotPaths.Text(call.Syntax)),
        _ => null,
    };

    private static bool IsLock(INamedTypeSymbol type) =>
        type.Name is "Monitor" or "Lock" or "Mutex" or "WaitHandle" or "Semaphore" or "SemaphoreSlim" or "SpinLock" or "ReaderWriterLockSlim"
        && type.ContainingNamespace.ToDisplayString() == "System.Threading";
}
