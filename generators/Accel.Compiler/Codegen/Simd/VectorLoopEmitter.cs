using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Writes a vectorised loop:
/// <code>
/// constants and references that the loop does not change
/// for (; t &lt;= end - 32; t += 32) { four vectors }    // main loop: as many as hide the latency, or as the order of a reduction asks for
/// for (; t &lt;= end - 8; t += 8) { one vector }         // single steps
/// for (; t &lt; end; t++) { one element }               // remainder, or one masked vector where elements are costly
/// </code>
/// All of that once for each part of a loop whose range is split.
/// </summary>
internal sealed class VectorLoopEmitter(VectorLoop loop)
{
    private readonly List<VectorReduction> _reductions = loop.Plan.Reductions.Select(reduction => new VectorReduction(loop, reduction)).ToList();

    private readonly List<CarriedLanes> _carried = loop.Plan.Carries.Select(carry => CarriedLanes.Of(loop, carry)).ToList();

    /// <summary>The accumulators that end in a value of their own: not the errors of another.</summary>
    private IEnumerable<VectorReduction> Folded => _reductions.Where(reduction => !reduction.IsError);

    private bool HasVirtualLanes => loop.Plan.VirtualLanes > 0;

    private string Counter => loop.Counter;

    private string Lane => $"lane{loop.Loop.Id}";

    /// <summary>The outermost loop of a nest. Reductions leave one value per block in the frame.</summary>
    public void EmitRoot(SourceWriter writer)
    {
        var code = new SourceWriter();
        if (_reductions.Count == 0)
        {
            code.Line($"nint {Counter} = begin;");
            EmitVersions(code, "end");
        }
        else
        {
            using (code.Block("for (nint block = begin; block < end; block += BlockTree.BlockSize)"))
            {
                code.Line("nint blockEnd = Math.Min(block + BlockTree.BlockSize, end);");
                code.Line($"nint {Counter} = block;");
                EmitRootBlock(code);
            }
        }

        writer.Append(loop.Preheader);
        writer.Append(code);
        writer.Append(loop.Postlude);
    }

    /// <summary>A loop inside scalar code. Reductions end in their targets.</summary>
    public void EmitInner(SourceWriter writer)
    {
        string trip = $"trip{loop.Loop.Id}";
        writer.Line($"nint {trip} = {Trip()};");
        if (MayBeShort)
        {
            using (writer.Block($"if ({trip} <= {Few})"))
            {
                EmitFew(writer, trip);
            }
        }

        using SourceWriter.Scope scope = writer.Block(MayBeShort ? "else" : $"if ({trip} > 0)");
        var code = new SourceWriter();
        if (HasVirtualLanes)
        {
            EmitInnerBlocks(code, trip);
        }
        else
        {
            code.Line($"nint {Counter} = 0;");
            EmitVersions(code, trip);
        }

        writer.Append(loop.Preheader);
        writer.Append(code);
    }

    /// <summary>So many iterations take longer as vectors, with all that is done around them, than one by one.</summary>
    private const int Few = 8;

    /// <summary>Whether how many iterations there are is only known when the loop runs, and few of them had better run one by one: points have two or three numbers, pixels four.</summary>
    private bool MayBeShort =>
        _reductions.TrueForAll(reduction => reduction is { Error: null, IsError: false } && reduction.Target.Type != ScalarType.Bool) && !RemainderPolicy.HasCostlyElements(loop) && loop.Plan.VirtualLanes >= Few && loop.Plan.Carries.Count == 0 && loop.Plan.SerialStores.Count == 0 && !StmtFacts.IsPartlyOneByOne(loop.Loop)
        && (loop.Loop.Ragged is not null || AffineForm.Of(loop.Loop.Start) is not { } start || AffineForm.Of(loop.Loop.Bound) is not { } bound || !bound.Minus(start).IsConstant);

