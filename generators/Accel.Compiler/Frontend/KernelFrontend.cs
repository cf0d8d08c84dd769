using System.Collections.Immutable;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>
/// From a method marked <c>[Kernel]</c> to its <see cref="KernelModel"/>. The generator takes the model alone; the analyzers also take what was
/// rejected and where the loops stand.
/// </summary>
internal static class KernelFrontend
{
    /// <summary>
    /// Reads one kernel; a generic one for its type arguments. The model is <see langword="null"/> where the declaration cannot be one (see <see cref="KernelEligibility"/>).
    /// </summary>
    public static FrontendResult Build(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (method.IsGenericMethod)
        {
            return BuildClosed(method, compilation, cancellation);
        }

        if (!KernelEligibility.IsEligible(method) || KernelEligibility.Declaration(method) is not { } declaration
            || !compilation.ContainsSyntaxTree(declaration.SyntaxTree))
        {
            return FrontendResult.NotAKernel;
        }

        SemanticModel semantics = compilation.GetSemanticModel(declaration.SyntaxTree);
        if (semantics.GetOperation(declaration, cancellation) is not IMethodBodyOperation operation
            || (operation.BlockBody ?? operation.ExpressionBody) is not { } body)
        {
            return FrontendResult.NotAKernel;
        }

        KernelSignature signature = SignatureReader.Read(method, declaration, compilation, cancellation);
        var rejections = new List<Rejection>();
        var loops = new List<LoopLocation>();
        ElementKernel? element = ElementKernelReader.TypesOf(method);
        if (element is not null)
        {
            // A body with errors has no meaning to compile.
            var elementRejections = new List<Rejection>();
            NestReading? reading = ElementKernelReader.Read(method, declaration, compilation, elementRejections, loops, cancellation);
            Nest? nest = reading?.Nest;
            bool runsDifferentlyOften = nest is null || Analysis.StmtFacts.Loops(nest.Loop.Body).Any(loop => loop.IsUnbounded);
            if (!runsDifferentlyOften || !HasCompiledLoop())
            {
                EquatableArray<Nest> nests = nest is null ? EquatableArray<Nest>.Empty : EquatableArray.Of(nest);
                var empty = new HostContext(EquatableArray<UsingScope>.Empty, NeedsContainingType: reading?.NeedsContainingType == true, TouchesBuffersOutsideNests: false, IsUnsafe: false)
                {
                    Accessors = reading?.Accessors ?? EquatableArray<string>.Empty,
                };
                return Result(new(signature, Options(method, compilation), empty, EquatableArray<HostPart>.Empty, nests, element with { Inputs = reading?.Arguments ?? EquatableArray<string>.Empty }), elementRejections, loops);
            }
        }

        var scan = new NestScan(semantics, compilation, new HostConstants(body), FloatMode(method), rejections, loops, cancellation);
        scan.Visit(body);
        HostReading host = HostReader.Read(method, declaration, semantics, scan.Nests);
        EquatableArray<Nest> compiled = scan.Nests.Select(item => item.Reading.Nest).ToEquatableArray();
        (CheckedKernel? withChecks, EquatableArray<SourceOrigin> origins) = CheckedKernelReader.Read(method, declaration, body, semantics, cancellation);
        var model = new KernelModel(signature, Options(method, compilation), host.Context, host.Parts, compiled, null) { Checked = withChecks };
        return Result(model, rejections, loops) with { Origins = origins, Accesses = [.. scan.Nests.Select(item => item.Reading.Accesses)], Assignments = [.. scan.Nests.Select(item => item.Reading.Assignments)] };

        // Counts in, a number out, with a loop of its own that can be compiled, where elements side by side would have loops of different lengths. Of numbers that are data, elements are what
        // the user means, and the overloads for them must be there.
        bool HasCompiledLoop()
        {
            if (!method.Parameters.All(parameter => ScalarTypeReader.Of(parameter.Type)?.IsInteger() == true))
            {
                return false;
            }

            var trial = new NestScan(semantics, compilation, new HostConstants(body), FloatMode(method), [], [], cancellation);
            trial.Visit(body);
            return trial.Nests.Count > 0;
        }
    }

