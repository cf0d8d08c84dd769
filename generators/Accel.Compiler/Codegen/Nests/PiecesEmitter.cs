using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.Codegen.Simd;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes <c>RunPieces</c>, which runs a loop that passes something on by a <see cref="PiecePlan"/>: every piece has a frame of its own, with its own copies of what is passed on.
/// </summary>
internal sealed class PiecesEmitter(SourceWriter writer, Nest nest, PiecePlan plan, FloatModeOption mode)
{
    private const string Block = "BlockTree.BlockSize";

    /// <summary>Up to so many pieces keep on the stack what they carry.</summary>
    private const string OnStack = "64";

    /// <summary>So many bytes at most does a piece read ahead: they are to be found in the cache of the core when it runs.</summary>
    private const double BytesAhead = 262_144;

    /// <summary>So many results of iterations are kept at most: 16 MB of floats.</summary>
    private const string MostResults = "4194304";

    private bool HasCarried => Kept.Any();

    private IEnumerable<PieceCarry> Kept => plan.Carries.Where(carry => carry is not SumOfIterations);

    private IEnumerable<SumOfIterations> Sums => plan.Carries.OfType<SumOfIterations>();

    private IEnumerable<RunningValue> Running => plan.Carries.OfType<RunningValue>();

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
        if (HasCarried)
        {
            writer.Line();
            EmitCarried();
        }

        writer.Line();
        EmitPieces();
        writer.Line();
        EmitRunPieces();
        foreach (ValueBefore value in Before)
        {
            writer.Line();
            EmitBefore(value);
        }

