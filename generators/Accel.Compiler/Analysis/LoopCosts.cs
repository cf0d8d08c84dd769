using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Rough time of a piece of a nest, in units of one simple scalar operation. Good enough to compare one way of running a loop with another.
/// </summary>
/// <param name="vectorLoop">The loop whose iterations are lanes, or <see langword="null"/> for scalar code.</param>
/// <param name="maxLanes">How many lanes it may have.</param>
internal sealed class LoopCosts(ForLoop? vectorLoop, long maxLanes = long.MaxValue)
{
    /// <summary>How often a loop is taken to run that ends where its iterations say so.</summary>
    public const int UnknownTripWhile = 16;

    /// <summary>How long rows of different lengths are taken to be: sparse matrices and windows have few elements in each.</summary>
    private const int UnknownRow = 32;

    private const int UnknownTrip = 512;
    private const double IdleLanes = 1.5;

    /// <summary>What it costs on average that a branch on data goes another way than the processor had taken for granted.</summary>
    public const double Mispredicted = 3;
    private const double LaneByLane = 2.5;

    /// <summary>The operations of lanes for the upper half of a product, which scalar code has an instruction for.</summary>
    private const double WideProduct = 7;

    /// <summary>Of a vector of 16: four times to shift and to combine, and what passes to the next.</summary>
    private const double ScanSteps = 11;
    private const double Gathered = 3.7;
    private const double GatheredNarrow = 10;
    private const double Scattered = 9;

    /// <summary>Of a loop over lanes, beside what it does, and of taking values from the stack. Measured: with less to gain scalars, which wait for memory and for each other all the same, are as fast.</summary>
    private const double Turns = 6;

    private readonly HashSet<int> _varying = vectorLoop is null ? [] : Uniformity.Varying(vectorLoop);
    private readonly List<Store> _inTurns = vectorLoop is null ? [] : Blocks(vectorLoop.Body).SelectMany(block => StoresInTurns.Of(vectorLoop!, block.Statements.ToList())).SelectMany(group => group.InMemory).ToList();
    private readonly InterleavedLoads? _interleaved = vectorLoop is null ? null : new(vectorLoop);
    private readonly double _lanes = vectorLoop is null ? 1 : Math.Min(32.0 / WidestType(vectorLoop), maxLanes);

    /// <summary>The block and those of its ifs, whose stores will be masked.</summary>
    private static IEnumerable<Block> Blocks(Block block) =>
        block.Statements.OfType<If>().SelectMany(branch => Blocks(branch.Then).Concat(Blocks(branch.Else))).Prepend(block);

    /// <summary>The trip count where both ends are constants, else a guess.</summary>
    public static long Trip(ForLoop loop) => loop.While is null ? TripToBound(loop) : loop.IsUnbounded ? UnknownTripWhile : Math.Min(TripToBound(loop), UnknownTripWhile);

    private static long TripToBound(ForLoop loop)
    {
        if (loop.Ragged is not null)
        {
            return RaggedLoops.MostIterations(loop) ?? UnknownRow;
        }

        if (AffineForm.Of(loop.Start) is { } start && AffineForm.Of(loop.Bound) is { } bound && bound.Minus(start) is { IsConstant: true } span)
        {
            long towards = Math.Sign(loop.Step);
            long distance = loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? span.Constant + towards : span.Constant;
            return Math.Max(0, (distance + loop.Step - towards) / loop.Step);
        }

        return UnknownTrip;
    }

    /// <summary>The size in bytes of the widest value that a loop computes with.</summary>
    public static int WidestType(ForLoop loop) => Math.Max(
        1,
        StmtFacts.Descendants(loop.Body)
            .SelectMany(statement => statement switch
            {
                Store { Mask: { } mask } store => [store.Value, mask],
                Store store => [store.Value],
                ForLoop => [],
                _ => StmtFacts.Expressions(statement),
            })
            .SelectMany(ValueTypes)
            .DefaultIfEmpty(ScalarType.Int32)
            .Max(type => type.Size()));

