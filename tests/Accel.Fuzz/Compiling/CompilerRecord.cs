using System.Collections.Concurrent;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;
using Accel.Generators;
using Microsoft.CodeAnalysis;

namespace Accel.Fuzz.Compiling;

/// <summary>What the compiler did with one kernel.</summary>
internal sealed record KernelRecord(FrontendResult Frontend, CompiledKernel? Compiled)
{
    /// <summary>The passes that changed a nest.</summary>
    public HashSet<string> Passes { get; } = [];

    /// <summary>Whether float sums have another order or rounding than the source, so that their bits may be others.</summary>
    public bool IsRelaxed { get; set; }

    /// <summary>Whether a minimum or maximum may keep either of two zeros.</summary>
    public bool HasAnyZero { get; set; }

    /// <summary>Whether some loop runs as written whatever the arguments.</summary>
    public bool HasPlainLoops => !Frontend.Rejections.IsEmpty || Compiled is null || Compiled.Nests.Any(nest => !nest.IsCompiled);
}

/// <summary>The stages of the generator, watched: each kernel's record by the names of its class and method.</summary>
internal sealed class CompilerRecord
{
    private readonly ConcurrentDictionary<string, FrontendResult> _frontends = new();
    private readonly ConcurrentDictionary<string, KernelRecord> _records = new();

    public KernelStages Stages => new(Read, Compile);

    public KernelRecord? Of(string type, string method) => _records.GetValueOrDefault($"{type}.{method}");

    private FrontendResult Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        FrontendResult result = KernelFrontend.Build(method, compilation, cancellation);
        _frontends[$"{method.ContainingType.Name}.{method.Name}"] = result;
        return result;
    }

    private CompiledNests Compile(KernelModel model, bool emitGpu)
    {
        string name = $"{model.Signature.ContainingTypes[^1].Name}.{model.Signature.Name.TrimStart('@')}";
        var passes = new HashSet<string>();
        bool isRelaxed = false;
        CompiledKernel compiled = KernelCompiler.Compile(model, (pass, before, after) =>
        {
            if (before != after)
            {
                passes.Add(pass);
                isRelaxed |= pass is nameof(FuseElementSums) or nameof(CompensateSums);
                if (pass == nameof(VectorizeLoops) && !Statements(before).SequenceEqual(Statements(after)))
                {
                    passes.Add(nameof(ReorderStatements));
                }
            }
        });
        isRelaxed |= compiled.Nests.Any(nest => StmtFacts.Descendants(Block.Of(nest.Nest.Loop)).Any(statement => statement is Accumulate { Fused: true }
            || (statement is ForLoop loop && loop.Schedule.Vector is { VirtualLanes: > 0 })));
        bool hasAnyZero = compiled.Nests.SelectMany(nest => StmtFacts.Descendants(Block.Of(nest.Nest.Loop))).Any(HasAnyZero);
        var record = new KernelRecord(_frontends[name], compiled) { IsRelaxed = isRelaxed, HasAnyZero = hasAnyZero };
        record.Passes.UnionWith(passes);
        _records[name] = record;
        return CompiledNests.Compile(model, emitGpu);
    }

    private static IEnumerable<Stmt> Statements(Nest nest) => StmtFacts.Descendants(nest.Loop.Body).Where(statement => statement is not (ForLoop or If));

    // A comparison may keep either zero. Of Min and Max with a constant zero the JIT's scalar code takes the other zero than its vector code
    // (.NET 10.0.12: float.Min(+0f, -0f) is +0 where the second is a constant).
    private static bool HasAnyZero(Stmt statement) => statement is Accumulate { Op: ReductionOp.Smaller or ReductionOp.Larger }
        || StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).Any(expression =>
            expression is Call { Function: Intrinsic.Min or Intrinsic.Max } call && call.Arguments.Any(IsZero));

    private static bool IsZero(Expr expression) => expression is Constant constant && constant.Type.IsFloat() && constant.Bits is 0 or 0x8000_0000L or long.MinValue;
}
