using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>
/// Fields of one and two bytes in structs with fields of other types. Elements so far apart and so narrow are slow to bring into lanes one by one; the words that they lie in are not, and those in one word
/// are loaded together. Words are only read: where the nest writes such fields, all stay as they are.
/// </content>
internal sealed partial class NestReader
{
    private const int Word = 4;

    private ForLoop WithWordsForNarrowFields(ForLoop root)
    {
        List<Stmt> statements = [root, .. StmtFacts.Descendants(root.Body)];
        List<Load> loads = [.. statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()];
        HashSet<string> written = [.. statements.OfType<Store>().Where(store => store.Buffer.ElementType.Size() < Word).Select(store => store.Buffer.Memory?.Struct).OfType<string>()];

        // What leads to other elements is known by the range of its type.
        HashSet<string> asked = [.. loads.SelectMany(load => load.Subscripts).Concat(statements.OfType<Store>().SelectMany(store => store.Subscripts)).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()
            .Select(load => load.Buffer.Memory?.Name).OfType<string>()];
        HashSet<ElementMemory> memories = [.. loads.Where(IsNarrow).GroupBy(load => _elements[load.Buffer])
            .Where(group => group.Key.Shape.Layout!.Size % Word == 0 && group.All(load => ElementOf(load) is not null) && !asked.Contains(group.Key.Name) && !written.Contains(group.First().Buffer.Memory!.Struct))
            .Select(group => group.Key)];
        return memories.Count == 0 ? root : new ExpressionReplacer(expression => ExprRewriter.Rewrite(expression, InWord)).RewriteLoop(root);

        Expr? InWord(Expr node) => node switch
        {
            IR.Convert { Operand: Load load } wider when wider.Type.Size() >= Word && IsInWord(load) => ConvertTo(wider.Type, FromWord(load)),
            Load { Type: ScalarType.Bool } load when IsInWord(load) => new Compare(CompareOp.NotEqual, FromWord(load), Constant.Int(0)),
            Load load when IsInWord(load) => ConvertTo(load.Type, FromWord(load)),
            _ => null,
        };

        bool IsInWord(Load load) => IsNarrow(load) && memories.Contains(_elements[load.Buffer]);
    }

    private static bool IsNarrow(Load load) => load.Type.Size() < Word && load.Buffer.Memory is not null;

    /// <summary>The number as an int, out of the word that it lies in.</summary>
    private Expr FromWord(Load load)
    {
        int size = load.Type.Size();
        int place = (int)PlaceOf(load) * size;
        Buffer words = ViewOf(_elements[load.Buffer], ScalarType.Int32);
        Expr word = new Load(words, EquatableArray.Of(SubscriptOf(words, ElementOf(load)!, place / Word))) { Site = load.Site };
        int bits = 8 * size;
        int shift = 8 * (place % Word);
        if (load.Type is ScalarType.SByte or ScalarType.Int16)
        {
            return Shift(BinaryOp.ShiftRight, Shift(BinaryOp.ShiftLeft, word, 32 - bits - shift), 32 - bits);
        }

        return shift + bits == 32 ? Shift(BinaryOp.ShiftRightLogical, word, shift) : new Binary(BinaryOp.And, Shift(BinaryOp.ShiftRightLogical, word, shift), Constant.Int((1 << bits) - 1));

        static Expr Shift(BinaryOp op, Expr value, int count) => count == 0 ? value : new Binary(op, value, Constant.Int(count));
    }
}
