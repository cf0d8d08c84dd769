using System.Globalization;
using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Mutating;

/// <summary>Single changes of a syntax tree; each is <see langword="null"/> where the tree has no place for it.</summary>
internal static class Mutations
{
    private static readonly string[][] s_operators =
    [
        ["+", "-", "*", "/", "%"], ["<", "<=", ">", ">=", "==", "!="], ["&&", "||"], ["&", "|", "^"], ["<<", ">>", ">>>"],
    ];

    public static SyntaxNode? Literal(SyntaxNode root, Dice dice) =>
        Change<LiteralExpressionSyntax>(root, dice, literal => literal.IsKind(SyntaxKind.NumericLiteralExpression), literal =>
        {
            string text = literal.Token.Text;
            string suffix = new([.. text.SkipWhile(c => !char.IsLetter(c) || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))]);
            string number = dice.Below(5) switch
            {
                0 => "0",
                1 => "1",
                2 => dice.Pick<string>(["2", "3", "7", "16", "31", "64", "255"]),
                _ => literal.Token.Value is int value ? (value + dice.Between(-2, 2)).ToString(CultureInfo.InvariantCulture) : "4",
            };
            return Expression(number.StartsWith('-') ? $"({number}{suffix})" : number + suffix);
        });

    public static SyntaxNode? Operator(SyntaxNode root, Dice dice) =>
        Change<BinaryExpressionSyntax>(root, dice, binary => s_operators.Any(set => set.Contains(binary.OperatorToken.Text)), binary =>
        {
            string[] set = s_operators.First(set => set.Contains(binary.OperatorToken.Text));
            return Expression($"{binary.Left} {dice.Pick(set)} {binary.Right}");
        });

    public static SyntaxNode? SwapOperands(SyntaxNode root, Dice dice) =>
        Change<BinaryExpressionSyntax>(root, dice, _ => true, binary => Expression($"{binary.Right} {binary.OperatorToken} {binary.Left}"));

    public static SyntaxNode? Cast(SyntaxNode root, Dice dice) =>
        Change<ExpressionSyntax>(
            root,
            dice,
            expression => expression is BinaryExpressionSyntax or ElementAccessExpressionSyntax && expression.Parent is not AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax },
            expression => Expression($"(({dice.Pick<string>(["int", "float", "double", "byte", "short", "long", "uint"])})({expression}))"));

    public static SyntaxNode? Subscript(SyntaxNode root, Dice dice) =>
        Change<ArgumentSyntax>(root, dice, argument => argument.Parent is BracketedArgumentListSyntax, argument =>
        {
            string old = argument.ToString();
            string changed = dice.Below(7) switch
            {
                0 => $"{old} + {dice.Pick<string>(["1", "2", "8", "16", "33"])}",
                1 => $"{old} - {dice.Pick<string>(["1", "2", "8", "16", "33"])}",
                2 => $"2 * ({old})",
                3 => $"({old}) / 2",
                4 => dice.Pick<string>(["0", "1", "5"]),
                5 => $"({old}) * 3 + 1",
                _ => $"16 - ({old})",
            };
            return SyntaxFactory.Argument(Expression(changed));
        });

    public static SyntaxNode? Identifier(SyntaxNode root, Dice dice)
    {
        IdentifierNameSyntax[] names = [.. root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Parent is ExpressionSyntax or ArgumentSyntax && char.IsLower(name.Identifier.Text[0]))];
        return names.Length < 2 ? null : root.ReplaceNode(dice.Pick(names), dice.Pick(names));
    }

    public static SyntaxNode? DeleteStatement(SyntaxNode root, Dice dice)
    {
        StatementSyntax[] all = Statements(root);
        return all.Length < 2 ? null : root.RemoveNode(dice.Pick(all), SyntaxRemoveOptions.KeepNoTrivia);
    }

    public static SyntaxNode? DuplicateStatement(SyntaxNode root, Dice dice)
    {
        StatementSyntax[] all = [.. Statements(root).Where(statement => statement is not LocalDeclarationStatementSyntax)];
        StatementSyntax? picked = all.Length == 0 ? null : dice.Pick(all);
        return picked is null ? null : root.InsertNodesAfter(picked, [picked]);
    }

    public static SyntaxNode? SwapStatements(SyntaxNode root, Dice dice)
    {
        BlockSyntax[] blocks = [.. root.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Statements.Count > 1)];
        if (blocks.Length == 0)
        {
            return null;
        }

        BlockSyntax block = dice.Pick(blocks);
        int at = dice.Below(block.Statements.Count - 1);
        (StatementSyntax first, StatementSyntax second) = (block.Statements[at], block.Statements[at + 1]);
        return root.ReplaceNodes([first, second], (old, _) => old == first ? second : first);
    }

    public static SyntaxNode? MakeConditional(SyntaxNode root, Dice dice)
    {
        StatementSyntax[] all = [.. Statements(root).Where(statement => statement is ExpressionStatementSyntax)];
        return all.Length == 0 ? null : Wrap(root, dice.Pick(all), dice, statement => $"if ({Condition(statement, dice)}) {{ {statement} }}");
    }

    public static SyntaxNode? Continue(SyntaxNode root, Dice dice)
    {
        StatementSyntax[] all = [.. Statements(root).Where(statement => statement is ExpressionStatementSyntax && statement.Ancestors().Any(node => node is ForStatementSyntax))];
        if (all.Length == 0)
        {
            return null;
        }

        StatementSyntax picked = dice.Pick(all);
        return root.InsertNodesBefore(picked, [SyntaxFactory.ParseStatement($"if ({Condition(picked, dice)}) continue;\n")]);
    }

    public static SyntaxNode? Assignment(SyntaxNode root, Dice dice) =>
        Change<AssignmentExpressionSyntax>(root, dice, _ => true, assignment => Expression($"{assignment.Left} {dice.Pick<string>(["=", "+=", "-=", "*=", "=", "+="])} {assignment.Right}"));

    public static SyntaxNode? LoopStep(SyntaxNode root, Dice dice) =>
        Change<ForStatementSyntax>(root, dice, loop => loop.Declaration is { Variables: [{ Initializer: not null }] }, loop =>
        {
            VariableDeclaratorSyntax variable = loop.Declaration!.Variables[0];
            string name = variable.Identifier.Text;
            string bound = (loop.Condition as BinaryExpressionSyntax)?.Right.ToString() ?? "16";
            string header = dice.Below(4) switch
            {
                0 => $"for ({loop.Declaration.Type} {name} = {variable.Initializer!.Value}; {name} < {bound}; {name} += {dice.Between(2, 5)})",
                1 => $"for ({loop.Declaration.Type} {name} = {bound} - 1; {name} >= {variable.Initializer!.Value}; {name}--)",
                2 => $"for ({loop.Declaration.Type} {name} = {variable.Initializer!.Value} + {dice.Between(1, 9)}; {name} <= {bound}; {name}++)",
                _ => $"for ({loop.Declaration.Type} {name} = {variable.Initializer!.Value}; {name} < {bound} - {dice.Between(1, 9)}; {name}++)",
            };
            return (ForStatementSyntax)SyntaxFactory.ParseStatement($"{header}\n{loop.Statement.ToFullString()}");
        });

    private static string Condition(StatementSyntax statement, Dice dice)
    {
        string? variable = statement.Ancestors().OfType<ForStatementSyntax>().Select(loop => loop.Declaration?.Variables.FirstOrDefault()?.Identifier.Text).FirstOrDefault(name => name is not null);
        string? element = statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Select(access => access.ToString()).FirstOrDefault();
        return element is not null && dice.OneIn(2)
            ? $"{element} {dice.Pick<string>(["<", ">", ">=", "!="])} {dice.Below(3)}"
            : variable is not null
                ? dice.Pick<string>([$"({variable} & 1) == 0", $"{variable} % 3 != 0", $"{variable} > 5", $"{variable} < 40"])
                : "1 > 0";
    }

    private static StatementSyntax[] Statements(SyntaxNode root) =>
        [.. root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax && statement is not (BlockSyntax or ReturnStatementSyntax))];

    private static SyntaxNode Wrap(SyntaxNode root, StatementSyntax picked, Dice dice, Func<StatementSyntax, string> write) =>
        root.ReplaceNode(picked, SyntaxFactory.ParseStatement(write(picked)).WithTriviaFrom(picked));

    private static SyntaxNode? Change<T>(SyntaxNode root, Dice dice, Func<T, bool> isPlace, Func<T, SyntaxNode> change)
        where T : SyntaxNode
    {
        T[] places = [.. root.DescendantNodes().OfType<T>().Where(isPlace)];
        if (places.Length == 0)
        {
            return null;
        }

        T picked = dice.Pick(places);
        return root.ReplaceNode(picked, change(picked).WithTriviaFrom(picked));
    }

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);
}
