using System.Globalization;
using Accel.Compiler.Codegen.Simd;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using static Accel.Compiler.Codegen.Nests.PieceNames;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes <c>RunPieces</c>, which runs a loop that passes something on by a <see cref="PiecePlan"/>: every piece has a frame of its own, with its own copies of what is passed on.
/// </summary>
internal sealed class PiecesEmitter(SourceWriter writer, Nest nest, PiecePlan plan, FloatModeOption mode)
{
    /// <summary>Up to so many pieces keep on the stack what they carry.</summary>
    private const string OnStack = "64";

    /// <summary>So many bytes at most does a piece read ahead: they are to be found in the cache of the core when it runs.</summary>
    private const double BytesAhead = 262_144;

    /// <summary>So many results of iterations are kept at most: 16 MB of floats.</summary>
    private const string MostResults = "4194304";

    /// <summary>C# conditions, where <c>TryRun</c> chooses, of what rules pieces out.</summary>
    public static IEnumerable<string> Violations(PiecePlan plan)
    {
        foreach (BufferPair pair in plan.Apart)
        {
            string types = $"{pair.Written.ElementType.Keyword()}, {pair.Read.ElementType.Keyword()}";
            yield return $"Guards.MayOverlap<{types}>({OverlapGuards.Span(pair.Written)}, {OverlapGuards.Span(pair.Read)})";
        }

        foreach (PrivateCopies copies in plan.Copies)
        {
            yield return $"!ParallelRange.AreCopiesWorth({copies.Buffer.Name}.Length, iterations)";
        }

        if (plan.IsByIteration)
        {
            yield return $"trip > {MostResults}";
        }
    }

    public void Emit()
    {
        new PieceEmitter(writer, nest, plan, mode).Emit();
        writer.Line();
        EmitRunPieces();
        if (plan.Ahead is { } ahead)
        {
            writer.Line();
            EmitAhead(ahead.In(nest));
        }
    }

