using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes the checks that no two buffers share memory in a way that the nest could see. Whole buffers are compared first, which settles
/// nearly every call; only then the ranges that the nest touches.
/// </summary>
internal sealed class OverlapGuards(LoweredNest nest, LoopRanges ranges)
{
    /// <summary>The C# variable that says that buffers share memory in such a way that iterations must keep their order.</summary>
    public const string IsOrdered = "isOrdered";

    public static bool MayBeOrdered(LoweredNest nest) => nest.AliasRules.Any(rule => rule.Shift is not null);

    public void Emit(SourceWriter writer, Func<string, string> onFailure)
    {
        if (MayBeOrdered(nest))
        {
            writer.Line($"bool {IsOrdered} = false;");
        }

        foreach (AliasRule rule in nest.AliasRules)
        {
            string pair = $"{Span(rule.Written)}, {Span(rule.Other)}";
            string condition = $"Guards.MayOverlap<{Types(rule)}>({pair})";
            if (rule.MayStartAlike)
            {
                condition += $" && !{StartAlike(rule)}";
            }

            condition += $" && !Guards.AreDisjoint<{Types(rule)}>({Touched(rule.Written)}, {Touched(rule.Other)}){Columns(rule)}";
            using (writer.Block($"if ({condition})"))
            {
                string failure = $"return {onFailure($"'{rule.Written.UserName}' and '{rule.Other.UserName}' overlap")};";
                if (rule.Shift is not { } shift)
                {
                    writer.Line(failure);
                }
                else
                {
                    string range = string.Join(", ", new[] { shift.Least, shift.FarBelow, shift.Most, shift.FarAbove }.Select(Bound));
                    using (writer.Block($"if (!Guards.AreInOrder<{Types(rule)}>({pair}, {range}))"))
                    {
                        writer.Line(failure);
                    }

                    writer.Line();
                    writer.Line($"{IsOrdered} = true;");
                }
            }

            writer.Line();
        }
    }

    private static string Bound(long value) =>
        value == long.MinValue ? "long.MinValue" : value == long.MaxValue ? "long.MaxValue" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A by-reference parameter that the nest writes must be neither an element of a buffer nor another such parameter.</summary>
    public void EmitReferences(SourceWriter writer, Func<string, string> onFailure)
    {
        List<ScalarInput> references = nest.Nest.Scalars.Where(scalar => scalar is { IsWritten: true, IsByReference: true }).ToList();
        for (int i = 0; i < references.Count; i++)
        {
            string name = CSharpNames.Of(references[i].Local);
            var conditions = nest.Nest.Buffers.Select(buffer => $"Guards.IsInside(ref {name}, {Span(buffer)})")
                .Concat(references.Skip(i + 1).Where(other => other.Local.Type == references[i].Local.Type)
                    .Select(other => $"Unsafe.AreSame(ref {name}, ref {CSharpNames.Of(other.Local)})"))
                .ToList();
            if (conditions.Count > 0)
            {
                using (writer.Block($"if ({string.Join(" || ", conditions)})"))
                {
                    writer.Line($"return {onFailure($"'{references[i].Local.Name}' is also an element or another parameter")};");
                }

                writer.Line();
            }
        }
    }

    /// <summary>Arrays of several dimensions that start alike are one array, rows and columns included; of tensors, rows must be as far from each other, too.</summary>
    private static string StartAlike(AliasRule rule)
    {
        string startAlike = $"Guards.StartAlike<{Types(rule)}>({Span(rule.Written)}, {Span(rule.Other)})";
        return rule is { Written.Tensor: { } one, Other.Tensor: { } other }
            ? $"({string.Join(" && ", one.Strides.Zip(other.Strides, (left, right) => $"{CSharpNames.Of(left)} == {CSharpNames.Of(right)}").Prepend(startAlike))})"
            : startAlike;
    }

    /// <summary>Tensors may be parts of one, beside each other in all rows.</summary>
    private static string Columns(AliasRule rule)
    {
        if (rule is not { Written: { Tensor: { } one, ElementType: var type }, Other: { Tensor: { } other } } || rule.Other.ElementType != type)
        {
            return "";
        }

        string strides = string.Join(", ", one.Strides.Concat(other.Strides).Select(stride => CSharpNames.Of(stride)));
        return $" && !global::Accel.Runtime.Tensors.AreInOtherColumns({Span(rule.Written)}, {CSharpNames.Of(one.Lengths.Last())}, {Span(rule.Other)}, {CSharpNames.Of(other.Lengths.Last())}, [{strides}])";
    }

    private static string Types(AliasRule rule) => $"{rule.Written.ElementType.Keyword()}, {rule.Other.ElementType.Keyword()}";

    /// <summary>C# of all elements of a buffer as a span.</summary>
    public static string Span(Buffer buffer) => buffer.Kind switch
    {
        BufferKind.Array2D or BufferKind.Array3D => $"Guards.Elements({buffer.Name})",
        BufferKind.Elements => $"{buffer.Name}.Span",
        _ => buffer.Name,
    };

    /// <summary>The buffer and the least and greatest element that the nest touches of it.</summary>
    private string Touched(Buffer buffer)
    {
        List<Access> accesses = Accesses.Of(nest.Nest.Loop).Where(access => access.Buffer == buffer).ToList();
        if (buffer.Rank > 1 || accesses.Any(access => access.IsGather || access.IsAsked))
        {
            return $"{Span(buffer)}, 0, {buffer.Name}.Length - 1L";
        }

        var shapes = accesses.GroupBy(access => (Form: access.Subscripts[0].Minus(AffineForm.OfConstant(access.Subscripts[0].Constant)), Loops: string.Join(",", access.Loops.Select(loop => loop.Id))));
        var low = new List<string>();
        var high = new List<string>();
        foreach (var shape in shapes)
        {
            List<ForLoop> around = shape.First().Loops.ToList();
            low.Add(ranges.Extreme(shape.OrderBy(access => access.Subscripts[0].Constant).First().Subscripts[0], around, isMaximum: false));
            high.Add(ranges.Extreme(shape.OrderByDescending(access => access.Subscripts[0].Constant).First().Subscripts[0], around, isMaximum: true));
        }

        return $"{Span(buffer)}, {Fold("Min", low)}, {Fold("Max", high)}";
    }

    private static string Fold(string function, List<string> values) =>
        values.Distinct().Aggregate((left, right) => $"Math.{function}({left}, {right})");
}
