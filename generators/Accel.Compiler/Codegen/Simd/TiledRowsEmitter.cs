using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Writes the iterations <c>begin</c> to <c>end</c> of an outermost loop tile by tile, several of them side by side.</summary>
/// <remarks>
/// A loop without iterations has one tile, an empty one: what belongs to the first and to the last tile runs all the same.
/// </remarks>
internal sealed class TiledRowsEmitter(SourceWriter writer, HostExpressions expressions, ScalarStatements statements, ForLoop root, Tiling tiling, Jam rows)
{
    public void Emit()
    {
        int wide = Tiling.BytesOfRow / tiling.Inner.Body.Statements.OfType<Store>().Max(store => store.Buffer.ElementType.Size());
        EmitTiles(tiling.Inner, "inner", wide, tiling.InnerBegin, tiling.InnerEnd, () =>
            EmitTiles(tiling.Outer, "outer", Tiling.Rows, tiling.OuterBegin, tiling.OuterEnd, EmitRows));
    }

    private void EmitTiles(ForLoop loop, string name, int size, Local begin, Local end, Action body)
    {
        string type = loop.Variable.Type.Keyword();

        // A variable of int may be compared with a long, and end at its own greatest value.
        writer.Line($"{type} {name}First = {expressions.Print(loop.Start)};");
        writer.Line($"long {name}Last = {(loop.Relation == LoopRelation.LessOrEqual ? $"(long){expressions.Operand(loop.Bound)} + 1" : expressions.Print(loop.Bound))};");
        writer.Line($"{type} {CSharpNames.Of(begin)} = {name}First;");
        writer.Line("do");
        using (writer.Block(""))
        {
            writer.Line($"{type} {CSharpNames.Of(end)} = ({type})Math.Min((long){CSharpNames.Of(begin)} + {ScalarLiteral.Signed(size, "")}, {name}Last);");
            body();
            writer.Line($"{CSharpNames.Of(begin)} = {CSharpNames.Of(end)};");
        }

        writer.Line($"while ({CSharpNames.Of(begin)} < {name}Last);");
    }

    private void EmitRows()
    {
        writer.Line($"bool isFirst = {CSharpNames.Of(tiling.InnerBegin)} == innerFirst && {CSharpNames.Of(tiling.OuterBegin)} == outerFirst;");
        writer.Line($"bool isLast = {CSharpNames.Of(tiling.InnerEnd)} >= innerLast && {CSharpNames.Of(tiling.OuterEnd)} >= outerLast;");
        writer.Line("nint t = begin;");
        using (writer.Block($"for (; t <= end - {Jam.Factor}; t += {Jam.Factor})"))
        {
            EmitTile(rows.Body);
        }

        using (writer.Block("for (; t < end; t++)"))
        {
            EmitTile(tiling.Body);
        }
    }

    private void EmitTile(Block block)
    {
        RootLoop.EmitVariable(writer, expressions, root);
        List<Stmt> all = block.Statements.ToList();
        int index = all.FindIndex(statement => statement is ForLoop loop && loop.Id == tiling.Outer.Id);
        EmitIf("isFirst", all.Take(index));
        statements.Emit(new TileEnds(tiling).RewriteLoop((ForLoop)all[index]));
        EmitIf("isLast", all.Skip(index + 1));
    }

    private void EmitIf(string condition, IEnumerable<Stmt> part)
    {
        Block block = new(part.ToEquatableArray());
        if (block.Statements.Count > 0)
        {
            using (writer.Block($"if ({condition})"))
            {
                statements.Emit(block);
            }
        }
    }

    /// <summary>Gives the two loops, wherever they stand, the ends of the tile.</summary>
    private sealed class TileEnds(Tiling tiling) : IrRewriter
    {
        public override ForLoop RewriteLoop(ForLoop loop)
        {
            ForLoop rewritten = base.RewriteLoop(loop);
            if (rewritten.Schedule.Jam is { } jam)
            {
                rewritten = rewritten with { Schedule = rewritten.Schedule with { Jam = jam with { Body = Rewrite(jam.Body) } } };
            }

            return loop.Id == tiling.Outer.Id ? Within(rewritten, tiling.OuterBegin, tiling.OuterEnd)
                : loop.Id == tiling.Inner.Id ? Within(rewritten, tiling.InnerBegin, tiling.InnerEnd)
                : rewritten;
        }

        private static ForLoop Within(ForLoop loop, Local begin, Local end) => loop with { Start = new Read(begin), Relation = LoopRelation.Less, Bound = new Read(end) };
    }
}
