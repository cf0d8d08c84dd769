using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Wrap-around variables (M. Wolfe, Beyond Induction Variables, PLDI 1992): they have in each iteration what the loop's variable had in the one before, and something else in the first.
/// <code>
/// for (int i = 0, j = n - 1; i &lt; n; j = i++) area += x[j] * y[i] - x[i] * y[j];   →   j is i > 0 ? i - 1 : n - 1
/// </code>
/// </content>
internal sealed partial class NestReader
{
    /// <summary>The variables that the loop's body wraps around, and their values at the start of each iteration.</summary>
    /// <param name="loop">The loop, in front of its body: what its variables begin with is known.</param>
    /// <param name="variable">The loop's variable in the nest.</param>
    /// <param name="counter">The same as written, where the loop has a header that counts it.</param>
    private List<(Local Local, Expr Value)> WrapAroundsOf(ILoopOperation loop, Local variable, ILocalSymbol? counter)
    {
        var found = new List<(Local Local, Expr Value)>();
        if (counter is null || IsForChecking || variable.Type != ScalarType.Int32 || !ExprFacts.LocalsRead(_headers[variable].Start).All(IsStable) || CallsWhatMayAssign(loop.Body) || ContinuesLoop(loop.Body)
            || loop.Body is not IBlockOperation body || body.Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo }))
        {
            return found;
        }

        // From the last statement on: what an earlier one assigns may be what a later one wraps around.
        foreach (IOperation statement in body.Operations.Reverse())
        {
            if (Effect(statement) is ISimpleAssignmentOperation { IsRef: false } assignment && InductionScan.Variable(assignment.Target) is { } symbol
                && loop.DescendantsAndSelf().Count(operation => InductionScan.AssignedBy(operation).Contains(symbol, SymbolEqualityComparer.Default)) == 1
                && !body.Locals.Contains(symbol, SymbolEqualityComparer.Default) && IsUsedAsSubscript(loop.Body, symbol)
                && AssignedInIteration(assignment.Value) is { } assigned && StartOf(symbol, loop) is var (local, start) && local.Type == ScalarType.Int32 && IsFixedAndAffine(start))
            {
                found.Add((local, WrappedAround(_headers[variable], assigned, start)));
            }
        }

        return found;

        Expr? AssignedInIteration(IOperation value) =>
            OffsetOf(value, counter) is { } offset ? Moved(new IR.Read(variable), offset)
            : InductionScan.Variable(value) is { } other && _symbols.TryGetValue(other, out object? known) && found.Find(item => item.Local.Equals(known)) is { Value: { } before } ? before
            : null;
    }

    /// <summary>What a variable is in an iteration that is given a value at the end of each.</summary>
    /// <param name="header">The loop's header.</param>
    /// <param name="assigned">What is assigned in an iteration.</param>
    /// <param name="first">What it is in the first one.</param>
    private static Select WrappedAround(ForLoop header, Expr assigned, Expr first)
    {
        var variable = new IR.Read(header.Variable);
        Expr before = new LocalReplacer(local => local == header.Variable ? Moved(variable, -header.Step) : null).Of(assigned);
        return new(new Compare(header.Step > 0 ? CompareOp.Greater : CompareOp.Less, variable, ConvertTo(variable.Type, header.Start)), before, first);
    }

    /// <summary>Gives the variable its value at the start of an iteration, where nobody waits for the one that it ends with: then it need not be kept from one iteration to the next.</summary>
    private void BeginWrapped(Local local, Expr value, List<Stmt> statements)
    {
        _moved.Add(local);
        if (_written.ContainsKey(local) && IsDeadBehindNest(local))
        {
            statements.Add(new Assign(local, value));
            _assignedLocals.Add(local);
        }

        Hold(local, value);
    }

    private static Expr Moved(Expr value, long by) => by == 0 ? value : new Binary(by > 0 ? BinaryOp.Add : BinaryOp.Subtract, value, Constant.Int(Math.Abs(by), value.Type));

    /// <summary>Whether a header's <c>j = i++</c>, or <c>j = i</c> in front of what steps i, gives a variable that it declares the value of the one that counts.</summary>
    private static IOperation? WrapInHeader(IForLoopOperation loop, ILocalSymbol symbol, ILocalSymbol counter)
    {
        List<IOperation> assignments = [.. loop.AtLoopBottom.Where(part => IsAssignedIn(part, symbol))];
        return assignments is [var only] && Effect(only) is ISimpleAssignmentOperation { IsRef: false, Value: var value }
            && (IsVariable(value, counter) ? loop.AtLoopBottom.IndexOf(only) < loop.AtLoopBottom.ToList().FindIndex(part => IsAssignedIn(part, counter)) : PostStep(value, counter) is not null)
            ? only : null;
    }

    /// <summary>1 of <c>i++</c> and -1 of <c>i--</c>.</summary>
    private static long? PostStep(IOperation value, ILocalSymbol variable) =>
        value is IIncrementOrDecrementOperation { OperatorMethod: null, IsPostfix: true } step && IsVariable(step.Target, variable) ? (step.Kind == OperationKind.Increment ? 1 : -1) : null;

    /// <summary>
    /// The remainder of a sum of loop variables that lies between 0 and twice the divisor: <c>(i + k) % n</c>, <c>(i - 1 + n) % n</c> for <c>i &lt; n</c>. It goes round once at most, which is asked in front of the nest:
    /// <c>i + k &lt; n ? i + k : i + k - n</c>. <see langword="null"/> where that is not to be expected.
    /// </summary>
    private Select? OnceAround(Expr left, Expr divisor)
    {
        Expr dividend = Substitute(left);
        List<ForLoop> headers = [.. _loopVariables.Where(_headers.ContainsKey).Select(variable => _headers[variable])];
        if (left.Type != ScalarType.Int32 || divisor.Type != ScalarType.Int32 || AffineForm.Of(divisor) is not { Terms: [{ Atoms.Count: 1, Coefficient: 1 } size] } once
            || !IsSumOfLoopVariables(dividend) || AffineForm.Of(dividend) is not { } form
            || SubscriptRanges.Extreme(form, headers, isMaximum: false) is not { } least || SubscriptRanges.Extreme(form, headers, isMaximum: true) is not { } most
            || _loopVariables.Any(variable => least.Contains(variable) || most.Contains(variable))
            || Times(least) < 0 || (Times(least) == 0 && least.Constant < 0) || Times(most) is not (1 or 2) || (Times(most) == 2 && most.Constant > 0)
            || least.Terms.Concat(most.Terms).Any(term => term.Atoms.Count > 0 && term.Atoms != size.Atoms && Math.Abs(term.Coefficient) > 1))
        {
            return null;
        }

        AddLimit(dividend, "what a remainder is taken of is negative");
        AddLimit(once.Scale(2).Minus(form).Minus(AffineForm.OfConstant(1)).ToExpr(), "what a remainder is taken of is twice the divisor or more");

        // What most iterations use comes first.
        AffineForm behind = form.Minus(once);
        return Times(most) == 2 && InInt(behind.ToExpr()) is { } before && InInt(form.ToExpr()) is { } sum
            ? new(new Compare(CompareOp.GreaterOrEqual, before, Constant.Int(0)), before, sum)
            : new(new Compare(CompareOp.Less, dividend, divisor), dividend, new Binary(BinaryOp.Subtract, dividend, divisor));

        long Times(AffineForm end) => end.Terms.FirstOrDefault(term => term.Atoms == size.Atoms)?.Coefficient ?? 0;
    }
}
