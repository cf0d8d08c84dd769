using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Pipeline;

/// <summary>From the frontend's model to what the emitters take: the list of passes, in order.</summary>
internal static class KernelCompiler
{
    /// <summary>Compiles a kernel.</summary>
    /// <param name="model">What the frontend read.</param>
    /// <param name="afterPass">Told of each pass and the nest before and after it: for tests, coverage and dumps.</param>
    public static CompiledKernel Compile(KernelModel model, Action<string, Nest, Nest>? afterPass = null)
    {
        var remarks = new List<Remark>();
        EquatableArray<LoweredNest> nests = model.Nests.Select(nest => LowerBest(nest, model.Options, remarks, afterPass)).ToEquatableArray();

        // An element kernel has no loop as written.
        return new(model, model.Element is null ? nests : nests.Select(nest => nest with { PlainSlowdown = null }).ToEquatableArray(), remarks.ToEquatableArray());
    }

    /// <summary>Why pieces of the nest can't be run one by one, or <see langword="null"/> where they can: its iterations are independent.</summary>
    public static string? PiecesRefusal(Nest nest, FloatModeOption mode)
    {
        LoweredNest lowered = LowerBest(nest, new(mode, RequireVectorized: false, IsDebugBuild: false), [], afterPass: null);
        return StmtFacts.MayLeave(nest.Loop) ? StmtFacts.WhyLeft(nest.Loop) : lowered.MulticoreRefusal;
    }

    /// <summary>Whether the nest has vector code.</summary>
    public static bool IsVectorized(Nest nest, FloatModeOption mode) =>
        LowerBest(nest, new(mode, RequireVectorized: false, IsDebugBuild: false), [], afterPass: null).SimdRefusal is null;

    /// <summary>So many times as fast for the usual values of strides is worth running as written for others.</summary>
    private const double WorthAssuming = 3;

    /// <summary>The nest as it is, or, where that would run as written or not be much faster, for the usual values of its strides.</summary>
    private static LoweredNest LowerBest(Nest nest, KernelOptions options, List<Remark> remarks, Action<string, Nest, Nest>? afterPass)
    {
        var asIs = new List<Remark>();
        LoweredNest lowered = Lower(nest, options, asIs, afterPass);
        if (AssumeUnitStrides.Run(nest) is { } assumed)
        {
            afterPass?.Invoke(nameof(AssumeUnitStrides), nest, assumed);
            var withAssumptions = new List<Remark>();
            LoweredNest other = Lower(assumed, options, withAssumptions, afterPass);
            if (other.IsCompiled && (!lowered.IsCompiled || other.Gain > WorthAssuming * lowered.Gain))
            {
                remarks.AddRange(withAssumptions);
                return other;
            }
        }

        remarks.AddRange(asIs);
        return lowered;
    }

