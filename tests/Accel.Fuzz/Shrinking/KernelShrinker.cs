using Accel.Fuzz.Generating;
using Accel.Fuzz.Processes;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Shrinking;

/// <summary>Makes a kernel that goes wrong as small as it can be and still go wrong: first its text, then its arguments.</summary>
internal sealed class KernelShrinker(WorkerProcess worker, Coverage coverage)
{
    private const int BatchSize = 40;
    private const int MostRounds = 120;

    /// <param name="text">The kernel.</param>
    /// <param name="mismatch">What is wrong with it.</param>
    /// <param name="request">The request that found it, for its options and plans.</param>
    public (KernelText Text, Mismatch Mismatch) Shrink(KernelText text, Mismatch mismatch, WorkRequest request)
    {
        DataPlan[]? plans = mismatch.Plan is { } plan ? [plan] : request.Plans ?? [.. DataPlans.For(text, KernelSource.PlanSeed(request.Seed, request.First))];
        WorkRequest like = request with { Plans = plans };
        bool isSmaller = true;
        for (int round = 0; isSmaller && round < MostRounds; round++)
        {
            isSmaller = false;
            foreach (KernelText[] candidates in Reductions.Of(text).Where(reduced => IndependentIterations.Holds(reduced.Members)).Chunk(BatchSize))
            {
                if (First(like, candidates, mismatch) is var (smaller, found))
                {
                    (text, mismatch, isSmaller) = (smaller, found, true);
                    break;
                }
            }
        }

        return mismatch.Plan is null ? (text, mismatch) : (text, Arguments(like, text, mismatch));
    }

    private Mismatch Arguments(WorkRequest like, KernelText text, Mismatch mismatch)
    {
        bool isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            DataPlan now = mismatch.Plan!;
            IEnumerable<DataPlan> sizes = ((int[])[0, 1, 2, 3, 4, now.Size / 4, now.Size / 2, now.Size - 8, now.Size - 1]).Where(size => size >= 0 && size < now.Size).Distinct().Select(size => now with { Size = size });
            IEnumerable<DataPlan> kinds = Enum.GetValues<DataKind>().Where(kind => kind < now.Kind).Select(kind => now with { Kind = kind });
            IEnumerable<DataPlan> places = now.Placement == Placement.EndsAtGuardPage ? [] : [now with { Placement = Placement.EndsAtGuardPage }];
            foreach (DataPlan plan in (DataPlan[])[.. sizes, .. kinds, .. places])
            {
                if (First(like with { Plans = [plan] }, [text], mismatch) is var (_, found))
                {
                    (mismatch, isSmaller) = (found, true);
                    break;
                }
            }
        }

        return mismatch;
    }

    private (KernelText Text, Mismatch Mismatch)? First(WorkRequest like, KernelText[] candidates, Mismatch mismatch)
    {
        IReadOnlyList<WorkResult> results = worker.Run(like with { First = 0, Count = candidates.Length, Texts = candidates }, coverage);
        WorkResult? same = results.FirstOrDefault(result => result.Mismatch?.Signature == mismatch.Signature);
        return same is null ? null : (candidates[same.Index], same.Mismatch!);
    }
}
