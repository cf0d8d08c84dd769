using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Reads a kernel once more for the form that checks its <c>Loop.Parallel</c> loops. Apart from the reading for speed, because a nest that stays plain can
/// be checked all the same, and because only the outermost loop that is called parallel matters, not what is around it.
/// </summary>
internal sealed class CheckedKernelReader
{
    private readonly MethodDeclarationSyntax _declaration;
    private readonly SemanticModel _semantics;
    private readonly CancellationToken _cancellation;
    private readonly SourceOrigins _origins;
    private readonly List<FoundNest> _nests = [];
    private readonly List<CheckedNest> _checked = [];
    private readonly List<string> _unchecked = [];

    private CheckedKernelReader(MethodDeclarationSyntax declaration, SemanticModel semantics, CancellationToken cancellation)
    {
        _declaration = declaration;
        _semantics = semantics;
        _cancellation = cancellation;
        _origins = new(semantics.Compilation);
    }

    /// <summary>Reads the kernel.</summary>
    /// <returns>The checked form, or <see langword="null"/> where nothing in the kernel is called parallel; and the origins of its places.</returns>
    public static (CheckedKernel? Kernel, EquatableArray<SourceOrigin> Origins) Read(
        IMethodSymbol method,
        MethodDeclarationSyntax declaration,
        IBlockOperation body,
        SemanticModel semantics,
        CancellationToken cancellation)
    {
        if (!HasParallel(body, semantics.Compilation, NewSet()))
        {
            return (null, EquatableArray<SourceOrigin>.Empty);
        }

        var reader = new CheckedKernelReader(declaration, semantics, cancellation);
        reader.VisitCode(body);
        HostReading host = HostReader.Read(method, declaration, semantics, reader._nests);
        return (new(host.Parts, reader._checked.ToEquatableArray(), reader._unchecked.ToEquatableArray()), reader._origins.ToArray());
    }

    /// <summary>Code that runs as written but for the loops in it. By a stack of its own: a sum of ten thousand terms is ten thousand deep.</summary>
    private void VisitCode(IOperation code)
    {
        var left = new Stack<IOperation>();
        left.Push(code);
        while (left.Count > 0)
        {
            IOperation operation = left.Pop();
            switch (operation)
            {
                // Read where they are called. Lambdas are looked into: a loop in one cannot be checked.
                case ILocalFunctionOperation:
                    continue;
                case ILoopOperation loop when HasParallel(loop, _semantics.Compilation, NewSet()):
                    VisitLoop(loop);
                    continue;
                case IInvocationOperation call when CallsParallel(call, _semantics.Compilation, NewSet()):
                    _unchecked.Add($"'{call.TargetMethod.Name}': it has a loop that is called parallel and runs as written; mark it [Kernel], or write the loop in the kernel");
                    break;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                left.Push(child);
            }
        }
    }

    private void VisitLoop(ILoopOperation loop)
    {
        if (TryRead(loop) is not { } reason)
        {
            return;
        }

        // What is inside may be readable; but then this loop's own word goes unchecked.
        if (loop is IForEachLoopOperation each && NestReader.ParallelRange(each) is not null)
        {
            _unchecked.Add($"'{LoopLabels.Of(loop.Syntax)}': {reason.TrimEnd('.')}");
            return;
        }

        foreach (IOperation inner in loop.ChildOperations)
        {
            VisitCode(inner);
        }
    }

    /// <summary>Reads the loop as a nest, or tells why it cannot be one.</summary>
    private string? TryRead(ILoopOperation loop)
    {
        if (loop.Syntax is not StatementSyntax syntax || syntax.ContainsDiagnostics || HasErrors(loop))
        {
            return "it does not compile as C#";
        }

        if (!_declaration.Span.Contains(syntax.Span) || IsInFunction(syntax))
        {
            return "it stands in a lambda or a local function; write it in the kernel itself";
        }

        try
        {
            var sites = new SourceSites(_origins);
            var context = new NestReadingContext(_semantics.Compilation, () => NestScan.AssignedBefore(syntax, _semantics), _cancellation);
            NestReading reading = NestReader.ReadForChecking(loop, context, _nests.Count, sites);
            _nests.Add(new(syntax, reading));
            _checked.Add(new(reading.Nest, sites.ToArray()));
            return null;
        }
        catch (RejectedException rejected)
        {
            return rejected.Rejection.Message;
        }
    }

    private bool IsInFunction(SyntaxNode syntax) =>
        syntax.Ancestors().TakeWhile(ancestor => ancestor != _declaration).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>Whether the code, or that of a method of this project that it calls, has a loop that is called parallel.</summary>
    private static bool HasParallel(IOperation code, Compilation compilation, HashSet<ISymbol> seen)
    {
        foreach (IOperation operation in code.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IForEachLoopOperation each when NestReader.ParallelRange(each) is not null:
                    return true;

                case IInvocationOperation call when CallsParallel(call, compilation, seen):
                    return true;
            }
        }

        return false;
    }

    // A kernel that is called checks its own.
    private static bool CallsParallel(IInvocationOperation call, Compilation compilation, HashSet<ISymbol> seen) =>
        !KernelEligibility.HasAttribute(call.TargetMethod)
        && seen.Add(call.TargetMethod.OriginalDefinition)
        && MethodBodies.Of(call.TargetMethod, compilation, CancellationToken.None) is { } body
        && HasParallel(body, compilation, seen);

    private static HashSet<ISymbol> NewSet() => new(SymbolEqualityComparer.Default);

    private static bool HasErrors(IOperation operation) =>
        operation.DescendantsAndSelf().Any(inner => inner is IInvalidOperation || inner.Kind == OperationKind.Invalid);
}
