using System.Globalization;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Processes;

/// <summary>Prints what was reached, and what exists in the compiler and was not.</summary>
internal static class CoverageReport
{
    public static void Write(Coverage coverage, TextWriter output)
    {
        foreach (IGrouping<string, KeyValuePair<string, long>> group in coverage.Counts.GroupBy(pair => pair.Key[..pair.Key.IndexOf(':', StringComparison.Ordinal)]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key} ({group.Count()} kinds)");
            foreach ((string name, long times) in group.OrderByDescending(pair => pair.Value))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times,12}  {name[(group.Key.Length + 2)..]}"));
            }
        }

        string[] missing = [.. Expected().Where(name => !coverage.Counts.ContainsKey(name))];
        output.WriteLine(missing.Length == 0 ? "everything that the compiler has was reached" : $"not reached: {string.Join("; ", missing)}");
    }

    /// <summary>Everything that the compiler could do, by the names under which it is counted.</summary>
    private static IEnumerable<string> Expected()
    {
        foreach (string pass in (string[])[nameof(AssumeUnitStrides), nameof(DropClamps), nameof(PromoteElements), nameof(RecognizeReductions), nameof(FuseElementSums), nameof(HoistExits), nameof(RerollLoops), nameof(NarrowIntegers), nameof(CarryValues), nameof(VectorizeLoops), nameof(ReorderStatements), nameof(ParallelizeLoops), nameof(ShareInPieces), nameof(ConvertIfs), nameof(CompensateSums), nameof(JamLoops), nameof(TileLoops), nameof(JamRows)])
        {
            yield return $"pass: {pass} changed a nest";
        }

        foreach (string carry in (string[])[nameof(PreviousValue), nameof(FirstExtreme), nameof(LastValue)])
        {
            foreach (ScalarType type in (ScalarType[])[ScalarType.Int32, ScalarType.Int64, ScalarType.Single, ScalarType.Double])
            {
                yield return $"carry: {carry} {type}";
            }
        }

        foreach (ReductionOp op in (ReductionOp[])[ReductionOp.Sum, ReductionOp.Product, ReductionOp.Min, ReductionOp.Max, ReductionOp.And, ReductionOp.Or, ReductionOp.Xor])
        {
            yield return $"carry: Scan {op} {ScalarType.Int32}";
        }

        foreach (string carry in (string[])[nameof(ResultOfPieces), nameof(SumOfIterations), nameof(ExtremeOfPieces), nameof(LastOfPieces), nameof(ValueBefore), nameof(RunningValue), nameof(PrivateCopies)])
        {
            yield return $"pieces: {carry}";
        }

        foreach (ScalarType type in (ScalarType[])[ScalarType.Byte, ScalarType.Int32, ScalarType.Int64, ScalarType.Single, ScalarType.Double])
        {
            yield return $"lanes in turns: {type}";
        }

        foreach (RejectionReason reason in Enum.GetValues<RejectionReason>())
        {
            yield return $"rejection: {reason}";
        }

        foreach (ScalarType type in Enum.GetValues<ScalarType>())
        {
            foreach (string operation in Operations(type))
            {
                yield return $"vector operation: {operation}";
            }

            foreach (ScalarType target in Enum.GetValues<ScalarType>())
            {
                if (type != target && type != ScalarType.Bool && target != ScalarType.Bool)
                {
                    yield return $"vector operation: Convert {type} to {target}";
                }
            }
        }
    }

    private static IEnumerable<string> Operations(ScalarType type)
    {
        yield return $"Load Span {type}";
        yield return $"Load Array {type}";
        yield return $"Load Array2D {type}";
        yield return $"Select {type}";
        yield return $"{CompareOp.Equal} {type}";

        // C# computes in int or wider.
        if (type.IsFloat() || (type.IsInteger() && type.Size() >= 4))
        {
            foreach (BinaryOp op in (BinaryOp[])[BinaryOp.Add, BinaryOp.Subtract, BinaryOp.Multiply, BinaryOp.Divide, BinaryOp.Remainder])
            {
                yield return $"{op} {type}";
            }

            yield return $"{CompareOp.Less} {type}";
            yield return $"{Intrinsic.Min} {type}";
            yield return $"{Intrinsic.Max} {type}";
        }

        if (type.IsFloat())
        {
            foreach (Intrinsic function in Enum.GetValues<Intrinsic>().Where(function => function != Intrinsic.MultiplyHigh))
            {
                yield return $"{function} {type}";
            }
        }
        else if (type.IsInteger() && type.Size() >= 4)
        {
            if (type.Size() == 8)
            {
                yield return $"{Intrinsic.MultiplyHigh} {type}";
            }

            foreach (BinaryOp op in (BinaryOp[])[BinaryOp.And, BinaryOp.Or, BinaryOp.Xor, BinaryOp.ShiftLeft, BinaryOp.ShiftRight, BinaryOp.ShiftRightLogical])
            {
                yield return $"{op} {type}";
            }
        }
    }
}
