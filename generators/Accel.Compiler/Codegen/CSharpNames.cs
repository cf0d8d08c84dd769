using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen;

/// <summary>The names that generated code gives to the things of a nest.</summary>
internal static class CSharpNames
{
    /// <summary>
    /// What emitted method bodies name without qualification: the using directives that the generated file needs, inside its
    /// namespace declaration (there they win over types of the user's global namespace).
    /// </summary>
    public static readonly string[] Usings =
    [
        "global::System",
        "global::System.Runtime.CompilerServices",
        "global::System.Runtime.InteropServices",
        "global::System.Runtime.Intrinsics",
        "global::Accel",
        "global::Accel.Runtime",
    ];

    /// <summary>
    /// The attribute of the methods with the loops: optimized from the first call, because tiered compilation would run the first
    /// hundreds of milliseconds in code that is many times slower. See docs/codegen-notes.md.
    /// </summary>
    public const string HotMethod = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    /// <summary>The frame's field, and in <c>TryRun</c> the variable, that says whether iterations of the outermost loop are independent.</summary>
    public const string IsIndependent = "isIndependent";

    /// <summary>The frame's field, and the parameter of <c>TryRun</c>, with the token that the nest looks at.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>The frame's field, and the parameter of <c>TryRun</c>, with who is told of the nest's progress.</summary>
    public const string Progress = "progress";

    public const string ProgressType = "global::System.IProgress<double>?";

    public const string TokenType = "global::System.Threading.CancellationToken";

    /// <summary>The variable of <c>TryRun</c> with the time at which a timed run began.</summary>
    public const string Started = "started";

    private static readonly HashSet<string> s_reserved =
    [
        "f", "t", "begin", "end", "trip", "block", "lane", "count", "head", "part", "bound", "done", "left", "piece", "Run", "RunPieces", "Frame", IsIndependent, Cancellation, Progress, "reported", "Report", "innerFirst", "innerLast", "outerFirst", "outerLast", "isFirst", "isLast", "busyLanes", "allLanes",
        "Math", "MathF", "Unsafe", "MemoryMarshal", "BitConverter", "Vector128", "Vector256", "Vector512",
        "Lanes", "Lanes64", "BlockTree", "SimdWidth", "VectorMath",
    ];

    private static readonly string[] s_suffixes = ["_length", "_rows", "_columns", "_isScalar", "_scalar", "_step"];

    /// <summary>A local, also as a field of the frame and a parameter: <c>v3_sum</c>. The number keeps names apart.</summary>
    public static string Of(Local local) => $"v{local.Id}_{local.Name.TrimStart('@')}";

    /// <summary>A buffer's field of the frame, and the local copy of it: its name, unless generated code has another use for that.</summary>
    public static string Of(Buffer buffer) => IsTaken(buffer.Name) ? buffer.Name + "_" : buffer.Name;

    /// <summary>The frame's field with the length of a buffer's dimension, an <c>int</c>.</summary>
    public static string LengthOf(Buffer buffer, int dimension) =>
        buffer.Tensor is { } tensor ? Of(tensor.Lengths[dimension]) : Of(buffer) + (buffer.Rank == 1 ? "_length" : (buffer.Rank - dimension) switch
        {
            1 => "_columns",
            2 => "_rows",
            _ => "_planes",
        });

    /// <summary>The frame's field that says that an element kernel's argument is one scalar.</summary>
    public static string IsScalarOf(Buffer buffer) => Of(buffer) + "_isScalar";

    /// <summary>The frame's field with the scalar that stands for every element.</summary>
    public static string ScalarOf(Buffer buffer) => Of(buffer) + "_scalar";

    /// <summary>The frame's field with one value per block of a reduction that the outermost loop carries.</summary>
    public static string PartialsOf(Local local) => $"partials_{local.Id}";

    /// <summary>The type argument that stands for an operator in calls of the run time: <c>Sum&lt;float&gt;</c>.</summary>
    public static string OperatorType(ReductionOp op, ScalarType type) => type == ScalarType.Bool
        ? $"Boolean{op}"
        : op switch
        {
            ReductionOp.Min => $"Minimum<{type.Keyword()}>",
            ReductionOp.Max => $"Maximum<{type.Keyword()}>",
            ReductionOp.And or ReductionOp.Or or ReductionOp.Xor => $"Bitwise{op}<{type.Keyword()}>",
            _ => $"{op}<{type.Keyword()}>",
        };

    // Also what the emitters number: constants c0, c1, …, temporaries e0, e1, …, and trip1 of loop 1.
    private static bool IsTaken(string name) =>
        s_reserved.Contains(name)
        || s_reserved.Contains(name.TrimEnd("0123456789".ToCharArray()))
        || s_suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))
        || (name.Length > 1 && name[0] is 'c' or 'e' or 'v' && name[1] is >= '0' and <= '9')
        || name.StartsWith("partials_", StringComparison.Ordinal);
}
