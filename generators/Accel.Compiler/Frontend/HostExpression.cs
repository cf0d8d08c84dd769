using System.Globalization;
using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <summary>
/// C# that the code around a nest can evaluate in front of it, once, because nothing that a nest does changes its value: a variable, and what is reached from one
/// by fields, automatic properties, elements that are references, and slices.
/// </summary>
/// <param name="Text">The expression; it may throw where the conditions do not hold.</param>
/// <param name="Conditions">C# of what must hold for it not to throw, each one evaluable where those before it hold.</param>
/// <param name="IsReference">Whether it may be null.</param>
internal sealed record HostExpression(string Text, EquatableArray<string> Conditions, bool IsReference)
{
    /// <summary>C# of fields that it is made of which could be assigned by another name: that of a span or a reference to them.</summary>
    public EquatableArray<string> Fields { get; init; } = EquatableArray<string>.Empty;

    public static HostExpression Variable(string name, bool isReference) => new(name, EquatableArray<string>.Empty, isReference);

    /// <summary>A number that is written in the source, not below 0.</summary>
    public static HostExpression Number(int value) => Variable(value.ToString(CultureInfo.InvariantCulture), isReference: false);

    /// <summary>The conditions under which its members can be named.</summary>
    public EquatableArray<string> WhereThere => IsReference ? With($"{Text} is not null") : Conditions;

    /// <summary>The expression, or the default of its type where it would throw.</summary>
    public string Safe => Conditions.Count == 0 ? Text : $"({string.Join(" && ", Conditions)} ? {Text} : default)";

    public HostExpression Member(string name, bool isReference) => new($"{Text}.{name}", WhereThere, isReference) { Fields = Fields };

    /// <summary>What a function makes of it that does not throw.</summary>
    public HostExpression Applied(string function, bool isReference) => Applied(function, Text, isReference);

    /// <param name="function">The function.</param>
    /// <param name="argument">C# of this expression as its argument.</param>
    /// <param name="isReference">Whether the result may be null.</param>
    public HostExpression Applied(string function, string argument, bool isReference) => new($"{function}({argument})", WhereThere, isReference) { Fields = Fields };

    public HostExpression Element(HostExpression index, string length, bool isReference) =>
        new($"{Text}[{index.Text}]", WhereThere.Concat(index.Conditions).Append($"unchecked((uint)({index.Text}) < (uint){Text}.{length})").Distinct().ToEquatableArray(), isReference)
        {
            Fields = Fields.Concat(index.Fields).ToEquatableArray(),
        };

    /// <summary>A part of a span, from an element to another one, which is not part of it.</summary>
    public HostExpression Slice(HostExpression start, HostExpression end) => new(
        $"{Text}.Slice({start.Text}, {Difference(end, start).Text})",
        Conditions.Concat(start.Conditions).Concat(end.Conditions).Append($"unchecked((uint)({start.Text}) <= (uint)({end.Text}) && (uint)({end.Text}) <= (uint){Text}.Length)").Distinct().ToEquatableArray(),
        IsReference: false)
    {
        Fields = Fields.Concat(start.Fields).Concat(end.Fields).ToEquatableArray(),
    };

    /// <summary>So many elements of a span.</summary>
    public HostExpression Slice(HostExpression start, HostExpression? count, HostExpression length) => new(
        count is null ? $"{Text}.Slice({start.Text})" : $"{Text}.Slice({start.Text}, {count.Text})",
        Conditions.Concat(start.Conditions).Concat(count?.Conditions ?? EquatableArray<string>.Empty).Append(count is null
            ? $"unchecked((uint)({start.Text}) <= (uint){length.Text})"
            : $"unchecked((uint)({start.Text}) <= (uint){length.Text} && (uint)({count.Text}) <= (uint)({length.Text} - ({start.Text})))").Distinct().ToEquatableArray(),
        IsReference: false)
    {
        Fields = Fields.Concat(start.Fields).Concat(count?.Fields ?? EquatableArray<string>.Empty).ToEquatableArray(),
    };

    public static HostExpression Difference(HostExpression left, HostExpression right) => right.Text == "0" ? left : Arithmetic(left, "-", right);

    /// <summary>Wraps, as in unchecked code.</summary>
    public static HostExpression Arithmetic(HostExpression left, string op, HostExpression right) =>
        new($"unchecked({left.Text} {op} {right.Text})", left.Conditions.Concat(right.Conditions).Distinct().ToEquatableArray(), IsReference: false)
        {
            Fields = left.Fields.Concat(right.Fields).ToEquatableArray(),
        };

    /// <summary>A quotient or remainder. By 0 it throws, and by -1 it may.</summary>
    public static HostExpression Quotient(HostExpression dividend, string op, HostExpression divisor)
    {
        HostExpression whole = Arithmetic(dividend, op, divisor);
        return whole with { Conditions = whole.Conditions.Append($"{divisor.Text} is not (0 or -1)").Distinct().ToEquatableArray() };
    }

    private EquatableArray<string> With(string condition) => Conditions.Contains(condition) ? Conditions : Conditions.Append(condition).ToEquatableArray();
}