    private static FrontendResult BuildClosed(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (!KernelEligibility.IsEligibleGeneric(method) || GenericMethods.Close(method, compilation, cancellation) is not { } closed
            || KernelEligibility.Declaration(method.OriginalDefinition) is not { } declaration)
        {
            return FrontendResult.NotAKernel;
        }

        FrontendResult result = Build(closed, GenericMethods.CompilationOf(closed, compilation)!, cancellation);
        if (result.Model is not { Element: null } model)
        {
            return FrontendResult.NotAKernel;
        }

        KernelSignature signature = model.Signature with
        {
            UniqueName = KernelNames.UniqueName(method),
            DisplayName = KernelNames.DisplayName(method),
            TypeArguments = KernelNames.TypeArguments(method),
        };
        UsingScope outermost = model.Host.UsingScopes[0];
        var scopes = model.Host.UsingScopes.Skip(1).Prepend(outermost with { Usings = outermost.Usings.Concat(GenericMethods.Aliases(method)).ToEquatableArray() });
        SyntaxTree tree = declaration.SyntaxTree;
        return result with
        {
            Model = model with { Signature = signature, Host = model.Host with { UsingScopes = scopes.ToEquatableArray() } },
            Rejections = [.. result.Rejections.Select(rejection => rejection with { Location = GenericMethods.ToOrigin(rejection.Location, tree) })],
            Loops = [.. result.Loops.Select(loop => loop with { Location = GenericMethods.ToOrigin(loop.Location, tree) })],
        };
    }

    /// <summary>A generic kernel for the first number type that it can be read for, or <see langword="null"/>.</summary>
    public static IMethodSymbol? Representative(IMethodSymbol definition, Compilation compilation, CancellationToken cancellation) =>
        Numbers(definition, compilation).FirstOrDefault(closed => GenericMethods.Close(closed, compilation, cancellation) is not null);

    /// <summary>A generic kernel for each number type that its constraints allow; they may also be for types of the project's own, which only calls name.</summary>
    public static IEnumerable<IMethodSymbol> Numbers(IMethodSymbol definition, Compilation compilation)
    {
        SpecialType[] candidates = [SpecialType.System_Single, SpecialType.System_Double, SpecialType.System_Int32, SpecialType.System_Int64, SpecialType.System_UInt32, SpecialType.System_UInt64];
        return candidates.Select(candidate => compilation.GetSpecialType(candidate))
            .Where(type => definition.TypeParameters.All(parameter => Satisfies(type, parameter)))
            .Select(type => definition.Construct([.. definition.TypeParameters.Select(_ => (ITypeSymbol)type)]));
    }

    private static bool Satisfies(INamedTypeSymbol type, ITypeParameterSymbol parameter) =>
        !parameter.HasReferenceTypeConstraint
        && parameter.ConstraintTypes.All(constraint => type.AllInterfaces.Any(own => SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, constraint.OriginalDefinition)));

    private static FrontendResult Result(KernelModel model, List<Rejection> rejections, List<LoopLocation> loops) =>
        new(model, rejections.ToImmutableArray(), loops.ToImmutableArray());

    /// <summary>The liberties that the kernel's arithmetic may take; the default for a number that is no mode.</summary>
    public static FloatModeOption FloatMode(IMethodSymbol method) =>
        Argument<int>(Attribute(method), "FloatMode") is >= 0 and <= 2 and var mode ? (FloatModeOption)mode : FloatModeOption.Reproducible;

    /// <summary>The attribute that makes the method a kernel.</summary>
    public static AttributeData? Attribute(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == "KernelAttribute");

    private static KernelOptions Options(IMethodSymbol method, Compilation compilation)
    {
        AttributeData? attribute = Attribute(method);
        FloatModeOption mode = FloatMode(method);
        return new(
            mode,
            Argument<bool>(attribute, "RequireVectorized"),
            compilation.Options.OptimizationLevel == OptimizationLevel.Debug)
        {
            IsCompensated = Argument<int>(attribute, "Accumulation") == 1 && mode == FloatModeOption.Reproducible,
            CountsLanes = Argument<bool>(attribute, "CountLanes"),
        };
    }

    /// <summary>An option of the attribute, or the default value where it is not given.</summary>
    public static T Argument<T>(AttributeData? attribute, string name)
        where T : struct
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == name && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return default;
    }
}

