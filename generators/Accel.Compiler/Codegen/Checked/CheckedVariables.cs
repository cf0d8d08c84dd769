using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>
/// Locals that iterations of a loop called parallel share. An accumulator is none of them: every backend combines its parts. Whether a local is one
/// depends on the loop, so what is checked is for how many of the parallel loops around a place the local is shared.
/// </summary>
internal sealed class CheckedVariables
{
    private readonly Dictionary<(int Loop, Local Local), bool> _isShared = [];
    private readonly List<Local> _slots = [];

    public CheckedVariables(Nest nest)
    {
        foreach (ForLoop loop in StmtFacts.Loops(nest.Loop).Where(loop => loop.IsIndependent))
        {
            foreach (Local local in CarriedScalars.Of(loop))
            {
                // Accumulators by the rules of FloatMode.Fast, whatever the kernel's: a stricter mode runs the loop in order, which is no race.
                bool isShared = !RecognizeReductions.IsAccumulator(loop, local, FloatModeOption.Fast);
                _isShared[(loop.Id, local)] = isShared;
                if (isShared && !_slots.Contains(local))
                {
                    _slots.Add(local);
                }
            }
        }
    }

    /// <summary>The locals that are shared somewhere; their positions are their numbers.</summary>
    public IReadOnlyList<Local> Slots => _slots;

    /// <summary>How many of the parallel loops around a place, from the outermost on, share the local; 0 where none does.</summary>
    /// <param name="local">The local.</param>
    /// <param name="around">The parallel loops around the place, from the outermost to the innermost.</param>
    public int Levels(Local local, IReadOnlyList<ForLoop> around)
    {
        for (int level = around.Count; level > 0; level--)
        {
            if (_isShared.TryGetValue((around[level - 1].Id, local), out bool isShared) && isShared)
            {
                return level;
            }
        }

        return 0;
    }
}
