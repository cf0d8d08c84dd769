using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Elements that an iteration loads at or behind the last place where it, or one before it, can have stored: the loads of several iterations may all come before their stores.
/// </summary>
/// <remarks>
/// <code>
/// if (x[i] &gt; 0) { x[k] = x[i]; k = k + 1; }     k begins at k₀, i at i₀:   x[i] is ahead of x[k] where i₀ - k₀ is not negative
/// </code>
/// </remarks>
internal static class AheadOfCounter
{
    /// <summary>The forms that must not be negative for that, or <see langword="null"/> where it cannot be told in front of the loop.</summary>
    /// <param name="load">The load.</param>
    /// <param name="statements">The statements that store to its buffer, among others, in their order.</param>
    /// <param name="loop">The loop.</param>
    public static IReadOnlyList<AffineForm>? Of(Load load, IReadOnlyList<Stmt> statements, ForLoop loop)
    {
        var forms = new List<AffineForm>();
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is not Store store || store.Buffer != load.Buffer)
            {
                continue;
            }

            // Behind the store the same iteration may see what it has stored.
            if (statements.Skip(i + 1).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).Contains(load))
            {
                return null;
            }

            if (load.Buffer.Rank != 1 || loop.Step < 0 || ExprFacts.IsIndexed(load.Subscripts[0]) || AffineForm.Of(load.Subscripts[0]) is not { } loaded || loaded.CoefficientOf(loop.Variable) is not > 0
                || store.Subscripts[0] is not Within within || within.IsAsked || ExprFacts.SelfAndDescendants(within.High).Any(part => part is Call or Within) || AffineForm.Of(within.High) is not { } last
                || loaded.Minus(last).Contains(loop.Variable))
            {
                return null;
            }

            forms.Add(loaded.Minus(last));
        }

        return forms;
    }

    /// <summary>What must hold at run time for a loop whose lanes run something one by one from values computed beforehand.</summary>
    public static IEnumerable<LaneCondition> Conditions(ForLoop loop)
    {
        foreach (OneByOne lanes in loop.Body.Statements.OfType<OneByOne>())
        {
            List<Stmt> statements = [.. StmtFacts.Descendants(lanes.Body)];
            HashSet<Buffer> written = [.. statements.OfType<Store>().Select(store => store.Buffer)];
            IEnumerable<Load> loads = statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Where(load => written.Contains(load.Buffer)).Distinct();
            foreach (Load load in loads)
            {
                foreach (AffineForm form in Of(load, statements, loop) ?? [])
                {
                    yield return new(EquatableArray.Of(new FormTest(form, FormRelation.NotNegative)), load.Buffer.Name);
                }
            }
        }
    }
}
