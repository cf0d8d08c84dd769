using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>Simple facts about expressions, and the walk over them that the analyses share.</summary>
internal static class ExprFacts
{
    /// <summary>The direct operands.</summary>
    public static IEnumerable<Expr> Operands(Expr expr) => expr switch
    {
        Load load => load.Subscripts,
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Compare compare => [compare.Left, compare.Right],
        IR.Convert convert => [convert.Operand],
        Reinterpret bits => [bits.Operand],
        Select select => [select.Condition, select.WhenTrue, select.WhenFalse],
        Within within => [within.Value],
        Call call => call.Arguments,
        _ => [],
    };

    /// <summary>The expression and everything below it, parents first.</summary>
    public static IEnumerable<Expr> SelfAndDescendants(Expr expr)
    {
        var stack = new Stack<Expr>();
        stack.Push(expr);
        while (stack.Count > 0)
        {
            Expr current = stack.Pop();
            yield return current;
            foreach (Expr operand in Operands(current).Reverse())
            {
                stack.Push(operand);
            }
        }
    }

    public static bool Reads(Expr expr, Local local) => SelfAndDescendants(expr).Any(node => node is Read read && read.Local == local);

    public static IEnumerable<Local> LocalsRead(Expr expr) => SelfAndDescendants(expr).OfType<Read>().Select(read => read.Local);

    public static bool ReadsMemory(Expr expr) => SelfAndDescendants(expr).Any(node => node is Load);

    /// <summary>Whether a subscript is computed from what is no loop variable or fixed value, so that nothing is known of which elements are touched but the ends.</summary>
    public static bool IsIndexed(Expr subscript) => SelfAndDescendants(subscript).Any(node => node is Load or Within);

    /// <summary>Whether every part is integer arithmetic, so that the value can be computed once in front of a nest.</summary>
    public static bool IsIntegerArithmetic(Expr expr) =>
        SelfAndDescendants(expr).All(node => node.Type.IsInteger() && node is Constant or Read or Length or Unary or Binary or IR.Convert or Call { Function: Intrinsic.Min or Intrinsic.Max });
}
