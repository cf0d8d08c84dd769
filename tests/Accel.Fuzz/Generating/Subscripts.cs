namespace Accel.Fuzz.Generating;

/// <summary>Elements of buffers, by subscripts that stay inside (mostly), in every form that a nest can have.</summary>
internal sealed class Subscripts(KernelScope scope)
{
    private Dice Dice => scope.Dice;

    /// <summary>An element of the type for reading, or <see langword="null"/> where no buffer has it.</summary>
    public string? Read(NumericType type) => Of([.. scope.Buffers.Where(buffer => buffer.Type == type && !(scope.IsOperand && buffer.IsWritable))]);

    /// <summary>An element for writing, and its type.</summary>
    public (string Text, NumericType Type)? Write()
    {
        KernelBuffer[] writable = [.. scope.Buffers.Where(buffer => buffer.IsWritable)];
        if (writable.Length == 0 || scope.Loops.Count == 0)
        {
            return null;
        }

        KernelBuffer target = Dice.Pick(writable);
        return (Element(target), target.Type);
    }

    public string Element(KernelBuffer buffer)
    {
        if (scope.IsIndependent && buffer.IsWritable)
        {
            return Own(buffer);
        }

        if (buffer.IsMatrix)
        {
            return $"{buffer.Name}[{Subscript(buffer, 0)}, {Subscript(buffer, 1)}]";
        }

        string subscript = Subscript(buffer, null);

        // The indexer of a span takes an int.
        bool isLong = !buffer.Kind.StartsWith('[') && scope.Loops.Any(loop => loop.Type == NumericType.Long && Names(subscript).Contains(loop.Name));
        return $"{buffer.Name}[{(isLong ? $"(int)({subscript})" : subscript)}]";
    }

    private static string[] Names(string subscript) => subscript.Split(' ', '(', ')', '[', ']');

    /// <summary>The one element that belongs to the iteration.</summary>
    private string Own(KernelBuffer buffer)
    {
        LoopVariable variable = scope.Loops[0];
        Require(buffer, buffer.IsMatrix ? 0 : null, $"{variable.Greatest}+1");
        if (buffer.IsMatrix)
        {
            Require(buffer, 1, "2");
        }

        return buffer.IsMatrix ? $"{buffer.Name}[{variable.Name}, 1]" : $"{buffer.Name}[{variable.Name}]";
    }

    private string? Of(KernelBuffer[] candidates) => candidates.Length == 0 || scope.Loops.Count == 0 ? null : Element(Dice.Pick(candidates));

    private string Subscript(KernelBuffer buffer, int? dimension)
    {
        // Data from memory as a subscript: a gather or a scatter.
        if (dimension is null && Dice.OneIn(25) && Indices() is { } index)
        {
            int beyond = Dice.OneIn(3) ? Dice.Below(5) : 0;
            Require(buffer, dimension, $"n+{beyond}");
            return beyond == 0 ? index : $"{index} + {beyond}";
        }

        LoopVariable variable = Variable(buffer, dimension);
        int form = Dice.Weighted(60, 14, 6, variable.IsCounter ? 0 : 6, scope.Loops.Count > 1 && dimension is null ? 30 : 0, 3, 7, 3, 5, 4);
        switch (form)
        {
            case 1:
                // Behind: never below the first element.
                int behind = Dice.Between(0, Math.Min(variable.Least, Distance()));
                Require(buffer, dimension, $"{variable.Greatest}+1");
                return behind == 0 ? variable.Name : $"{variable.Name} - {behind}";
            case 2:
                int stride = Dice.Between(2, 4);
                int offset = Dice.Below(stride + 1);
                Require(buffer, dimension, $"{stride}*({variable.Greatest})+{offset}+1");
                return offset == 0 ? $"{variable.Name} * {stride}" : $"{stride} * {variable.Name} + {offset}";
            case 3:
                // Backwards: a negative coefficient.
                string top = scope.Variables.Any(known => known.Name == "n") ? "n" : "200";
                Require(buffer, dimension, $"{top}+1");
                return $"{top} - {variable.Name}";
            case 4:
                return Flattened(buffer);
            case 5:
                int constant = Dice.Below(4);
                Require(buffer, dimension, $"{constant}+1");
                return $"{constant}";
            case 6 when scope.Variables.Any(known => known.Name == "k"):
                Require(buffer, dimension, $"{variable.Greatest}+k+1");
                return Dice.OneIn(2) ? $"{variable.Name} + k" : $"k + {variable.Name}";
            case 7 when scope.Variables.Any(known => known.Name == "n"):
                // Another half of the buffer, as far as the loop does not go beyond n.
                Require(buffer, dimension, $"{variable.Greatest}+n+1");
                return $"{variable.Name} + n";
            case 8 when scope.Variables.Any(known => known.Name == "n"):
                // Round: a remainder by what is the bound of many loops.
                Require(buffer, dimension, "n+1");
                return Dice.Below(3) switch
                {
                    0 => $"({variable.Name} + {Dice.Below(4)}) % n",
                    1 => $"({variable.Name} + n - {Dice.Between(1, 3)}) % n",
                    _ => $"{variable.Name} + 1 < n ? {variable.Name} + 1 : 0",
                };
            case 9:
                Require(buffer, dimension, $"{variable.Greatest}+1");
                return $"{variable.Name} {(Dice.OneIn(2) ? ">" : "!=")} {variable.Least} ? {variable.Name} - 1 : {Dice.Below(3)}";
            default:
                int ahead = Dice.OneIn(3) ? Distance() : 0;
                Require(buffer, dimension, $"{variable.Greatest}+{ahead}+1");
                return ahead == 0 ? variable.Name : $"{variable.Name} + {ahead}";
        }
    }

