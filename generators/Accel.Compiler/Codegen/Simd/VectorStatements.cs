using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// The body of a vectorised loop. Straight-line runs of statements are written copy by copy, which keeps few values live; loops and ifs,
/// whose bounds and conditions are the same for all lanes, are written once around all copies.
/// </summary>
internal sealed class VectorStatements
{
    private readonly VectorScope _scope;
    private readonly VectorExpressions _expressions;
    private readonly ScalarStatements _uniform;

    /// <param name="scope">Where the code goes.</param>
    /// <param name="register">The variable that holds a register of a varying local.</param>
    public VectorStatements(VectorScope scope, Func<Local, int, string> register)
    {
        _scope = scope;
        _expressions = new VectorExpressions(scope, register);
        _uniform = new ScalarStatements(scope.Writer, scope.Loop.Expressions, vectorLoop: null);
    }

    /// <summary>What takes the values of neighbours.</summary>
    public IReadOnlyList<NeighbourLanes> Neighbours { get; init; } = [];

    private VectorLoop Loop => _scope.Loop;

    public void Emit(Block block)
    {
        var run = new List<Stmt>();
        foreach (Stmt statement in block.Statements)
        {
            if (IsOfLanes(statement))
            {
                run.Add(statement);
                continue;
            }

            EmitRun(run);
            EmitUniform(statement);
        }

        EmitRun(run);
    }

    /// <summary>Declares the registers of a varying local, for all copies.</summary>
    public void Declare(Local local)
    {
        for (_scope.Copy = 0; _scope.Copy < _scope.Copies; _scope.Copy++)
        {
            VectorValue target = _expressions.Local(local);
            foreach (string register in target.Registers)
            {
                _scope.Writer.Line($"{_scope.Layout.Type(target.Lane)} {register} = default;");
            }
        }

        _scope.Copy = 0;
    }

    private bool IsOfLanes(Stmt statement) => statement switch
    {
        Store => true,
        Declare declare => Loop.Varying.Contains(declare.Local.Id),
        Assign assign => Loop.Varying.Contains(assign.Local.Id),
        Accumulate accumulate => Loop.Varying.Contains(accumulate.Target.Id),
        _ => false,
    };

    private void EmitRun(List<Stmt> run)
    {
        List<StoresInTurns> groups = _scope.Count is null ? [.. StoresInTurns.Of(Loop.Loop, run).Where(group => !Loop.Plan.SerialStores.Any(serial => serial.Buffer == group.Last.Buffer))] : [];
        for (int copy = 0; copy < _scope.Copies && run.Count > 0; copy++)
        {
            _scope.Copy = copy;
            var waiting = new Dictionary<Stmt, VectorValue>();
            foreach (Stmt statement in run)
            {
                if (groups.FirstOrDefault(group => group.Has(statement)) is { } group)
                {
                    waiting.Add(statement, _scope.Bind(_expressions.Memory.ValueOf((Store)statement)));
                    if (ReferenceEquals(group.Last, statement))
                    {
                        _expressions.Memory.StoreInTurns(group.InMemory[0], [.. group.InMemory.Select(store => waiting[store])]);
                    }
                }
                else
                {
                    EmitOfLanes(statement);
                }
            }
        }

        _scope.Copy = 0;
        _scope.ForgetShared();
        run.Clear();
    }

    private void EmitOfLanes(Stmt statement)
    {
        switch (statement)
        {
            case Declare declare when Neighbours.FirstOrDefault(neighbours => neighbours.RecurrenceOf(declare.Local)?.Scan is not null) is { } neighbours:
                neighbours.EmitScan(_scope, _expressions.EmitWhole(neighbours.RecurrenceOf(declare.Local)!.Scan!.Operand), _expressions.Local(declare.Local));
                break;

            case Declare { Value: { } value } declare when Neighbours.Select(neighbours => neighbours.RecurrenceOf(declare.Local)).FirstOrDefault(found => found is not null) is { } recurrence:
                new SerialLanes(_scope, _expressions).Emit(recurrence, value);
                break;

            case Declare { Value: { } value } declare:
                Write(declare.Local, value, isDeclaration: true);
                break;

            case Declare declare:
                VectorValue declared = _expressions.Local(declare.Local);
                foreach (string register in declared.Registers)
                {
                    _scope.Writer.Line($"{_scope.Layout.Type(declared.Lane)} {register} = default;");
                }

                break;

            case Assign assign when Neighbours.Any(neighbours => neighbours.TryEmitAssign(_scope.Writer, assign.Local)):
                break;

            case Assign assign:
                Write(assign.Local, assign.Value, isDeclaration: false);
                break;

            case Accumulate accumulate:
                EmitAccumulate(accumulate);
                break;

            case Store store when Loop.Plan.SerialStores.FirstOrDefault(serial => serial.Buffer == store.Buffer) is { Scan: not null } scan:
                new ScanLanes(_scope).Emit(scan, _expressions);
                break;

            case Store store when Loop.Plan.SerialStores.FirstOrDefault(serial => serial.Buffer == store.Buffer) is { } serial:
                new SerialLanes(_scope, _expressions).Emit(serial);
                break;

            case Store store:
                _expressions.Memory.Store(store);
                break;
        }
    }

