using System.Globalization;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.Codegen.Simd;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>Names and texts in the code of pieces.</summary>
internal static class PieceNames
{
    /// <summary>Iterations of a block of accumulators.</summary>
    public const string BlockSize = "BlockTree.BlockSize";

    public static string BeforeOf(Local local) => $"Before{local.Id.ToString(CultureInfo.InvariantCulture)}";

    public static string ResultsOf(Local local) => $"results_{local.Id}";

    public static string AheadOf(Local local) => $"ahead_{local.Id}";

    public static string CopiesOf(Buffer buffer) => $"copies_{buffer.Id}";

    public static string Operator(Local local, ReductionOp op) => CSharpNames.OperatorType(op, local.Type);

    public static string Identity(ReductionOp op, ScalarType type) => VectorScope.Strip(ScalarLiteral.Print(ReductionSteps.Identity(op, type)));
}
