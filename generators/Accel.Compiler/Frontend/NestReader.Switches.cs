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

        // Behind the statement nothing is known of what a section assigns.
        (Dictionary<Local, Expr> values, Dictionary<Local, Expr> loaded) = (_values, _loadedDefinitions);
        var sections = new List<(Expr Condition, Block Body)>();
        foreach (ISwitchCaseOperation section in choice.Cases.Where(section => !IsDefault(section)))
        {
            _current = output;
            (_values, _loadedDefinitions) = (new(values), new(loaded));
            Expr condition = section.Clauses.Select(clause => ReadClause(clause, value)).Aggregate((left, right) => new Binary(BinaryOp.Or, left, right));
            sections.Add((condition, ReadSection(section, scope)));
        }

        (_values, _loadedDefinitions) = (new(values), new(loaded));
        Block rest = choice.Cases.FirstOrDefault(IsDefault) is { } last ? ReadSection(last, scope) : Block.Empty;
        (_values, _loadedDefinitions) = (values, loaded);
        AssignedIn(choice).ForEach(Forget);
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
