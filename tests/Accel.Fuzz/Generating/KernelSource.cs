using Accel.Fuzz.Mutating;

namespace Accel.Fuzz.Generating;

/// <summary>The numbered sequence of kernels that a seed stands for: written anew, or a kernel of the project with some changes.</summary>
internal static class KernelSource
{
    public static KernelText Create(ulong seed, long index)
    {
        ulong own = Dice.Mix(seed, (ulong)index);
        var dice = new Dice(own);
        return dice.OneIn(4) ? KernelMutator.Mutate(dice.Pick(KernelCorpus.All), own) : KernelGenerator.Create(own);
    }

    /// <summary>The seed of a kernel's plans.</summary>
    public static ulong PlanSeed(ulong seed, long index) => Dice.Mix(~seed, (ulong)index);
}