    private void Write(Local local, Expr value, bool isDeclaration)
    {
        VectorValue target = _expressions.Local(local);
        VectorValue source = target.IsMask ? _expressions.EmitMask(value, target.Lane) : _expressions.EmitWhole(value);
        if (!isDeclaration && target.Registers.Length > 1)
        {
            // All registers of the value may read all registers of the target.
            source = _scope.Bind(source);
        }

        string type = isDeclaration ? _scope.Layout.Type(target.Lane) + " " : "";
        for (int k = 0; k < target.Registers.Length; k++)
        {
            _scope.Writer.Line($"{type}{target.Registers[k]} = {VectorScope.Strip(source.Registers[k])};");
        }
    }

    private void EmitAccumulate(Accumulate accumulate)
    {
        if (IsCount(accumulate))
        {
            EmitCount(accumulate);
            return;
        }

        VectorValue target = _expressions.Local(accumulate.Target);
        VectorValue value = EmitNext(accumulate, target);
        VectorValue? mask = accumulate.Mask is { } condition ? _expressions.EmitMask(condition, target.Lane) : null;
        bool isCarried = Loop.Plan.Reductions.Any(reduction => reduction.Target == accumulate.Target);
        if (isCarried && _scope.Count is not null)
        {
            VectorValue live = LiveLanes(target.Lane);
            mask = mask is null ? live : mask.Zip(live, (left, right) => _scope.Layout.And(target.Lane, left, right));
        }

        for (int k = 0; k < target.Registers.Length; k++)
        {
            string register = target.Registers[k];
            string text = VectorScope.Strip(value.Registers[k]);
            _scope.Writer.Line(mask is null
                ? $"{register} = {text};"
                : $"{register} = {_scope.Layout.Class}.ConditionalSelect({VectorScope.Strip(mask.Registers[k])}, {text}, {register});");
        }
    }

    /// <summary>Whether it counts lanes whose masks are narrower than the counter: those are counted, rather than made as wide as it.</summary>
    private bool IsCount(Accumulate accumulate) =>
        accumulate is { Op: ReductionOp.Sum, Value: Constant, Mask: { } mask } && accumulate.Target.Type.IsInteger() && accumulate.Target.Type.Size() >= 4
        && Loop.IsVarying(mask) && Loop.Masks.LaneOf(mask).Size() == 1 && Loop.Plan.Reductions.Any(reduction => reduction.Target == accumulate.Target);

    private void EmitCount(Accumulate accumulate)
    {
        VectorValue target = _expressions.Local(accumulate.Target);
        VectorValue mask = _expressions.EmitMask(accumulate.Mask!, Loop.Masks.LaneOf(accumulate.Mask!));
        if (_scope.Count is not null)
        {
            mask = mask.Zip(LiveLanes(mask.Lane), (left, right) => _scope.Layout.And(mask.Lane, left, right));
        }

        // Which lane of the counter a count goes to makes no difference to the sum of all.
        var step = (Constant)accumulate.Value;
        string times = step.Bits == 1 ? "" : $" * {ScalarLiteral.Print(step)}";
        string conversion = step.Type == ScalarType.Int32 ? "" : $"({step.Type.Keyword()})";
        foreach (string register in mask.Registers)
        {
            _scope.Writer.Line($"{target.Registers[0]} += {_scope.Layout.Class}.CreateScalar({conversion}Lanes.CountSet({VectorScope.Strip(register)}){times});");
        }
    }

    private VectorValue EmitNext(Accumulate accumulate, VectorValue target)
    {
        if (accumulate.Op is ReductionOp.Smaller or ReductionOp.Larger)
        {
            // As an expression it would name the operand twice.
            return target.Zip(_expressions.EmitWhole(accumulate.Value), (kept, operand) => $"Lanes.{accumulate.Op}({VectorScope.Strip(kept)}, {VectorScope.Strip(operand)})");
        }

        Expr next = ReductionSteps.Next(accumulate);
        return target.IsMask ? _expressions.EmitMask(next, target.Lane) : _expressions.EmitWhole(next);
    }

    /// <summary>Which lanes of the masked remainder there are.</summary>
    private VectorValue LiveLanes(ScalarType lane)
    {
        ScalarType type = LaneLayout.MaskOf(lane.Size());
        string indices = $"{_scope.Layout.Type(type)}.Indices";
        string[] registers = Enumerable.Range(0, _scope.Layout.RegistersOf(type)).Select(k => _scope.CountFrom(type, k))
            .Select(count => count.Contains(" ") ? $"({count})" : count)
            .Select(count => $"{_scope.Layout.Class}.LessThan({indices}, {_scope.Layout.Class}.Create(({type.Keyword()}){count}))").ToArray();
        return new VectorValue(type, IsMask: true, registers).As(lane);
    }