/// <summary>A nest and the statement that it replaces.</summary>
internal sealed record FoundNest(SyntaxNode Syntax, NestReading Reading);

/// <summary>Finds the outermost loops of a body and reads each as a nest; where that fails, tries the loops inside.</summary>
internal sealed class NestScan(
    SemanticModel semantics,
    Compilation compilation,
    HostConstants constants,
    FloatModeOption mode,
    List<Rejection> rejections,
    List<LoopLocation> loops,
    CancellationToken cancellation)
{
    /// <summary>Whether the loop being looked at stands in one that stays plain.</summary>
    private bool _isInsideRejected;

    public List<FoundNest> Nests { get; } = [];

    public void Visit(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();

        // By a stack of its own: a sum of ten thousand terms is ten thousand deep.
        var left = new Stack<IOperation>();
        left.Push(operation);
        while (left.Count > 0)
        {
            switch (left.Pop())
            {
                // Their bodies run elsewhere; inlining reads them where they are called.
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    break;
                case ILoopOperation loop:
                    VisitLoop(loop);
                    break;

                // What only wraps a loop reads as the loop does.
                case IExpressionStatementOperation { Operation: IInvocationOperation call } when TryReadCall(call):
                    break;
                case var other:
                    foreach (IOperation child in other.ChildOperations.Reverse())
                    {
                        left.Push(child);
                    }

                    break;
            }
        }
    }

    private void VisitLoop(ILoopOperation loop)
    {
        Rejection? rejection = TryRead(loop);
        if (rejection is null)
        {
            return;
        }

        if (_isInsideRejected && rejection.Reason == RejectionReason.UncountedLoop)
        {
            // Where it stands it could be compiled; what is in the way has been told.
            rejection = null;
        }

        bool isInside = _isInsideRejected;
        _isInsideRejected = true;
        int before = Nests.Count;
        int innerRejections = rejections.Count;
        foreach (IOperation child in loop.ChildOperations)
        {
            Visit(child);
        }

        _isInsideRejected = isInside;
        if (rejection is null)
        {
            return;
        }

        if (Nests.Count > before)
        {
            rejections.Insert(innerRejections, rejection with { InnerLoopsAreCompiled = true });
        }
        else if (rejections.Count == innerRejections || rejections.Skip(innerRejections).All(inner => inner.Location != rejection.Location))
        {
            // The inner loops failed for reasons of their own, often the same one: the outer reason is told only if it is another.
            rejections.Insert(innerRejections, rejection);
        }
    }

    private Rejection? TryRead(ILoopOperation loop)
    {
        if (Nests.Count == CompilationBudget.Nests)
        {
            return new(
                RejectionReason.TooLarge,
                LoopLocations.Of(loop.Syntax),
                $"The kernel has more than {CompilationBudget.Nests} loop nests, so this one and those behind it stay plain; split the method.");
        }

        if (loop.Syntax is not StatementSyntax syntax || syntax.ContainsDiagnostics || HasErrors(loop))
        {
            return new(RejectionReason.UnsupportedStatement, LoopLocations.Of(loop.Syntax), "The loop does not compile as C#, so the nest stays plain.");
        }

        try
        {
            NestReading reading = NestReader.Read(loop, Context(syntax), Nests.Count);
            if (reading.Nest.RunsInPieces && KernelCompiler.PiecesRefusal(reading.Nest, mode) is { } refusal)
            {
                // The loops inside are nests of their own, and the host looks at the token between them, as it is written.
                return new(RejectionReason.UnsupportedCall, PiecesSite(loop), reading.Nest.IsCancellable
                    ? $"To look at a token a nest is cut into pieces, and {refusal}, so it stays plain; look at the token in front of the loop."
                    : $"To report its progress a nest is cut into pieces, and {refusal}, so it stays plain; report it in front of the loop.");
            }

            if (reading.Otherwise is { } otherwise && !KernelCompiler.IsVectorized(reading.Nest, mode))
            {
                return otherwise with { ExpectsVector = loop.DescendantsAndSelf().Any(NestReader.IsExpectVectorized) };
            }

            loops.AddRange(reading.Loops.Select(item => new LoopLocation(Nests.Count, item.Loop, item.Location)));
            Nests.Add(new(syntax, reading));
            return null;
        }
        catch (RejectedException rejected)
        {
            return rejected.Rejection with { ExpectsVector = loop.DescendantsAndSelf().Any(NestReader.IsExpectVectorized) };
        }
    }

    private static Location PiecesSite(ILoopOperation loop) =>
        (loop.DescendantsAndSelf().FirstOrDefault(operation => operation is IInvocationOperation call && (NestReader.IsCancellation(call) || NestReader.IsProgress(call))) ?? loop).Syntax.GetLocation();

    /// <summary>Reads a call as the nest that the called method consists of.</summary>
    private bool TryReadCall(IInvocationOperation call)
    {
        if (Nests.Count == CompilationBudget.Nests || call.Syntax is not InvocationExpressionSyntax expression || expression.ContainsDiagnostics || HasErrors(call)
            || CalledLoops.In(call, compilation, cancellation) is not { } loop || HasErrors(loop))
        {
            return false;
        }

        SyntaxNode syntax = expression.Parent is ExpressionStatementSyntax statement ? statement : expression;
        try
        {
            NestReading reading = NestReader.ReadCall(call, loop, Context(syntax), Nests.Count);
            if (reading.Nest.RunsInPieces && KernelCompiler.PiecesRefusal(reading.Nest, mode) is not null)
            {
                return false;
            }

            loops.AddRange(reading.Loops.Select(item => new LoopLocation(Nests.Count, item.Loop, expression.GetLocation())));
            Nests.Add(new(syntax, reading));
            return true;
        }
        catch (RejectedException)
        {
            // It is a call like any other.
            return false;
        }
    }

    private NestReadingContext Context(SyntaxNode nest) =>
        new(compilation, () => AssignedBefore(nest, semantics), cancellation) { Constants = constants, FloatMode = mode, ReadAfter = ReadAfter(nest, semantics) };

    /// <summary>What has a value in front of the nest. Looks at the whole method, so only for nests that ask.</summary>
    public static ImmutableArray<ISymbol> AssignedBefore(SyntaxNode nest, SemanticModel semantics)
    {
        DataFlowAnalysis? flow = Flow(nest, semantics);
        return flow is { Succeeded: true } ? flow.DefinitelyAssignedOnEntry : ImmutableArray<ISymbol>.Empty;
    }

    /// <summary>Whether what the nest assigns may be read behind it, or by others. Looks at the whole method when it is first asked.</summary>
    private static Func<ISymbol, bool> ReadAfter(SyntaxNode nest, SemanticModel semantics)
    {
        var flow = new Lazy<DataFlowAnalysis?>(() => Flow(nest, semantics));
        return symbol => flow.Value is not { Succeeded: true } known
            || known.DataFlowsOut.Concat(known.Captured).Concat(known.UnsafeAddressTaken).Contains(symbol, SymbolEqualityComparer.Default);
    }

    private static DataFlowAnalysis? Flow(SyntaxNode nest, SemanticModel semantics) =>
        nest is StatementSyntax statement ? semantics.AnalyzeDataFlow(statement) : semantics.AnalyzeDataFlow((ExpressionSyntax)nest);

    private static bool HasErrors(IOperation operation) =>
        operation.DescendantsAndSelf().Any(inner => inner is IInvalidOperation || inner.Kind == OperationKind.Invalid);
}
