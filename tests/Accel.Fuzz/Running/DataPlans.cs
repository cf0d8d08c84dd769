using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Running;

/// <summary>The plans that a kernel is run with: every kind of contents, every placement, and lengths at which vector code goes wrong.</summary>
internal static class DataPlans
{
    public static IEnumerable<DataPlan> For(KernelText text, ulong seed)
    {
        ArgumentHints hints = ArgumentHints.Of(text.Members);
        var dice = new Dice(seed);
        int most = hints.MostSize;
        yield return Plan(Between(dice, most), DataKind.Ordinary, Placement.EndsAtGuardPage);
        yield return Plan(NearMultiple(dice, most), DataKind.Exact, Placement.EndsAtGuardPage);
        yield return Plan(NearMultiple(dice, most), DataKind.AnyBits, Placement.BeginsAtGuardPage);
        yield return Plan(Between(dice, most), DataKind.Extremes, Placement.Unaligned);
        yield return Plan(NearMultiple(dice, most), dice.OneIn(2) ? DataKind.Exact : DataKind.Ordinary, dice.OneIn(3) ? Placement.Same : Placement.Overlapping);
        yield return Plan(dice.Below(5), DataKind.Exact, Placement.EndsAtGuardPage);
        yield return Plan(NearMultiple(dice, most), DataKind.Ordinary, dice.OneIn(2) ? Placement.TooShort : Placement.Overlapping);
        if (most >= 300 && dice.OneIn(6))
        {
            // More than one block of a reduction.
            yield return Plan(dice.Pick<int>([16383, 16384, 16385, 20000, 32769, 50000]), DataKind.Exact, Placement.EndsAtGuardPage);
        }

        DataPlan Plan(int size, DataKind kind, Placement placement) => new(dice.Bits(), size, kind, placement);
    }

    private static int Between(Dice dice, int most) => dice.Between(1, most - 1);

    private static int NearMultiple(Dice dice, int most)
    {
        int multiple = dice.Pick<int>([4, 8, 16, 32, 64, 128, 256]);
        int size = (multiple * dice.Between(1, 3)) + dice.Between(-2, 2);
        return size < most ? Math.Max(0, size) : Between(dice, most);
    }
}
