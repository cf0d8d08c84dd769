using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Chooses the lanes of a loop from the types that its body computes with.</summary>
internal static class LayoutPlanner
{
    /// <summary>The lanes of one group, and how many groups one iteration of the main loop takes.</summary>
    public static (LaneLayout Layout, int Copies) Plan(ForLoop loop, HashSet<int> varying, int bits)
    {
        HashSet<int> sizes = Sizes(loop, varying);
        int lanes = bits / 8 / sizes.Min();
        VectorPlan plan = loop.Schedule.Vector!;
        if (plan.MaxLanes < long.MaxValue)
        {
            while (lanes > plan.MaxLanes)
            {
                (bits, lanes) = (bits / 2, lanes / 2);
            }

            return (new LaneLayout(bits, lanes), 1);
        }

        if (plan.VirtualLanes > 0 && lanes > plan.VirtualLanes && HasSeveralSteps(loop, plan))
        {
            // Bytes and a double in 512 bits: an iteration's second step would come before the first one of a later iteration of the same lane.
            bits = bits / lanes * plan.VirtualLanes;
            lanes = plan.VirtualLanes;
        }

        // Measured: of what goes on until no lane is left, sixteen registers hold two vectors, thirty-two hold four.
        int interleave = bits < 512 && StmtFacts.Loops(loop.Body).Any(inner => inner.While is not null) ? (plan.Interleave + 1) / 2 : plan.Interleave;
        int wanted = plan.VirtualLanes > 0 ? plan.VirtualLanes : interleave * (bits / 8 / sizes.Max());
        return (new LaneLayout(bits, lanes), Math.Max(1, wanted / lanes));
    }

    private static bool HasSeveralSteps(ForLoop loop, VectorPlan plan) => plan.Reductions.Any(reduction =>
        reduction.Error is not null || StmtFacts.Descendants(loop.Body).OfType<Accumulate>().Count(accumulate => accumulate.Target == reduction.Target) > 1);

    private static HashSet<int> Sizes(ForLoop loop, HashSet<int> varying)
    {
        var sizes = new HashSet<int>();
        foreach (Stmt statement in StmtFacts.Descendants(loop.Body))
        {
            switch (statement)
            {
                case Store store:
                    sizes.Add(store.Buffer.ElementType.Size());
                    if (LaneIndex.IsNeeded(loop, varying, store.Buffer, store.Subscripts) && ClampedLanes.OfStore(loop, varying, store.Buffer, store.Subscripts) is null)
                    {
                        AddAll(LaneIndex.Of(varying, store.Buffer, store.Subscripts).Index);
                    }

                    break;

                // What passes from one iteration to the next is each lane's own, whatever it is assigned.
                case Declare or Assign when StmtFacts.Written(statement) is { } local && varying.Contains(local.Id):
                    AddType(local.Type);
                    break;

                case Accumulate accumulate when varying.Contains(accumulate.Target.Id):
                    AddType(accumulate.Target.Type);
                    break;
            }

            // Subscripts of a store are no values of the loop, so its expressions are those from the stored value on.
            foreach (Expr expression in StmtFacts.Expressions(statement).Skip(statement is Store { Subscripts.Count: var count } ? count : 0))
            {
                AddAll(expression);
            }
        }

        // What lanes that run one by one take from vectors may be part of a subscript.
        foreach (Expr input in loop.Body.Statements.OfType<OneByOne>().SelectMany(lanes => OneByOneInputs.Of(lanes, loop, varying)))
        {
            AddAll(input);
        }

        if (sizes.Count == 0)
        {
            sizes.Add(loop.Variable.Type.Size());
        }

        return sizes;

        void AddType(ScalarType type)
        {
            if (type != ScalarType.Bool)
            {
                sizes.Add(type.Size());
            }
        }

        void AddAll(Expr expression)
        {
            if (!Uniformity.IsVarying(expression, varying))
            {
                return;
            }

            AddType(expression.Type);
            if (expression is not Load load)
            {
                foreach (Expr operand in ExprFacts.Operands(expression))
                {
                    AddAll(operand);
                }

                return;
            }

            sizes.Add(load.Type.Size());
            if (LaneIndex.IsNeeded(loop, varying, load.Buffer, load.Subscripts) && ClampedLanes.Of(loop, varying, load.Buffer, load.Subscripts) is null)
            {
                AddAll(LaneIndex.Of(varying, load.Buffer, load.Subscripts).Index);
            }
        }
    }
}
