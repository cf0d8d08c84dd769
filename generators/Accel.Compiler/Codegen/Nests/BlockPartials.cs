using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// The results per block of the reductions of a nest's outermost loop: where they are kept, and how they combine (docs/numerics.md, 5 and 6).
/// </summary>
internal sealed class BlockPartials(Nest nest)
{
    /// <summary>Blocks that fit the stack: enough for a quarter of a million iterations.</summary>
    private const int OnStack = 16;

    public IEnumerable<string> Names => FrameEmitter.RootReductions(nest).Select(reduction => CSharpNames.PartialsOf(reduction.Target));

    public void EmitAllocation(SourceWriter writer)
    {
        List<Reduction> reductions = FrameEmitter.RootReductions(nest).ToList();
        if (reductions.Count == 0)
        {
            return;
        }

        writer.Line("int blocks = (int)((trip + 16383) / 16384);");
        foreach (Reduction reduction in reductions)
        {
            PooledSpan.EmitDeclaration(writer, reduction.Target.Type.Keyword(), CSharpNames.PartialsOf(reduction.Target), RentedFor(reduction), "blocks", OnStack.ToString(CultureInfo.InvariantCulture));
        }

        writer.Line();
    }

    public void EmitAssignment(SourceWriter writer)
    {
        foreach (string name in Names)
        {
            writer.Line($"frame.{name} = {name};");
        }
    }

    public void EmitFold(SourceWriter writer)
    {
        var expressions = new GuardExpressions();
        foreach (Reduction reduction in FrameEmitter.RootReductions(nest))
        {
            // A block, because the same is written for the GPU and for the other backends.
            using SourceWriter.Scope scope = writer.Block("");
            ScalarType type = reduction.Target.Type;
            string target = CSharpNames.Of(reduction.Target);
            string total = $"total_{reduction.Target.Id}";
            if (reduction.IsError)
            {
                EmitReturn(writer, reduction);
                continue;
            }

            if (reduction.Error is { } error)
            {
                writer.Line($"{target} = BlockTree.FoldCompensated<{type.Keyword()}>({CSharpNames.PartialsOf(reduction.Target)}, {CSharpNames.PartialsOf(error)}).AddedTo({target});");
                EmitReturn(writer, reduction);
                continue;
            }

            string operators = $"{type.Keyword()}, {CSharpNames.OperatorType(reduction.Op, type)}";
            writer.Line($"{type.Keyword()} {total} = BlockTree.Fold<{operators}>({CSharpNames.PartialsOf(reduction.Target)});");
            Expr combined = ReductionSteps.Combine(reduction.Op, new Read(reduction.Target), new Read(new Local(-1, total, type)));
            writer.Line($"{target} = {expressions.Print(combined)};");
            EmitReturn(writer, reduction);
        }
    }

    private static string RentedFor(Reduction reduction) => $"rented_{reduction.Target.Id}";

    private static void EmitReturn(SourceWriter writer, Reduction reduction) => PooledSpan.EmitReturn(writer, reduction.Target.Type.Keyword(), RentedFor(reduction));
}