    private static LoweredNest Lower(Nest nest, KernelOptions options, List<Remark> remarks, Action<string, Nest, Nest>? afterPass)
    {
        FloatModeOption mode = options.FloatMode;
        Nest current = nest;
        IrVerifier.Verify(current, "the frontend");

        Continue(current with { Loop = DropClamps.Run(current.Loop) }, nameof(DropClamps));

        // First: an accumulator in memory is one like any other.
        Continue(current with { Loop = PromoteElements.Run(current.Loop, NextLocal(current)) }, nameof(PromoteElements));

        // Before schedules are chosen: what counts as carried depends on what is an accumulator.
        Continue(current with { Loop = RecognizeReductions.Run(current.Loop, mode) }, nameof(RecognizeReductions));
        Continue(current with { Loop = FuseElementSums.Run(current.Loop, mode) }, nameof(FuseElementSums));

        Continue(current with { Loop = HoistExits.Run(current.Loop, NextLocal(current)) }, nameof(HoistExits));

        Nest unrolled = current;
        Continue(current with { Loop = RerollLoops.Run(current.Loop) }, nameof(RerollLoops));
        Continue(current with { Loop = NarrowIntegers.Run(current.Loop) }, nameof(NarrowIntegers));
        bool isForVectors = current.Loop != unrolled.Loop;
        Continue(current with { Loop = CarryValues.Run(current.Loop, NextLocal(current)) }, nameof(CarryValues));
        ForLoop unscheduled = current.Loop;
        (ForLoop vectorized, IReadOnlyList<VectorRefusal> refusals, double gain) = VectorizeLoops.Run(current.Loop, current.Buffers, mode, NextLocal(current));
        if (isForVectors && StmtFacts.Loops(vectorized).All(loop => loop.Schedule.Vector is null))
        {
            // For scalar code the unrolling was a gain, and 32 bits are no more than 8.
            Continue(unrolled, nameof(RerollLoops));
            Continue(current with { Loop = CarryValues.Run(current.Loop, NextLocal(current)) }, nameof(CarryValues));
            unscheduled = current.Loop;
            (vectorized, refusals, gain) = VectorizeLoops.Run(current.Loop, current.Buffers, mode, NextLocal(current));
        }

        Continue(current with { Loop = vectorized }, nameof(VectorizeLoops));

        // After vectorisation: only a loop that is vectorised itself may share out its accumulators.
        ParallelizedNest parallelized = ParallelizeLoops.Run(current.Loop, current.Buffers, mode);
        Continue(current with { Loop = parallelized.Root }, nameof(ParallelizeLoops));
        if (parallelized.Refusal is not null && !options.IsCompensated && ShareInPieces.Run(current, unscheduled, mode, NextLocal(current)) is { } shared)
        {
            parallelized = shared;
            Continue(current with { Loop = shared.Root }, nameof(ShareInPieces));
        }

        // Behind the analyses, since masks would hide from them which statements are conditional.
        Continue(current with { Loop = ConvertIfs.Run(current.Loop, NextLocal(current)) }, nameof(ConvertIfs));
        if (options.IsCompensated)
        {
            Continue(CompensateSums.Run(current, NextLocal(current)), nameof(CompensateSums));
        }

        // What goes over several rows at once has sums of its own.
        if (!options.IsCompensated || !StmtFacts.Loops(current.Loop).Any(CompensateSums.IsCompensated))
        {
            Continue(current with { Loop = JamLoops.Run(current.Loop, NextLocal(current)) }, nameof(JamLoops));
            Continue(current with { Loop = TileLoops.Run(current.Loop, NextLocal(current)) }, nameof(TileLoops));
            Continue(current with { Loop = JamRows.Run(current.Loop, NextLocal(current)) }, nameof(JamRows));
        }

        string? simdRefusal = SimdRefusal(current, refusals);
        string? multicoreRefusal = parallelized.Refusal is { Reason: var reason } ? $"the loop '{nest.Label}' is not shared among cores: {reason}" : null;
        remarks.AddRange(LoopRemarks.Of(current, refusals, parallelized.Refusal));
        return new(
            current with { CountsLanes = options.CountsLanes },
            Aliasing.Of(current.Loop, current.Buffers),
            parallelized.Conditions,
            simdRefusal,
            multicoreRefusal,
            NestCosts.Of(current))
        {
            Gain = simdRefusal is null ? gain : 1,
            PlainSlowdown = simdRefusal is null && PlainForm.HasSameBits(current, mode) ? Math.Max(1, gain) : null,
        };

        void Continue(Nest next, string pass)
        {
            IrVerifier.Verify(next, pass);
            afterPass?.Invoke(pass, current, next);
            current = next;
        }
    }

    private static string? SimdRefusal(Nest nest, IReadOnlyList<VectorRefusal> refusals)
    {
        if (StmtFacts.Loops(nest.Loop).Any(loop => loop.Schedule.Vector is not null))
        {
            return null;
        }

        // The innermost loop's reason is the one that users look for; one that ends where its iterations say so could only run inside the lanes of another.
        var uncounted = StmtFacts.Loops(nest.Loop).Where(loop => loop.While is not null).Select(loop => loop.Id).ToList();
        return $"the loop '{nest.Label}' stayed scalar: {refusals.First(refusal => !uncounted.Contains(refusal.Loop)).Reason}";
    }

    private static int NextLocal(Nest nest) =>
        1 + nest.Scalars.Select(scalar => scalar.Local.Id).Append(StmtFacts.LargestLocal(Block.Of(nest.Loop))).Max();
}
