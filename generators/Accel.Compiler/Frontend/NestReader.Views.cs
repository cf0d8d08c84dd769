using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <summary>A buffer, or a part of one that is another part in each iteration: <c>x.Slice(row * width, width)</c>.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Offset">Where the part begins; <see langword="null"/> for the whole buffer.</param>
/// <param name="Length">How long it is.</param>
internal sealed record BufferView(Buffer Buffer, Expr? Offset, Expr Length);

/// <content>
/// Slices made inside the nest. Their elements are those of the buffer, at a sum of subscripts; that each slice fits into its buffer, and each subscript into its slice, are limits of the nest, asked in front of it.
/// </content>
internal sealed partial class NestReader
{
    private readonly List<Limit> _limits = [];

    /// <summary>The variables of the loops around what is being read, outermost first.</summary>
    private readonly List<Local> _around = [];

    /// <summary>The buffer, or the part of one, that an expression names.</summary>
    private BufferView? ViewOf(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { Operand: { } operand } when ScalarTypeReader.IsSpan(operand.Type):
                return ViewOf(operand);
            case ILocalReferenceOperation or IParameterReferenceOperation when _symbols.TryGetValue(InductionScan.Variable(operation)!, out object? known) && known is BufferView view:
                return view;
        }

        if (BufferOf(operation) is { } buffer)
        {
            return new(buffer, null, buffer.Rank == 1 ? LengthOf(buffer) : Constant.Int(0));
        }

        return IsForChecking ? null : operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "Slice", IsStatic: false } method, Instance: { } span } call when ScalarTypeReader.IsSpan(method.ContainingType) && ViewOf(span) is { } whole
                => SliceOf(call, whole, [.. ReadArguments(call)]),
            IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" } } call when call.Arguments.Length > 1 && call.Arguments.All(argument => argument.Parameter!.Ordinal == 0 || argument.Value.Type?.SpecialType == SpecialType.System_Int32)
                && ViewOf(call.Arguments.Single(argument => argument.Parameter!.Ordinal == 0).Value) is { Buffer.Kind: BufferKind.Array } whole
                => SliceOf(call, whole, [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Skip(1).Select(argument => ReadExpression(argument.Value))]),
            IImplicitIndexerReferenceOperation { Instance: { } span, Argument: IRangeOperation range } when ScalarTypeReader.IsSpan(span.Type) && ViewOf(span) is { } whole
                => SliceByRange(range, whole),
            _ => null,
        };
    }

    private BufferView? SliceByRange(IRangeOperation range, BufferView whole)
    {
        Expr start = range.LeftOperand is null ? Constant.Int(0) : EndOf(range.LeftOperand, whole);
        Expr end = range.RightOperand is null ? whole.Length : EndOf(range.RightOperand, whole);
        return SliceOf(range, whole, [start, new Binary(BinaryOp.Subtract, end, start)]);
    }

    private Expr EndOf(IOperation index, BufferView whole) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => new Binary(BinaryOp.Subtract, whole.Length, ReadExpression(fromEnd.Operand)),
        IConversionOperation { Type.Name: "Index", Operand: { } operand } => ReadExpression(operand),
        _ => ReadExpression(index),
    };

    /// <summary>A part of a part, from a place on, so many elements or all.</summary>
    private BufferView? SliceOf(IOperation operation, BufferView whole, IReadOnlyList<Expr> arguments)
    {
        Expr start = Substitute(arguments[0]);
        Expr length = arguments.Count > 1 ? Substitute(arguments[1]) : new Binary(BinaryOp.Subtract, whole.Length, start);
        if (start.Type != ScalarType.Int32 || length.Type != ScalarType.Int32 || !IsSumOfLoopVariables(start) || !IsSumOfLoopVariables(length))
        {
            return null;
        }

        string otherwise = $"{Describe(operation)} does not fit";
        AddLimit(start, otherwise);
        AddLimit(length, otherwise);
        AddLimit(Difference(Difference(whole.Length, start), length), otherwise);
        return new(whole.Buffer, whole.Offset is null ? start : new Binary(BinaryOp.Add, whole.Offset, start), length);
    }

    /// <summary>Lets the nest run only where a value is at least 0 in each iteration of the loops around.</summary>
    private void AddLimit(Expr value, string otherwise)
    {
        // What is computed in 32 bits is asked to be what it seems.
        var limit = new Limit(ConvertTo(ScalarType.Int64, value), _around.ToEquatableArray(), otherwise);
        if (!_limits.Contains(limit))
        {
            _limits.Add(limit);
        }
    }

    /// <summary>The subscript of an element of a slice, which lies in the slice, as one of the buffer.</summary>
    private Expr OfBuffer(BufferView view, IOperation operation, Expr subscript)
    {
        if (view.Offset is null)
        {
            return subscript;
        }

        (Expr low, Expr high) = EndsOf(subscript, []);
        if (subscript.Type != ScalarType.Int32 || !IsInformative((low, high)))
        {
            throw Reject(operation, RejectionReason.Subscript,
                "The ends of this subscript of a slice are not known, so that it cannot be checked in front of the nest, and the nest stays plain; write it as a sum of loop variables and fixed values, or make the slice in front of the loop.");
        }

        string otherwise = $"a subscript of '{view.Buffer.Name}' would be out of range";
        AddLimit(low, otherwise);
        AddLimit(Sum(Difference(view.Length, high), -1), otherwise);
        return new Binary(BinaryOp.Add, view.Offset, subscript);
    }

    /// <summary>Every loop that a limit speaks of is there.</summary>
    private void CheckLimits(ForLoop root, IOperation operation)
    {
        HashSet<Local> variables = [.. StmtFacts.Loops(root).Select(loop => loop.Variable)];
        if (_limits.Any(limit => !limit.Around.All(variables.Contains)))
        {
            throw Reject(operation, RejectionReason.BufferExpression, "A slice is made in a loop that does nothing else, so the nest stays plain; leave it out.");
        }
    }
}
