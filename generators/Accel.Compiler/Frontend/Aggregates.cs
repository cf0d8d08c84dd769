using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <summary>What a name, or a part of what it names, stands for where that is a value of several numbers (<see cref="AggregateShape"/>), or one in memory.</summary>
/// <param name="Count">How many numbers.</param>
internal abstract record Aggregate(int Count)
{
    /// <summary>Some of the numbers, one behind the other.</summary>
    public abstract Aggregate Part(int first, int count);
}

/// <summary>A variable: a local for each number.</summary>
internal sealed record AggregateVariable(EquatableArray<Local> Locals) : Aggregate(Locals.Count)
{
    public override Aggregate Part(int first, int count) => new AggregateVariable(Locals.Skip(first).Take(count).ToEquatableArray());
}

/// <summary>A value that has no place of its own.</summary>
internal sealed record AggregateValue(EquatableArray<Expr> Leaves) : Aggregate(Leaves.Count)
{
    public override Aggregate Part(int first, int count) => new AggregateValue(Leaves.Skip(first).Take(count).ToEquatableArray());
}

/// <summary>An element of a buffer, or some of its numbers.</summary>
/// <param name="Buffer">The buffer, of numbers.</param>
/// <param name="Subscripts">The subscripts as written, which count elements.</param>
/// <param name="First">The first of its numbers.</param>
/// <param name="Count">How many.</param>
internal sealed record ElementReference(Buffer Buffer, EquatableArray<Expr> Subscripts, int First, int Count) : Aggregate(Count)
{
    public override Aggregate Part(int first, int count) => new ElementReference(Buffer, Subscripts, First + first, count);
}