        if (plan.Ahead is { } ahead)
        {
            writer.Line();
            EmitAhead(AheadNest(ahead));
        }
    }

    private IEnumerable<ValueBefore> Before => plan.Carries.OfType<ValueBefore>();

    private static string BeforeOf(Local local) => $"Before{local.Id.ToString(CultureInfo.InvariantCulture)}";

    private static string ResultsOf(Local local) => $"results_{local.Id}";

    private static string AheadOf(Local local) => $"ahead_{local.Id}";

    private static string CopiesOf(Buffer buffer) => $"copies_{buffer.Id}";

    private static string Operator(Local local, ReductionOp op) => CSharpNames.OperatorType(op, local.Type);

    private static string Identity(ReductionOp op, ScalarType type) => VectorScope.Strip(ScalarLiteral.Print(ReductionSteps.Identity(op, type)));

    /// <summary>The struct with what one piece passes on.</summary>
    private void EmitCarried()
    {
        using SourceWriter.Scope scope = writer.Block("private struct Carried");
        foreach (Local local in Kept.SelectMany(carry => carry.Locals))
        {
            writer.Line($"public {local.Type.Keyword()} {CSharpNames.Of(local)};");
        }

        if (plan.Ahead is not null)
        {
            writer.Line("public int isKnown;");
        }
    }

    private void EmitPieces()
    {
        using SourceWriter.Scope scope = writer.Block("private ref struct Pieces : global::Accel.Runtime.IRangeBody");
        writer.Line("public Frame frame;");
        writer.Line("public nint size;");
        if (HasCarried)
        {
            writer.Line("public Span<Carried> carried;");
        }

        foreach (SumOfIterations sum in Sums)
        {
            writer.Line($"public Span<{sum.Target.Type.Keyword()}> {ResultsOf(sum.Target)};");
        }

        foreach (RunningValue value in Running)
        {
            writer.Line($"public Span<{value.Target.Type.Keyword()}> {AheadOf(value.Target)};");
        }

        foreach (PrivateCopies copies in plan.Copies)
        {
            writer.Line($"public Span<{copies.Buffer.ElementType.Keyword()}> {CopiesOf(copies.Buffer)};");
        }

        if (plan.Copies.Count > 0)
        {
            writer.Line("public long taken;");
        }

        writer.Line();
        using (writer.Block("public void Run(nint begin, nint end)"))
        {
            EmitPiece();
        }

        if (plan.Ahead is { } ahead)
        {
            writer.Line();
            EmitFind(ahead);
        }
    }

    private void EmitPiece()
    {
        writer.Line("scoped Frame own = frame;");
        if (HasCarried)
        {
            writer.Line("int piece = (int)(begin / size);");
            writer.Line("ref Carried mine = ref carried[piece];");
        }

        foreach (Local local in Kept.Where(carry => carry is not RunningValue).SelectMany(carry => carry.Locals))
        {
            writer.Line($"own.{CSharpNames.Of(local)} = ref mine.{CSharpNames.Of(local)};");
        }

        foreach (ValueBefore value in Before)
        {
            string name = CSharpNames.Of(value.Target);
            writer.Line($"mine.{name} = piece == 0 ? frame.{name} : {BeforeOf(value.Target)}(ref own, begin - 1);");
        }

        if (plan.Ahead is not null)
        {
            EmitStart();
        }

        if (plan.Copies.Count == 0)
        {
            EmitIterations();
            return;
        }

        writer.Line("int copy = ParallelRange.TakeCopy(ref taken);");
        using (writer.Block("if (copy > 0)"))
        {
            foreach (PrivateCopies copies in plan.Copies)
            {
                writer.Line($"own.{CSharpNames.Of(copies.Buffer)} = ref Unsafe.Add(ref MemoryMarshal.GetReference({CopiesOf(copies.Buffer)}), (nint)(copy - 1) * own.{CSharpNames.LengthOf(copies.Buffer, 0)});");
            }
        }

        writer.Line();
        EmitIterations();
        writer.Line("ParallelRange.GiveCopy(ref taken, copy);");
    }

    /// <summary>What the piece begins with: what all those before it pass on. What it passes on itself is told before it runs, and also if it fails.</summary>
    private void EmitStart()
    {
        writer.Line("Carried before = default;");
        using (writer.Block("try"))
        {
            writer.Line("Find(begin, end, ref mine);");
            using (writer.Block("if (piece == 0)"))
            {
                foreach (RunningValue value in Running)
                {
                    writer.Line($"before.{CSharpNames.Of(value.Target)} = frame.{CSharpNames.Of(value.Target)};");
                }
            }

            using (writer.Block("else"))
            {
                writer.Line("ParallelRange.AwaitPiece(ref carried[piece - 1].isKnown);");
                writer.Line("before = carried[piece - 1];");
            }

            writer.Line();
            foreach (RunningValue value in Running)
            {
                string name = CSharpNames.Of(value.Target);
                writer.Line($"mine.{name} = {Operator(value.Target, value.Op)}.Combine(before.{name}, mine.{name});");
            }
        }

        using (writer.Block("finally"))
        {
            writer.Line("global::System.Threading.Volatile.Write(ref mine.isKnown, 1);");
        }

        writer.Line();
        foreach (RunningValue value in Running)
        {
            writer.Line($"own.{CSharpNames.Of(value.Target)} = ref before.{CSharpNames.Of(value.Target)};");
        }
    }

    private void EmitIterations()
    {
        if (!plan.IsByIteration)
        {
            writer.Line("own.Run(begin, end);");
            return;
        }

        using (writer.Block("for (nint iteration = begin; iteration < end; iteration++)"))
        {
            foreach (SumOfIterations sum in Sums)
            {
                string result = $"{ResultsOf(sum.Target)}[(int)iteration]";
                writer.Line($"{result} = {Identity(sum.Op, sum.Target.Type)};");
                writer.Line($"own.{CSharpNames.Of(sum.Target)} = ref {result};");
            }

            writer.Line("own.Run(iteration, iteration + 1);");
        }
    }

    /// <summary>The method that finds what a piece adds.</summary>
    private void EmitFind(AheadOfPieces ahead)
    {
        using SourceWriter.Scope scope = writer.Block("private void Find(nint begin, nint end, ref Carried found)");
        writer.Line("scoped Ahead.Frame ahead = default;");
        foreach (Buffer buffer in ahead.Buffers)
        {
            string name = CSharpNames.Of(buffer);
            writer.Line($"ahead.{name} = ref frame.{name};");
            for (int dimension = 0; dimension < buffer.Rank; dimension++)
            {
                writer.Line($"ahead.{CSharpNames.LengthOf(buffer, dimension)} = frame.{CSharpNames.LengthOf(buffer, dimension)};");
            }
        }

        foreach (Local local in ahead.Scalars)
        {
            writer.Line($"ahead.{CSharpNames.Of(local)} = frame.{CSharpNames.Of(local)};");
        }

        foreach (RunningValue value in Running)
        {
            writer.Line($"ahead.{CSharpNames.PartialsOf(value.Target)} = {AheadOf(value.Target)};");
        }

        writer.Line("ahead.Run(begin, end);");
        writer.Line($"global::System.Range blocks = (int)(begin / {Block})..(int)((end + {Block} - 1) / {Block});");
        foreach (RunningValue value in Running)
        {
            writer.Line($"found.{CSharpNames.Of(value.Target)} = BlockTree.Fold<{value.Target.Type.Keyword()}, {Operator(value.Target, value.Op)}>({AheadOf(value.Target)}[blocks]);");
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
    private string Multiple() => plan.IsByIteration ? "1" : plan.Ahead is not null || FrameEmitter.RootReductions(nest).Any() ? Block : nest.Loop.Schedule.Vector is null ? "1" : "256";

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
        if (HasCarried)
        {
            writer.Line("int count = (int)((frame.trip + size - 1) / size);");
            writer.Line("Carried[]? rented = null;");
            writer.Line($"scoped Span<Carried> carried = count <= {OnStack} ? stackalloc Carried[{OnStack}] : (rented = global::System.Buffers.ArrayPool<Carried>.Shared.Rent(count));");
            writer.Line("carried = carried[..count];");
            string initial = string.Join(", ", Kept.SelectMany(Initial));
            writer.Line($"carried.Fill(new Carried {{ {initial} }});");
            writer.Line("pieces.carried = carried;");
        }

        foreach (SumOfIterations sum in Sums)
        {
            EmitRented(ResultsOf(sum.Target), sum.Target.Type, "(int)frame.trip", fill: null);
        }

        foreach (RunningValue value in Running)
        {
            EmitRented(AheadOf(value.Target), value.Target.Type, $"(int)((frame.trip + {Block} - 1) / {Block})", fill: null);
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
        if (Kept.Any(carry => carry is ResultOfPieces or ExtremeOfPieces))
        {
            using (writer.Block("foreach (ref Carried piece in carried)"))
            {
                foreach (PieceCarry carry in Kept)
                {
                    EmitTogether(carry);
                }
            }

            writer.Line();
        }

        foreach (PieceCarry carry in Kept.Where(carry => carry is RunningValue or LastOfPieces or ValueBefore))
        {
            writer.Line($"frame.{CSharpNames.Of(carry.Target)} = carried[count - 1].{CSharpNames.Of(carry.Target)};");
        }

        foreach (SumOfIterations sum in Sums)
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
            .. Sums.Select(sum => (ResultsOf(sum.Target), sum.Target.Type)),
            .. Running.Select(value => (AheadOf(value.Target), value.Target.Type)),
            .. plan.Copies.Select(copies => (CopiesOf(copies.Buffer), copies.Buffer.ElementType)),
        ];
        foreach ((string name, ScalarType type) in rented)
        {
            writer.Line($"global::System.Buffers.ArrayPool<{type.Keyword()}>.Shared.Return({name});");
        }

        if (HasCarried)
        {
            using (writer.Block("if (rented is not null)"))
            {
                writer.Line("global::System.Buffers.ArrayPool<Carried>.Shared.Return(rented);");
            }
        }
    }

    private Nest AheadNest(AheadOfPieces ahead) => nest with
    {
        Loop = ahead.Loop,
        Buffers = ahead.Buffers,
        Scalars = ahead.Scalars.Select(local => new ScalarInput(local, IsWritten: false)).ToEquatableArray(),
        CompensatedSums = EquatableArray<CompensatedSum>.Empty,
    };

    /// <summary>The method that finds what one iteration assigns.</summary>
    private void EmitBefore(ValueBefore value)
    {
        var expressions = new HostExpressions(mode);
        Nest iteration = AheadNest(value.Iteration);
        string name = CSharpNames.Of(value.Target);
        using SourceWriter.Scope scope = writer.Block($"private static {value.Target.Type.Keyword()} {BeforeOf(value.Target)}(scoped ref Frame f, nint t)");
        using SourceWriter.Scope arithmetic = writer.Block("unchecked");
        FrameLocals.EmitLoads(writer, iteration);
        RootLoop.EmitVariable(writer, expressions, iteration.Loop);
        writer.Line($"{value.Target.Type.Keyword()} {name} = default;");
        new ScalarStatements(writer, expressions, vectorLoop: null).Emit(iteration.Loop.Body);
        writer.Line($"return {name};");
    }

    private void EmitAhead(Nest ahead)
    {
        using SourceWriter.Scope scope = writer.Block("private static class Ahead");
        FrameEmitter.Emit(writer, ahead, "internal");
        SimdEmitter.EmitRuns(writer, ahead, mode);
    }
}
