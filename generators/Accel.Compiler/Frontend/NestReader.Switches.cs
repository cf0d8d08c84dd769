using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content><c>switch</c> statements: a chain of <c>if</c> and <c>else</c>, the <c>default</c> section last.</content>
internal sealed partial class NestReader
{
    private void ReadSwitchStatement(ISwitchOperation choice, List<Stmt> output, ExitScope scope)
    {
        Expr value = ReadExpression(choice.Value);
        if (value is not (IR.Read or Constant))
        {
            Local local = NewLocal("choice", value.Type);
            output.Add(new Declare(local, value));
            value = new IR.Read(local);
        }

        // Behind the statement nothing is known of what a section assigns, but that it is one of the values given.
        (Dictionary<Local, Expr> values, Dictionary<Local, Expr> loaded, Dictionary<Local, Expr> held) = (_values, _loadedDefinitions, _held);
        var sections = new List<(Expr Condition, Block Body)>();
        var heldBySections = new List<(Expr Condition, Dictionary<Local, Expr> Held)>();
        foreach (ISwitchCaseOperation section in choice.Cases.Where(section => !IsDefault(section)))
        {
            _current = output;
            (_values, _loadedDefinitions, _held) = (new(values), new(loaded), new(held));
            Expr condition = section.Clauses.Select(clause => ReadClause(clause, value)).Aggregate((left, right) => new Binary(BinaryOp.Or, left, right));
            Expr asked = Held(condition);
            sections.Add((condition, ReadSection(section, scope)));
            heldBySections.Add((asked, _held));
        }

        (_values, _loadedDefinitions, _held) = (new(values), new(loaded), new(held));
        Block rest = choice.Cases.FirstOrDefault(IsDefault) is { } last ? ReadSection(last, scope) : Block.Empty;
        Dictionary<Local, Expr> heldByRest = _held;
        (_values, _loadedDefinitions, _held) = (values, loaded, held);
        AssignedIn(choice).ForEach(Forget);
        _held = heldByRest;
        foreach ((Expr condition, Dictionary<Local, Expr> heldBySection) in Enumerable.Reverse(heldBySections))
        {
            HoldEither(condition, heldBySection, _held);
        }

        foreach ((Expr condition, Block body) in Enumerable.Reverse(sections))
        {
            rest = Block.Of(new If(condition, body, rest));
        }

        output.AddRange(rest.Statements);
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation);

    private Expr ReadClause(ICaseClauseOperation clause, Expr value)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return new Compare(CompareOp.Equal, value, ConvertTo(value.Type, ReadExpression(single.Value)));
            case IPatternCaseClauseOperation { Guard: null } pattern:
                return ReadPattern(pattern.Pattern, value);
            case IPatternCaseClauseOperation { Guard: { } guard } pattern:
                Expr matches = ReadPattern(pattern.Pattern, value);
                _conditions++;
                Expr condition = ReadCondition(guard);
                _conditions--;
                return IsForChecking ? new Select(matches, condition, Constant.Int(0, ScalarType.Bool)) : new Binary(BinaryOp.And, matches, condition);
            default:
                throw Reject(clause, RejectionReason.UnsupportedStatement, $"{Describe(clause)} is not compiled, so the nest stays plain; compare with constants.");
        }
    }

    private Block ReadSection(ISwitchCaseOperation section, ExitScope scope)
    {
        var statements = new List<Stmt>();
        ReadStatements(section.Body, 0, statements, new SectionScope(scope));
        return new(statements.ToEquatableArray());
    }
}