    /// <summary>One by one, each in the lane that it has: what they add up to is the same.</summary>
    private void EmitFew(SourceWriter writer, string trip)
    {
        foreach (VectorReduction reduction in _reductions)
        {
            writer.Line($"{reduction.Target.Type.Keyword()} {CSharpNames.Of(reduction.Target)}_before = {CSharpNames.Of(reduction.Target)};");
            writer.Line($"Unsafe.SkipInit(out Lanes8<{reduction.Target.Type.Keyword()}> {CSharpNames.Of(reduction.Target)}_few);");
        }

        using (writer.Block($"for (nint {Counter} = 0; {Counter} < {trip}; {Counter}++)"))
        {
            EmitVariable(writer);
            foreach (VectorReduction reduction in _reductions)
            {
                writer.Line($"{CSharpNames.Of(reduction.Target)} = {ScalarLiteral.Print(reduction.Identity)};");
            }

            new ScalarStatements(writer, loop.Expressions, vectorLoop: null).Emit(loop.Loop.Body);
            foreach (VectorReduction reduction in _reductions)
            {
                writer.Line($"{CSharpNames.Of(reduction.Target)}_few[(int){Counter}] = {CSharpNames.Of(reduction.Target)};");
            }
        }

        for (int i = 0; i < _reductions.Count; i++)
        {
            VectorReduction reduction = _reductions[i];
            string name = CSharpNames.Of(reduction.Target);
            writer.Line($"{name} = {name}_before;");
            using (writer.Block($"if ({trip} > 0)"))
            {
                EmitCombine(writer, i, reduction.Folded, $"Lanes.Fold<{reduction.Target.Type.Keyword()}, {reduction.Operator}>(ref {name}_few, (int){trip})");
            }
        }
    }

    /// <summary>C# of the number of iterations, which is not positive where there are none.</summary>
    private string Trip()
    {
        string bound = "(nint)" + loop.Expressions.Operand(loop.Loop.Bound);
        long size = Math.Abs(loop.Step);
        long extra = loop.Loop.TripRounding;
        string span = (loop.Step > 0
            ? bound + (loop.Start == "0" ? "" : " - " + loop.Start)
            : $"{loop.Start} - {bound}") + (extra == 0 ? "" : $" + {ScalarLiteral.Signed(extra, "")}");
        return size == 1 ? span : $"({span}) / {ScalarLiteral.Signed(size, "")}";
    }

    private void EmitRootBlock(SourceWriter code)
    {
        if (HasVirtualLanes)
        {
            EmitVirtualLanes(code, "blockEnd");
        }
        else
        {
            // The values of the block; the caller's accumulators are combined with those of all blocks.
            foreach (Reduction reduction in loop.Plan.Reductions)
            {
                string identity = ScalarLiteral.Print(ReductionSteps.Identity(reduction.Op, reduction.Target.Type));
                code.Line($"{reduction.Target.Type.Keyword()} {CSharpNames.Of(reduction.Target)} = {identity};");
            }

            EmitVersions(code, "blockEnd");
        }

        foreach (VectorReduction reduction in Folded)
        {
            string value = HasVirtualLanes ? reduction.FoldMemory() : CSharpNames.Of(reduction.Target);
            string partial = $"f.{CSharpNames.PartialsOf(reduction.Target)}[(int)(block / BlockTree.BlockSize)]";
            code.Line(reduction.Error is { } error
                ? $"({partial}, f.{CSharpNames.PartialsOf(error)}[(int)(block / BlockTree.BlockSize)]) = {value};"
                : $"{partial} = {value};");
        }
    }

    private void EmitInnerBlocks(SourceWriter code, string trip)
    {
        string block = $"block{loop.Loop.Id}";
        foreach (VectorReduction reduction in Folded)
        {
            code.Line($"BlockTree<{reduction.ValueType}> {Tree(reduction)} = new();");
        }

        using (code.Block($"for (nint {block} = 0; {block} < {trip}; {block} += BlockTree.BlockSize)"))
        {
            code.Line($"nint {block}End = Math.Min({block} + BlockTree.BlockSize, {trip});");
            code.Line($"nint {Counter} = {block};");
            EmitVirtualLanes(code, block + "End");
            foreach (VectorReduction reduction in Folded)
            {
                code.Line($"{Tree(reduction)}.Add<{reduction.Operator}>({reduction.FoldMemory()});");
            }
        }

        for (int i = 0; i < _reductions.Count; i++)
        {
            VectorReduction reduction = _reductions[i];
            string value = $"{Tree(reduction)}.Fold<{reduction.Operator}>()";
            if (reduction.Error is { } error)
            {
                (string sum, string lost) = (CSharpNames.Of(reduction.Target), CSharpNames.Of(error));
                code.Line($"({sum}, {lost}) = new {reduction.ValueType}({sum}, {lost}) + {value};");
            }
            else if (!reduction.IsError)
            {
                EmitCombine(code, i, reduction.Folded, value);
            }
        }
    }

