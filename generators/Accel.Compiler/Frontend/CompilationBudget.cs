using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <summary>
/// What a kernel may cost to compile, in things counted, so that it is the same on every machine. What goes over it runs as written, with a diagnostic
/// at the loop. Generated programs reach these numbers, people do not.
/// </summary>
internal static class CompilationBudget
{
    /// <summary>Loop nests of a kernel. Each becomes a file's worth of code.</summary>
    public const int Nests = 200;

    /// <summary>Statements of a nest, after inlining.</summary>
    public const int Statements = 2000;

    /// <summary>Operations of a nest, after inlining: calls that call twice double with each level.</summary>
    public const int Operations = 40_000;

    /// <summary>How deep operations may stand inside each other, calls and blocks included: the passes go down by recursion.</summary>
    public const int Depth = 250;

    /// <summary>Operations of a local's value that is put in its place in subscripts.</summary>
    public const int Definition = 200;

    /// <summary>Operations of what a part of a subscript lies between.</summary>
    public const int End = 600;

    /// <summary>Buffers and scalars of a nest: each pair of buffers is compared when the nest begins.</summary>
    public const int Inputs = 120;

    /// <summary>Whether an expression has at most so many operations, counting shared parts as often as they occur.</summary>
    public static bool IsWithin(Expr expression, int most) => IsWithin(expression, most, ExprFacts.Operands);

    /// <summary>Whether the guard of what a subscript lies between stays short: counted as often as it is written there.</summary>
    public static bool IsModerateEnd(Expr expression) =>
        IsWithin(expression, End, part => part switch
        {
            Within within => [within.Value, within.Low, within.High],

            // Of either sign: both the least and the greatest value of what it scales are asked for.
            Binary { Op: BinaryOp.Divide or BinaryOp.Multiply, Right: not Constant } scaled => [scaled.Left, scaled.Left, scaled.Right],
            _ => ExprFacts.Operands(part),
        });

    private static bool IsWithin(Expr expression, int most, Func<Expr, IEnumerable<Expr>> operands)
    {
        var left = new Stack<Expr>();
        left.Push(expression);
        for (int count = 0; left.Count > 0; count++)
        {
            if (count == most)
            {
                return false;
            }

            foreach (Expr operand in operands(left.Pop()))
            {
                left.Push(operand);
            }
        }

        return true;
    }

    /// <summary>What of the budget the nest exceeds, in words, or <see langword="null"/>.</summary>
    public static string? Excess(Nest nest)
    {
        if (nest.Buffers.Count + nest.Scalars.Count > Inputs)
        {
            return $"{nest.Buffers.Count + nest.Scalars.Count} buffers and variables from outside, and at most {Inputs} are compiled";
        }

        int operations = 0;
        var left = new Stack<(Expr Expression, int Depth)>();
        foreach ((Stmt statement, int depth) in StatementsOf(nest.Loop))
        {
            foreach (Expr expression in StmtFacts.Expressions(statement))
            {
                left.Push((expression, depth));
            }

            while (left.Count > 0)
            {
                (Expr expression, int level) = left.Pop();
                if (level > Depth)
                {
                    return $"operations more than {Depth} deep inside each other";
                }

                if (++operations > Operations)
                {
                    return $"more than {Operations} operations after inlining";
                }

                foreach (Expr operand in ExprFacts.Operands(expression))
                {
                    left.Push((operand, level + 1));
                }
            }
        }

        return null;
    }

    private static IEnumerable<(Stmt Statement, int Depth)> StatementsOf(Stmt root)
    {
        var left = new Stack<(Stmt, int)>();
        left.Push((root, 0));
        while (left.Count > 0)
        {
            (Stmt statement, int level) = left.Pop();
            yield return (statement, level);
            foreach (Stmt inner in StmtFacts.InnerBlocks(statement).SelectMany(block => block.Statements))
            {
                left.Push((inner, level + 1));
            }
        }
    }
}