    /// <summary>The size in bytes of the narrowest value that a loop computes with, at most 4, which is that of indices. Conditions have the size of what they compare.</summary>
    public static int NarrowestType(ForLoop loop) =>
        StmtFacts.Descendants(loop.Body)
            .SelectMany(statement => StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants)
                .Where(expr => expr.Type != ScalarType.Bool || expr is Load).Select(expr => expr.Type)
                .Concat(statement is Store store ? [store.Buffer.ElementType] : []))
            .Select(type => type.Size())
            .Append(4)
            .Min();

    /// <summary>Types of values, without those of subscripts.</summary>
    private static IEnumerable<ScalarType> ValueTypes(Expr expr) =>
        new[] { expr.Type }.Concat(expr is Load ? [] : ExprFacts.Operands(expr).SelectMany(ValueTypes));

    public double OfBlock(Block block) => block.Statements.Sum(Of);

    public double Of(Stmt statement)
    {
        switch (statement)
        {
            case Store store when vectorLoop?.Schedule.Vector?.SerialStores.FirstOrDefault(serial => serial.Statement == store)?.Scan is { } scan:
                return OfExpr(scan.Operand) + (ScanSteps / _lanes) + OfAccess(store.Buffer, store.Subscripts, isStore: true);
            case Store store when vectorLoop?.Schedule.Vector?.SerialStores.Any(serial => serial.Statement == store) == true:
                return OfSerial(store.Value, SerialStores.Inputs(store, expr => Uniformity.IsVarying(expr, _varying)));
            case Declare declare when Recurrence(declare.Local) is { Scan: { } scan }:
                return OfExpr(scan.Operand) + (ScanSteps / _lanes);
            case Declare { Value: { } value } declare when Recurrence(declare.Local) is { } recurrence:
                return OfSerial(value, SerialStores.Inputs(value, recurrence.Target, expr => Uniformity.IsVarying(expr, _varying))) + 1;
            case Store store when _inTurns.Any(one => ReferenceEquals(one, store)):
                return OfExpr(store.Value) + ((2 + _inTurns.Count(one => one.Buffer == store.Buffer)) / _lanes);
            case Store store:
                double masked = store.Mask is null ? 0 : 1;
                return OfExpr(store.Value) + OfAccess(store.Buffer, store.Subscripts, isStore: true) + (masked / _lanes);
            case OneByOne lanes when vectorLoop is not null && Compaction.Of(lanes, vectorLoop, _varying) is var (test, then, otherwise):
                // A permutation and a masked store for each vector.
                IEnumerable<Store> compacted = then.Stores.Concat(otherwise?.Stores ?? EquatableArray<CompactedStore>.Empty).Select(store => store.Statement);
                return OfExpr(test.Condition) + compacted.Sum(store => OfExpr(store.Value) + (store.Buffer.ElementType.Size() < 4 ? 2 : 12 / _lanes)) + (4 / _lanes);
            case OneByOne lanes when vectorLoop is not null:
                IReadOnlyList<Expr> inputs = OneByOneInputs.Of(lanes, vectorLoop, _varying);
                Block rest = OneByOneInputs.WithInputs(lanes.Body, expr => inputs.Contains(expr) ? new Read(new Local(-1, "input", expr.Type)) : null);
                return inputs.Sum(input => OfExpr(input) + 1 + (1 / _lanes)) + new LoopCosts(null).OfBlock(rest) + (lanes.Private.Count > 0 ? 0 : Turns);
            case OneByOne lanes:
                return OfBlock(lanes.Body);
            case If branch when vectorLoop is null && ExprFacts.SelfAndDescendants(branch.Condition).OfType<Load>().Any(load => load.Subscripts.Any(ExprFacts.IsIndexed)):
                // An element that data has led to goes either way.
                return (3 * Mispredicted) + OfExpr(branch.Condition) + OfBlock(branch.Then) + OfBlock(branch.Else);
            case If branch:
                return OfExpr(branch.Condition) + OfBlock(branch.Then) + OfBlock(branch.Else) + (1 / _lanes);
            case ForLoop loop:
                // As many times as the lane that needs the most.
                double idle = vectorLoop is not null && loop.While is not null ? IdleLanes : 1;
                return (3 / _lanes) + (Trip(loop) * idle * ((1 / _lanes) + OfBlock(loop.Body)));
            case ExitIf { Throws: true } when vectorLoop is null:
                // As written it is what the operation does anyway.
                return 0;
            case Accumulate { Target.Type: ScalarType.Bool, Op: ReductionOp.Or } when vectorLoop is null:
            case Assign { Local.Type: ScalarType.Bool, Value: Binary { Op: BinaryOp.Or, Left: Read { Local: var flag } } } assign when vectorLoop is null && flag == assign.Local:
                return 1;
            case Accumulate accumulate:
                return OfExpr(accumulate.Value) + (1 / _lanes);
            default:
                return StmtFacts.Expressions(statement).Sum(OfExpr);
        }
    }

    private PreviousValue? Recurrence(Local next) =>
        vectorLoop?.Schedule.Vector?.Carries.OfType<PreviousValue>().FirstOrDefault(carry => carry.IsRecurrence && carry.Next == next);

    /// <summary>How long it takes from an old value of a local to the new one that is computed from it, whatever else goes on.</summary>
    public static double Latency(Expr value, Local before)
    {
        if (!ExprFacts.Reads(value, before) || value is Read)
        {
            return 0;
        }

        double own = value switch
        {
            Binary { Op: BinaryOp.Divide or BinaryOp.Remainder } or Call => 12,
            Binary binary when binary.Type.IsFloat() => 4,
            _ => 1,
        };
        return own + ExprFacts.Operands(value).Max(operand => Latency(operand, before));
    }

    /// <summary>A statement whose lanes run one after the other: what is vectors goes by way of the stack, the rest is scalar code.</summary>
    private double OfSerial(Expr value, IReadOnlyList<Expr> inputs)
    {
        Expr rest = ExprRewriter.Rewrite(value, node => inputs.Contains(node) ? new Read(new Local(-1, "input", node.Type)) : null);
        return inputs.Sum(input => OfExpr(input) + 1 + (1 / _lanes)) + new LoopCosts(null).OfExpr(rest) + 2;
    }

    public double OfExpr(Expr expr)
    {
        if (vectorLoop is null && expr is Within { IsChecked: true, Value: Call { Arguments: [Call { Arguments: [var subscript, _] }, _] } })
        {
            return OfExpr(subscript);
        }

        // In vector code a value that is the same for all lanes is computed once for all of them, too.
        bool isVarying = vectorLoop is not null && Uniformity.IsVarying(expr, _varying);
        double share = 1 / _lanes;
        double operands = expr is Load ? 0 : ExprFacts.Operands(expr).Sum(OfExpr);
        return operands + expr switch
        {
            Constant or Read or Length => 0,
            Load load when isVarying && !load.Subscripts.Any(ExprFacts.IsIndexed) && _interleaved!.Of(load) is { } turn => _interleaved.CostOf(load, turn),
            Load load when isVarying && TableLookup.Of(load) is { } lookup => OfExpr(lookup.Index) + (lookup.Operations * share),
            Load load => OfAccess(load.Buffer, load.Subscripts, isStore: false),
            Binary { Op: BinaryOp.Divide or BinaryOp.Remainder } binary when binary.Type.IsInteger() || binary.Op == BinaryOp.Remainder => isVarying ? LaneByLane * 2 : 5,
            Binary { Op: BinaryOp.Divide } => 5 * share,
            Binary { Op: BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical } shift when vectorLoop is not null && Uniformity.IsVarying(shift.Right, _varying) =>
                shift.Type.Size() < 4 ? LaneByLane : 2 * share,
            IR.Convert convert when convert.Type.Size() != convert.Operand.Type.Size() => 2 * share,
            Call { Function: Intrinsic.Exp or Intrinsic.Log or Intrinsic.Sin or Intrinsic.Cos } => 20 * share,
            Call { Function: Intrinsic.Gamma or Intrinsic.LogGamma } => 250 * share,
            Call { Function: var function } when function.IsElementary() => 50 * share,
            Call { Function: Intrinsic.MultiplyHigh } when isVarying => WideProduct * share,
            Call { Function: Intrinsic.Sqrt } => 5 * share,
            _ => share,
        };
    }

    private double OfAccess(Buffer buffer, EquatableArray<Expr> subscripts, bool isStore)
    {
        if (vectorLoop is not null && (isStore ? ClampedLanes.OfStore(vectorLoop, _varying, buffer, subscripts) : ClampedLanes.Of(vectorLoop, _varying, buffer, subscripts)) is { } clamped)
        {
            // Both ends are compared with, and the usual case is a whole vector.
            return (ClampedLanes.IsBackwards(vectorLoop, clamped) ? 5 : 3) / _lanes;
        }

        double index = subscripts.Where(subscript => ExprFacts.IsIndexed(subscript) && (vectorLoop is null || Uniformity.IsVarying(subscript, _varying))).Sum(OfExpr);
        if (vectorLoop is null || index > 0)
        {
            // Stores go lane by lane, as do loads of elements that no gather instruction has. Measured: with less than a dozen other operations in the loop, scattered
            // vectors are slower than scalars, whose stores the memory takes no slower. A gather is as fast as its loads, but the guard looks at all indices first: a loop
            // that only gathers is no faster. Bytes and pairs of them are put together by shifts, which costs more than all that a short scalar iteration does.
            return index + (vectorLoop is null ? 1 : isStore ? Scattered : buffer.ElementType.Size() < 4 ? GatheredNarrow : buffer.Rank == 1 ? Gathered : 2 * LaneByLane);
        }

        // The last dimension is contiguous; a vector variable in an earlier one steps by whole rows.
        bool isInEarlier = subscripts.Take(subscripts.Count - 1).Any(subscript => ExprFacts.Reads(subscript, vectorLoop.Variable));
        long? stride = isInEarlier ? null : AffineForm.Of(subscripts[subscripts.Count - 1])?.CoefficientOf(vectorLoop.Variable);
        return (stride * vectorLoop.Step) switch
        {
            1 => 1 / _lanes,
            -1 => 2 / _lanes,
            0 => isStore ? 1 : 1.5 / _lanes,
            2 when !isStore => 5 / _lanes,
            // Lanes that are rows apart are in a page each.
            null => isStore ? LaneByLane + 0.5 : LaneByLane,
            _ => isStore ? (buffer.ElementType.Size() < 4 ? 5 : LaneByLane + 0.5) : InterleavedLoads.OneByOne(buffer.ElementType.Size()),
        };
    }
}