    private static string Tree(VectorReduction reduction) => $"{CSharpNames.Of(reduction.Target)}_tree";

    private void EmitCombine(SourceWriter code, int index, Local folded, string value)
    {
        VectorReduction reduction = _reductions[index];
        code.Line($"{folded.Type.Keyword()} {CSharpNames.Of(folded)} = {value};");
        Expr combined = ReductionSteps.Combine(loop.Plan.Reductions[index].Op, new Read(reduction.Target), new Read(folded));
        code.Line($"{CSharpNames.Of(reduction.Target)} = {loop.Expressions.Print(combined)};");
    }

    /// <summary>A block of a loop with re-associated reductions: full groups in registers, the rest with the lanes in memory.</summary>
    private void EmitVirtualLanes(SourceWriter code, string end)
    {
        _reductions.ForEach(reduction => reduction.EmitInitial(code));
        EmitMain(code, end, loop.Copies);
        _reductions.ForEach(reduction => reduction.EmitToMemory(code));
        int lanes = loop.Layout.Lanes;
        code.Line($"nint {Lane} = 0;");
        if (loop.Copies > 1)
        {
            using (code.Block($"for (; {Counter} <= {end} - {lanes}; {Counter} += {lanes}, {Lane} += {lanes})"))
            {
                EmitStep(code, count: null);
            }
        }

        using (code.Block($"if ({Counter} < {end})"))
        {
            code.Line($"nint count{loop.Loop.Id} = {end} - {Counter};");
            EmitStep(code, $"count{loop.Loop.Id}");
        }
    }

    private void EmitStep(SourceWriter code, string? count)
    {
        _reductions.ForEach(reduction => reduction.EmitLoadStep(code, Lane));
        EmitBody(code, copies: 1, count, (reduction, index) => reduction.StepRegister(index));
        _reductions.ForEach(reduction => reduction.EmitStoreStep(code, Lane));
    }

    private void EmitVersions(SourceWriter code, string end)
    {
        if (loop.Plan.Splits.Count == 0)
        {
            EmitPart(code, end);
            return;
        }

        string part = $"part{loop.Loop.Id}";
        string[] splits = [.. loop.Plan.Splits.Select(loop.HoistSplit)];
        using (code.Block($"while ({Counter} < {end})"))
        {
            code.Line($"nint {part} = {end};");
            foreach (string split in splits)
            {
                code.Line($"{part} = {split} > {Counter} ? Math.Min({split}, {part}) : {part};");
            }

            EmitPart(code, part);
            code.Line($"{Counter} = {part};");
        }
    }

    private void EmitPart(SourceWriter code, string end)
    {
        _reductions.ForEach(reduction => reduction.EmitInitial(code));
        _carried.ForEach(carried => carried.EmitInitial(code));
        EmitAlignment(code, end);
        EmitMain(code, end, loop.Copies);
        _reductions.ForEach(reduction => reduction.EmitMergeCopies(code));
        if (loop.Copies > 1)
        {
            EmitMain(code, end, copies: 1);
        }

        if (StmtFacts.MayLeave(loop.Loop))
        {
            // The rest is the loop as written.
            code.Line($"f.done = {Counter};");
            return;
        }

        for (int i = 0; i < _reductions.Count; i++)
        {
            EmitCombine(code, i, _reductions[i].Folded, _reductions[i].FoldRegisters());
        }

        bool isMasked = RemainderPolicy.IsMasked(loop);
        if (isMasked)
        {
            EmitMaskedRemainder(code, end);
        }

        _carried.ForEach(carried => carried.EmitFinal(code));
        if (!isMasked)
        {
            EmitScalarRemainder(code, end);
        }
    }

