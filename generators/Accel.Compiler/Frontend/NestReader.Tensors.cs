using System.Globalization;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>
/// Tensors of System.Numerics.Tensors: their memory as a span, with lengths and strides as inputs of the nest. That they lie in memory row by row, with as many dimensions as the nest has
/// subscripts, is asked in front of it.
/// </content>
internal sealed partial class NestReader
{
    private const string Tensors = "global::Accel.Runtime.Tensors";

    /// <summary>How many subscripts elements of a tensor have, by its variable or its text.</summary>
    private readonly Dictionary<object, int> _ranks = [];

    /// <summary>Which parameters of called methods stand for a tensor.</summary>
    private readonly List<(object Tensor, IParameterSymbol Parameter)> _passedTensors = [];

    /// <summary>Where no element is found by subscripts, there is nothing to know of a tensor, and nothing to compile.</summary>
    private (BufferKind Kind, ITypeSymbol Element)? TensorOf(IOperation operation) =>
        !IsForChecking && ScalarTypeReader.TensorOf(operation.Type) is { } tensor && AggregateShape.Of(tensor.Element) is null && RankOf(Key(operation), 0) is > 0 ? tensor : null;

    private void CollectTensor(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } tensor } element when ScalarTypeReader.TensorOf(tensor.Type) is not null && SubscriptsOfTensor(element) is { Count: > 0 and var rank }:
                _ranks[Key(tensor)] = rank;
                break;
            case IArgumentOperation { Parameter: { } parameter, Value: { } value, Parent: IInvocationOperation call } when ScalarTypeReader.TensorOf(value.Type) is not null && MethodBodies.Called(call.TargetMethod, _compilation, _cancellation) is { } called:
                _passedTensors.Add((Key(value), called.Parameters[parameter.Ordinal]));
                break;
        }
    }

    private int? RankOf(object tensor, int depth) => _ranks.TryGetValue(tensor, out int rank) ? rank
        : depth > _passedTensors.Count ? null
        : _passedTensors.Where(passed => passed.Tensor.Equals(tensor)).Select(passed => RankOf(passed.Parameter, depth + 1)).FirstOrDefault(found => found is not null);

    private static object Key(IOperation tensor) => tensor is IConversionOperation { Operand: { } operand } && ScalarTypeReader.TensorOf(operand.Type) is not null ? Key(operand)
        : (object?)InductionScan.Variable(tensor) ?? tensor.Syntax.ToString();

    /// <summary>The subscripts of an element of a tensor, which are one argument; none where they are no list.</summary>
    private static IReadOnlyList<IOperation> SubscriptsOfTensor(IPropertyReferenceOperation element) =>
        element.Arguments is [{ Value: ICollectionExpressionOperation list }] && list.Elements.All(part => part is not ISpreadOperation && ScalarTypeReader.IsNative(part.Type)) ? list.Elements : [];

    /// <summary>The memory of a tensor, and what is to be known of it.</summary>
    private Buffer AddTensor(IOperation operation, string name, string argument, BufferKind kind, ITypeSymbol element, ScalarType elementType)
    {
        int rank = RankOf(Key(operation), 0)!.Value;
        bool mayBeNull = operation.Type!.IsReferenceType;
        string identifier = UnusedName(name);
        (string lengths, string strides) = (OfTensor("Lengths"), OfTensor("Strides"));
        string isByRows = $"{Tensors}.IsByRows({lengths}, {strides}, {Number(rank)}, isReadOnly: {(kind == BufferKind.ReadOnlySpan ? "true" : "false")})";
        _assumptions.Add(new(AddNumber(identifier + "IsByRows", $"{(mayBeNull ? $"{argument} is not null && " : "")}{isByRows} ? 1 : 0"), 1)
        {
            Otherwise = $"'{identifier}' does not have {Number(rank)} dimension{(rank == 1 ? "" : "s")}, or does not lie in memory row by row",
        });

        var buffer = new Buffer(_buffers.Count, identifier, kind, elementType);
        if (rank > 1)
        {
            List<Local> lengthInputs = [.. Enumerable.Range(0, rank).Select(dimension => AddNumber($"{identifier}Length{Number(dimension)}", $"{Tensors}.Of({lengths}, {Number(dimension)})"))];
            List<Local> strideInputs = [.. Enumerable.Range(0, rank - 1).Select(dimension => AddNumber($"{identifier}Stride{Number(dimension)}", $"{Tensors}.Of({strides}, {Number(dimension)})"))];
            buffer = buffer with { Tensor = new(lengthInputs.ToEquatableArray(), strideInputs.ToEquatableArray()) };
        }

        _buffers.Add(buffer);
        string types = $"{element.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}, {elementType.Keyword()}";
        string memory = $"{Tensors}.{(kind == BufferKind.ReadOnlySpan ? "Memory" : "WrittenMemory")}<{types}>(in {argument}.GetPinnableReference(), {lengths}, {strides})";
        _bufferArguments.Add(mayBeNull ? $"{argument} is null ? default : {memory}" : memory);
        return buffer;

        string OfTensor(string property) => mayBeNull ? $"{argument} is null ? default : {argument}.{property}" : $"{argument}.{property}";
    }

    /// <summary><c>x.Lengths[1]</c></summary>
    private Expr? LengthOfTensor(IOperation operation) =>
        operation is IPropertyReferenceOperation
        {
            Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int and >= 0 and var dimension } }],
            Instance: IPropertyReferenceOperation { Property: { Name: "Lengths", IsIndexer: false }, Instance: { } tensor },
        }
        && ScalarTypeReader.TensorOf(tensor.Type) is not null && BufferOf(tensor) is { } buffer && dimension < buffer.Rank
            ? new IR.Convert(ScalarType.Int64, new Length(buffer, dimension)) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the nest computes with native integers, which it takes for ones of 64 bits.</summary>
    private bool _hasNative;

    private void NoteNative(ITypeSymbol? type) => _hasNative |= ScalarTypeReader.IsNative(type);

    private void CheckNative()
    {
        if (_hasNative)
        {
            _assumptions.Add(new(AddNumber("nativeSize", "global::System.IntPtr.Size"), 8) { Otherwise = "native integers do not have 64 bits here" });
        }
    }
}