    /// <summary>Rows of a flattened matrix: <c>i * w + j</c>.</summary>
    private string Flattened(KernelBuffer buffer)
    {
        LoopVariable outer = Dice.Pick(Reaching(buffer));
        LoopVariable inner = Dice.Pick(Reaching(buffer));
        int ahead = Dice.OneIn(4) ? Dice.Below(3) : 0;
        bool hasWidth = scope.Variables.Any(variable => variable.Name == "w");
        string width = hasWidth ? "w" : $"{Dice.Between(2, 40)}";
        Require(buffer, null, $"({outer.Greatest})*{width}+{inner.Greatest}+{ahead}+1");
        string sum = Dice.OneIn(4) ? $"{inner.Name} + {width} * {outer.Name}" : $"{outer.Name} * {width} + {inner.Name}";
        return ahead == 0 ? sum : $"{sum} + {ahead}";
    }

    private LoopVariable Variable(KernelBuffer buffer, int? dimension)
    {
        List<LoopVariable> loops = Reaching(buffer);
        if (dimension is { } index && loops.Count > 1 && !Dice.OneIn(4))
        {
            return loops[Math.Max(0, loops.Count - 2 + index)];
        }

        return Dice.OneIn(4) ? Dice.Pick(loops) : loops[^1];
    }

    /// <summary>The variables for subscripts of the buffer: one that cannot be made longer would be left by counters.</summary>
    private List<LoopVariable> Reaching(KernelBuffer buffer) => CanGrow(buffer) ? scope.Loops : scope.Loops.FindAll(variable => !variable.IsCounter);

    private int Distance() => Dice.Pick<int>([1, 1, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64]);

    private string? Indices()
    {
        KernelBuffer[] indices = [.. scope.Buffers.Where(buffer => buffer.Name.StartsWith("idx", StringComparison.Ordinal))];
        if (indices.Length == 0)
        {
            return null;
        }

        KernelBuffer picked = Dice.Pick(indices);
        Require(picked, null, $"{scope.Loops[^1].Greatest}+1");
        return $"{picked.Name}[{scope.Loops[^1].Name}]";
    }

    private void Require(KernelBuffer buffer, int? dimension, string length)
    {
        if (CanGrow(buffer))
        {
            scope.Hint($"{buffer.Name}{(dimension is { } index ? $"_{index}" : "")} = {length}");
        }
    }

    // A length that a loop bound names stays what it is; a subscript beyond it throws, which is a test of its own.
    private static bool CanGrow(KernelBuffer buffer) => buffer.FixedLength is null && buffer.IsParameter;
}