    /// <summary>
    /// In a long loop, the iterations in front of the first one whose store is at a multiple of a vector's size: a vector across two lines of the cache takes two
    /// accesses, and arrays of .NET begin anywhere. What follows is the same loop from there on.
    /// </summary>
    private void EmitAlignment(SourceWriter code, string end)
    {
        if (StoreAlignment.Of(loop, code) is not { } alignment)
        {
            return;
        }

        using (code.Block($"if ({end} - {Counter} >= {ScalarLiteral.Signed(alignment.LeastIterations, "")})"))
        {
            string head = $"head{loop.Loop.Id}";
            code.Line($"nint {head} = Lanes.UntilAligned(ref {alignment.Element}, {ScalarLiteral.Signed(loop.Layout.Bits / 8, "")});");
            if (!RemainderPolicy.IsMasked(loop))
            {
                code.Line($"{head} += {Counter};");
                EmitScalarRemainder(code, head);
                return;
            }

            using (code.Block($"if ({head} > 0)"))
            {
                EmitBody(code, copies: 1, head, (reduction, index) => reduction.Register(index));
                code.Line($"{Counter} += {head};");
            }
        }
    }

    /// <summary>With accumulators of its own: masked moves are calls, and a register that is live across one is stored and loaded in every iteration of the main loop.</summary>
    private void EmitMaskedRemainder(SourceWriter code, string end)
    {
        using (code.Block($"if ({Counter} < {end})"))
        {
            code.Line($"nint count{loop.Loop.Id} = {end} - {Counter};");
            _reductions.ForEach(reduction => reduction.EmitInitialStep(code));
            EmitBody(code, copies: 1, $"count{loop.Loop.Id}", (reduction, index) => reduction.StepRegister(index));
            for (int i = 0; i < _reductions.Count; i++)
            {
                EmitCombine(code, i, _reductions[i].FoldedStep, _reductions[i].FoldStep());
            }
        }
    }

    private void EmitMain(SourceWriter code, string end, int copies)
    {
        List<string> scalars = loop.ElementBuffers.Select(CSharpNames.IsScalarOf).ToList();
        if (scalars.Count > 0 && copies > 1)
        {
            // The usual case without a test per vector; what it leaves is less than one iteration of the general loop.
            using (code.Block($"if (!({string.Join(" | ", scalars)}))"))
            {
                EmitGroups(code, end, copies, hasNoScalars: true);
            }

            code.Line();
        }

        EmitGroups(code, end, copies, hasNoScalars: false);
    }

    private void EmitGroups(SourceWriter code, string end, int copies, bool hasNoScalars)
    {
        int lanes = copies * loop.Layout.Lanes;
        using (code.Block($"for (; {Counter} <= {end} - {lanes}; {Counter} += {lanes})"))
        {
            EmitBody(code, copies, count: null, (reduction, index) => reduction.Register(index), hasNoScalars);
        }
    }

    private void EmitScalarRemainder(SourceWriter code, string end)
    {
        using (code.Block($"for (; {Counter} < {end}; {Counter}++)"))
        {
            EmitVariable(code);
            new ScalarStatements(code, loop.Expressions, vectorLoop: null).Emit(loop.Loop.Body);
        }
    }

    /// <summary>The loop's variable in the scalar iteration that the counter says.</summary>
    private void EmitVariable(SourceWriter code)
    {
        string type = loop.Loop.Variable.Type.Keyword();
        string value = loop.Value(Counter);
        code.Line($"{type} {CSharpNames.Of(loop.Loop.Variable)} = ({type}){(value == Counter ? value : $"({value})")};");
    }

    private void EmitBody(SourceWriter code, int copies, string? count, Func<VectorReduction, int, string> accumulator, bool hasNoScalars = false)
    {
        var scope = new VectorScope(loop, code, copies, count) { HasNoScalars = hasNoScalars };
        var statements = new VectorStatements(scope, (local, index) =>
            _reductions.Find(reduction => reduction.Target == local) is { } reduction
                ? accumulator(reduction, index)
                : _carried.Select(carried => carried.Register(local, index)).FirstOrDefault(register => register is not null) ?? $"{CSharpNames.Of(local)}_{index}")
        {
            Neighbours = [.. _carried.OfType<NeighbourLanes>()],
        };
        HashSet<Local> declared = StmtFacts.LocalsDeclared(loop.Lanes.Body);
        foreach (Local local in StmtFacts.LocalsWritten(loop.Lanes.Body).OrderBy(local => local.Id))
        {
            // Declared outside, but each lane has its own.
            if (loop.Varying.Contains(local.Id) && !declared.Contains(local) && _reductions.All(reduction => reduction.Target != local) && !_carried.Any(carried => carried.Keeps(local)))
            {
                statements.Declare(local);
            }
        }

        statements.Emit(loop.Lanes.Body);
    }
}