    private void EmitUniform(Stmt statement)
    {
        switch (statement)
        {
            case ForLoop loop:
                EmitLoop(loop);
                break;

            // The statements inside have their masks.
            case If branch when Loop.IsVarying(branch.Condition):
                EmitInside($"if ({InAnyLane(branch.Condition)})", branch.Then, branch.Condition);
                break;

            case If branch:
                EmitInside($"if ({Loop.Expressions.Print(branch.Condition)})", branch.Then);
                if (branch.Else.Statements.Count > 0)
                {
                    EmitInside("else", branch.Else);
                }

                break;

            case ExitIf exit:
                EmitExit(exit);
                break;

            case OneByOne lanes:
                new OneByOneLanes(_scope, _expressions).Emit(lanes);
                break;

            default:
                _uniform.Emit(statement);
                break;
        }
    }

    private void EmitLoop(ForLoop loop)
    {
        string bound = ScalarStatements.HoistBound(_scope.Writer, Loop.Expressions, loop);
        if (loop.While is not { } running || !Loop.Varying.Contains(running.Id))
        {
            EmitInside(ScalarStatements.Header(Loop.Expressions, loop, bound), loop.Body);
            return;
        }

        if (_scope.Count is not null)
        {
            // A lane that there is not might never come to an end.
            VectorValue mask = _expressions.Local(running);
            VectorValue live = LiveLanes(mask.Lane);
            for (int k = 0; k < mask.Registers.Length; k++)
            {
                _scope.Writer.Line($"{mask.Registers[k]} &= {live.Registers[k]};");
            }
        }

        // The group of lanes in which one leaves runs as written, so that the others need not come to their ends.
        string goesOn = InAnyLane(new Read(running));
        goesOn += string.Concat(ExitFlags.RaisedIn(loop, Loop.Lanes).Where(flag => Loop.Varying.Contains(flag.Id)).Select(flag => $" && {InNoLane(new Read(flag))}"));
        EmitInside(ScalarStatements.Header(Loop.Expressions, loop, bound, goesOn), loop.Body, new Read(running));
    }

    /// <summary>C# that is true where a condition holds in any of the lanes of all copies.</summary>
    private string InAnyLane(Expr condition) => "!" + InNoLane(condition);

    private string InNoLane(Expr condition)
    {
        var masks = new List<string>();
        ScalarType lane = Loop.Masks.LaneOf(condition);
        for (_scope.Copy = 0; _scope.Copy < _scope.Copies; _scope.Copy++)
        {
            masks.AddRange(_expressions.EmitMask(condition, lane).Registers);
        }

        _scope.Copy = 0;
        _scope.ForgetShared();
        string mask = string.Join(" | ", masks.Select(text => text.Contains(' ') && text[0] != '(' ? $"({text})" : text));
        return $"{_scope.Layout.Class}.EqualsAll({mask}, {_scope.Layout.Type(lane)}.Zero)";
    }

    /// <summary>Counts the lanes of all copies in which a condition holds, and the lanes that there could be.</summary>
    private void EmitCountOf(Expr condition)
    {
        ScalarType lane = Loop.Masks.LaneOf(condition);
        for (_scope.Copy = 0; _scope.Copy < _scope.Copies; _scope.Copy++)
        {
            VectorValue mask = _expressions.EmitMask(condition, lane);
            if (_scope.Count is not null)
            {
                mask = mask.Zip(LiveLanes(lane), (left, right) => _scope.Layout.And(lane, left, right));
            }

            foreach (string register in mask.Registers)
            {
                LaneCounter.EmitBusy(_scope.Writer, _scope.Layout.Class, VectorScope.Strip(register));
            }
        }

        _scope.Copy = 0;
        _scope.ForgetShared();
        LaneCounter.EmitAll(_scope.Writer, _scope.Layout.Lanes * _scope.Copies);
    }

    /// <summary>Ends the groups of lanes in front of the one in which a lane leaves.</summary>
    private void EmitExit(ExitIf exit)
    {
        string condition = Loop.IsVarying(exit.Condition) ? InAnyLane(exit.Condition) : Loop.Expressions.Print(exit.Condition);
        using (_scope.Writer.Block($"if ({condition})"))
        {
            _scope.Writer.Line("break;");
        }
    }

    /// <param name="header">C# in front of the block.</param>
    /// <param name="block">The block.</param>
    /// <param name="lanes">What holds in the lanes that the block is for, if not all.</param>
    private void EmitInside(string header, Block block, Expr? lanes = null)
    {
        using (_scope.Writer.Block(header))
        {
            if (lanes is not null && Loop.CountsLanes)
            {
                EmitCountOf(lanes);
            }

            _scope.Depth++;
            Emit(block);
            _scope.Depth--;
        }
    }
}