    private void EmitRunPieces()
    {
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (writer.Block("private static void RunPieces(scoped ref Frame frame, nint chunk)"))
        using (writer.Block("unchecked"))
        {
            writer.Line("int threads = ParallelRange.Threads;");
            writer.Line($"nint size = ParallelRange.PieceSize(frame.trip, {Multiple()}, chunk, {Most()});");
            using (writer.Block("if (threads == 1 || size >= frame.trip)"))
            {
                writer.Line("frame.Run(0, frame.trip);");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line("scoped Pieces pieces = default;");
            writer.Line("pieces.frame = frame;");
            writer.Line("pieces.size = size;");
            EmitStorage();
            writer.Line("ParallelRange.ForPieces(frame.trip, size, ref pieces);");
            EmitTogether();
        }
    }

    /// <summary>Blocks of accumulators are whole; and vectors have the same places in all pieces.</summary>
    private string Multiple() => plan.IsByIteration ? "1" : plan.Ahead is not null || FrameEmitter.RootReductions(nest).Any() ? BlockSize : nest.Loop.Schedule.Vector is null ? "1" : "256";

    private string Most()
    {
        if (plan.Ahead is not { } ahead)
        {
            return "nint.MaxValue";
        }

        double bytes = Math.Max(1, NestCosts.Of(nest with { Loop = ahead.Loop }).Bytes);
        return ((long)(BytesAhead / bytes)).ToString(CultureInfo.InvariantCulture);
    }

    private void EmitStorage()
    {
        if (plan.Kept.Any())
        {
            writer.Line("int count = (int)((frame.trip + size - 1) / size);");
            PooledSpan.EmitDeclaration(writer, "Carried", "carried", "rented", "count", OnStack);
            string initial = string.Join(", ", plan.Kept.SelectMany(Initial));
            writer.Line($"carried.Fill(new Carried {{ {initial} }});");
            writer.Line("pieces.carried = carried;");
        }

        foreach (SumOfIterations sum in plan.Sums)
        {
            EmitRented(ResultsOf(sum.Target), sum.Target.Type, "(int)frame.trip", fill: null);
        }

        foreach (RunningValue value in plan.Running)
        {
            EmitRented(AheadOf(value.Target), value.Target.Type, $"(int)((frame.trip + {BlockSize} - 1) / {BlockSize})", fill: null);
        }

        foreach (PrivateCopies copies in plan.Copies)
        {
            EmitRented(CopiesOf(copies.Buffer), copies.Buffer.ElementType, $"(threads - 1) * frame.{CSharpNames.LengthOf(copies.Buffer, 0)}", Identity(copies.Op, copies.Buffer.ElementType));
        }

        if (plan.Copies.Count > 0)
        {
            writer.Line("pieces.taken = ParallelRange.NoCopyTaken(threads);");
        }
    }

    private static IEnumerable<string> Initial(PieceCarry carry) => carry switch
    {
        ResultOfPieces result => [$"{CSharpNames.Of(result.Target)} = {Identity(result.Op, result.Target.Type)}"],
        RunningValue value => [$"{CSharpNames.Of(value.Target)} = {Identity(value.Op, value.Target.Type)}"],
        _ => carry.Locals.Select(local => $"{CSharpNames.Of(local)} = frame.{CSharpNames.Of(local)}"),
    };

    private void EmitRented(string name, ScalarType type, string length, string? fill)
    {
        writer.Line($"{type.Keyword()}[] {name} = global::System.Buffers.ArrayPool<{type.Keyword()}>.Shared.Rent({length});");
        writer.Line($"pieces.{name} = {name}.AsSpan(0, {length});");
        if (fill is not null)
        {
            writer.Line($"pieces.{name}.Fill({fill});");
        }
    }

    /// <summary>What the pieces have, in their order; and what was rented goes back.</summary>
    private void EmitTogether()
    {
        if (plan.Kept.Any(carry => carry is ResultOfPieces or ExtremeOfPieces))
        {
            using (writer.Block("foreach (ref Carried piece in carried)"))
            {
                foreach (PieceCarry carry in plan.Kept)
                {
                    EmitTogether(carry);
                }
            }

            writer.Line();
        }

        foreach (PieceCarry carry in plan.Kept.Where(carry => carry is RunningValue or LastOfPieces or ValueBefore))
        {
            writer.Line($"frame.{CSharpNames.Of(carry.Target)} = carried[count - 1].{CSharpNames.Of(carry.Target)};");
        }

        foreach (SumOfIterations sum in plan.Sums)
        {
            string name = CSharpNames.Of(sum.Target);
            using (writer.Block($"foreach ({sum.Target.Type.Keyword()} result in pieces.{ResultsOf(sum.Target)})"))
            {
                writer.Line($"frame.{name} = {Operator(sum.Target, sum.Op)}.Combine(frame.{name}, result);");
            }

            writer.Line();
        }

        foreach (PrivateCopies copies in plan.Copies)
        {
            string type = copies.Buffer.ElementType.Keyword();
            writer.Line($"Lanes.CombineCopies<{type}, {CSharpNames.OperatorType(copies.Op, copies.Buffer.ElementType)}>(ref frame.{CSharpNames.Of(copies.Buffer)}, pieces.{CopiesOf(copies.Buffer)}, threads - 1);");
        }

        EmitReturns();
    }

    private void EmitTogether(PieceCarry carry)
    {
        string name = CSharpNames.Of(carry.Target);
        switch (carry)
        {
            case ResultOfPieces result:
                writer.Line($"frame.{name} = {Operator(result.Target, result.Op)}.Combine(frame.{name}, piece.{name});");
                break;
            case ExtremeOfPieces extreme:
                using (writer.Block($"if (piece.{name} {(extreme.IsLarger ? ">" : "<")} frame.{name})"))
                {
                    foreach (Local local in extreme.Locals)
                    {
                        writer.Line($"frame.{CSharpNames.Of(local)} = piece.{CSharpNames.Of(local)};");
                    }
                }

                writer.Line();
                break;
        }
    }

    private void EmitReturns()
    {
        IEnumerable<(string Name, ScalarType Type)> rented =
        [
            .. plan.Sums.Select(sum => (ResultsOf(sum.Target), sum.Target.Type)),
            .. plan.Running.Select(value => (AheadOf(value.Target), value.Target.Type)),
            .. plan.Copies.Select(copies => (CopiesOf(copies.Buffer), copies.Buffer.ElementType)),
        ];
        foreach ((string name, ScalarType type) in rented)
        {
            writer.Line($"global::System.Buffers.ArrayPool<{type.Keyword()}>.Shared.Return({name});");
        }

        if (plan.Kept.Any())
        {
            PooledSpan.EmitReturn(writer, "Carried", "rented");
        }
    }

    private void EmitAhead(Nest ahead)
    {
        using SourceWriter.Scope scope = writer.Block("private static class Ahead");
        FrameEmitter.Emit(writer, ahead, "internal");
        SimdEmitter.EmitRuns(writer, ahead, mode);
    }
}
