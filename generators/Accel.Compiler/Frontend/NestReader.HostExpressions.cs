using System.Globalization;
using System.Text.RegularExpressions;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>
/// Values of the surrounding code that are no variables: <c>mesh.X</c>, <c>rows[i]</c>, <c>image.Width</c>, <c>x.Slice(k, n)</c>. They become inputs of the nest, as variables do;
/// where they cannot be had without an exception, which is asked in front, the nest runs as written.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>The inputs, by the text of what they hold.</summary>
    private readonly Dictionary<string, object> _hostInputs = new(StringComparer.Ordinal);

    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    /// <summary>What is read of fields that have another name where a span or a reference to them is about.</summary>
    private readonly List<string> _readFields = [];

    /// <summary>The nest, or the call that it stands for.</summary>
    private SyntaxNode? _root;

    /// <summary>The buffer that an expression evaluates to which is no variable, or <see langword="null"/>.</summary>
    private Buffer? HostBuffer(IOperation operation, BufferKind kind, ITypeSymbol element, AggregateShape? shape, ScalarType elementType)
    {
        if (HostExpressionOf(operation) is not { } expression)
        {
            return null;
        }

        expression = operation.Type switch
        {
            { SpecialType: SpecialType.System_String } => expression.Applied("global::System.MemoryExtensions.AsSpan", isReference: false),
            INamedTypeSymbol { Name: "List" } => expression.Applied("global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan", isReference: false),
            _ => expression,
        };
        if (_hostInputs.TryGetValue(expression.Text, out object? known))
        {
            return known as Buffer;
        }

        Require(operation, expression.Conditions);
        NoteFields(expression);
        Buffer buffer = ScalarTypeReader.TensorOf(operation.Type) is null ? AddBuffer(NameOf(operation), expression.Safe, kind, element, shape, elementType)
            : AddTensor(operation, NameOf(operation), expression.Safe, kind, element, elementType);
        _hostInputs[expression.Text] = buffer;
        return buffer;
    }

    /// <summary>The value of an expression that is no variable, or <see langword="null"/>.</summary>
    private Expr? HostScalar(IOperation operation)
    {
        if (ScalarTypeReader.Of(operation.Type) is not { } type || HostExpressionOf(operation) is not { } expression)
        {
            return null;
        }

        return HostInput(operation, type, expression);
    }

    private Read HostInput(IOperation operation, ScalarType type, HostExpression expression)
    {
        if (!_hostInputs.TryGetValue(expression.Text, out object? known))
        {
            Require(operation, expression.Conditions);
            NoteFields(expression);
            known = AddFixed(NewLocal(NameOf(operation), type), ReinterpretedArguments.OfScalar(expression.Safe, operation.Type!, type, isWritten: false));
            _hostInputs[expression.Text] = known;
        }

        return new Read((Local)known) { Site = Site(operation) };
    }

    /// <summary>The numbers of an expression that is no variable, or <see langword="null"/>.</summary>
    private IReadOnlyList<Expr>? HostAggregate(IOperation operation, AggregateShape shape)
    {
        if (HostExpressionOf(operation) is not { } expression || !_compilation.IsSymbolAccessibleWithin(shape.Type, _compilation.Assembly) || !shape.HasVisiblePaths)
        {
            return null;
        }

        if (!_hostInputs.TryGetValue(expression.Text, out object? known))
        {
            Require(operation, expression.Conditions);
            NoteFields(expression);
            string name = NameOf(operation);
            List<Local> locals = [.. shape.Leaves.Select((leaf, i) => AddFixed(NewLocal(name + shape.Paths[i].Replace(".", ""), leaf), ReinterpretedArguments.OfLeaf(expression.Safe, shape, i, isWritten: false)))];
            _parts.UnionWith(locals);
            known = new AggregateVariable(locals.ToEquatableArray());
            _hostInputs[expression.Text] = known;
        }

        return LeavesOf((AggregateVariable)known, operation);
    }

    /// <summary>Has the nest run as written where a condition does not hold.</summary>
    private void Require(IOperation operation, IReadOnlyCollection<string> conditions)
    {
        if (conditions.Count == 0 || !_required.Add(string.Join(" && ", conditions)))
        {
            return;
        }

        if (IsForChecking)
        {
            throw Reject(operation, RejectionReason.UnsupportedExpression, $"{Describe(operation)} may throw where it is evaluated; copy it to a local in front of the loop.");
        }

        string name = $"{NameOf(operation)}IsThere";
        _assumptions.Add(new(AddNumber(name, $"{string.Join(" && ", conditions)} ? 1 : 0"), 1) { Otherwise = $"{Describe(operation)} is null or out of range" });
    }

    private void NoteFields(HostExpression expression) =>
        _readFields.AddRange(expression.Fields.Select(field => $"{(expression.Conditions.Count == 0 ? "" : string.Join(" && ", expression.Conditions) + " && ")}{{0}}(in {field}, {{1}})"));

    /// <summary>That nothing which the nest writes is one of the fields that it has read in front.</summary>
    private void CheckFields(ForLoop root)
    {
        if (_readFields.Count == 0)
        {
            return;
        }

        // Arrays hold no fields of objects, nor variables.
        IEnumerable<Buffer> written = StmtFacts.Descendants(root.Body).OfType<Store>().Select(store => store.Buffer).Where(buffer => buffer.Kind == BufferKind.Span).Distinct();
        List<string> places = [.. written.Select(buffer => _bufferArguments[buffer.Id]), .. _scalars.Where(scalar => scalar.Input is { IsWritten: true, IsByReference: true }).Select(scalar => scalar.Argument)];
        for (int i = 0; i < places.Count; i++)
        {
            string place = places[i];
            string isPart = string.Join(" || ", _readFields.Select(field => string.Format(CultureInfo.InvariantCulture, field, "global::Accel.Runtime.Guards.IsPartOf", place)));
            _assumptions.Add(new(AddNumber($"fieldsAreApart{(i == 0 ? "" : "_" + i)}", $"{isPart} ? 0 : 1"), 1) { Otherwise = "the nest writes a field that it reads" });
        }
    }

    /// <summary>A name in generated code for an expression: <c>mesh_X</c> for <c>mesh.X</c>.</summary>
    private static string NameOf(IOperation operation)
    {
        string name = Regex.Replace(operation.Syntax.ToString(), @"[^A-Za-z0-9_]+", "_").Trim('_');
        name = name.Length > 40 ? name.Substring(0, 40).TrimEnd('_') : name;
        return name.Length == 0 || char.IsDigit(name[0]) ? "value_" + name : name;
    }

    /// <summary>What the code around the nest can evaluate in the expression's place, with the same result at any time while the nest runs; <see langword="null"/> for anything else.</summary>
    private HostExpression? HostExpressionOf(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return HostExpressionOf(parenthesized.Operand);
            case IInstanceReferenceOperation:
                return _receivers.Count > 0 ? _receivers.Peek() as HostExpression : null;
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return HostVariable(InductionScan.Variable(operation)!, operation.Type!);
            case IFieldReferenceOperation field:
                return HostField(field);
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return HostProperty(property);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [{ Value: { } index }] } when ScalarTypeReader.IsSpan(list.Type) || ScalarTypeReader.IsList(list.Type):
                return HostElement(operation, list, index, ScalarTypeReader.IsList(list.Type) ? "Count" : "Length");
            case IArrayElementReferenceOperation { ArrayReference: { Type: IArrayTypeSymbol { IsSZArray: true } } array, Indices: [{ } index] }:
                return HostElement(operation, array, index, "Length");
            case IImplicitIndexerReferenceOperation { Instance: { } span, Argument: IRangeOperation range } when ScalarTypeReader.IsSpan(span.Type):
                return HostRange(span, range);
            case IInvocationOperation call:
                return HostCall(call);
            default:
                return null;
        }
    }

    private HostExpression? HostVariable(ISymbol symbol, ITypeSymbol type)
    {
        if (_symbols.TryGetValue(symbol, out object? known) && known is HostExpression bound)
        {
            return bound;
        }

        // What a reference is another name for may be assigned where it is numbers; objects and spans by nothing that a nest does.
        bool isVariable = symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }
            || (symbol is IParameterSymbol { RefKind: RefKind.In or RefKind.RefReadOnlyParameter } && !type.IsUnmanagedType);
        return isVariable && !_assigned.Contains(symbol) && !IsOfInlined(symbol) && !IsOfNest(symbol) ? HostExpression.Variable(LoopLabels.Escape(symbol.Name), type.IsReferenceType) : null;
    }

    private bool IsOfNest(ISymbol symbol) =>
        _root is null || symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _root.SyntaxTree && _root.Span.Contains(reference.Span));

    private HostExpression? HostField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.IsVolatile || field.RefKind != RefKind.None || field.IsConst || field.IsFixedSizeBuffer)
        {
            return null;
        }

        HostExpression? value = HostMember(field, field, reference.Instance);
        return value is not null && field.Type.IsUnmanagedType && !field.IsReadOnly ? value with { Fields = value.Fields.Append(value.Text).ToEquatableArray() } : value;
    }

    /// <summary>A field, or a property that names one, by its name, or where only its type may use that, by an accessor.</summary>
    private HostExpression? HostMember(ISymbol member, IFieldSymbol? field, IOperation? instance)
    {
        bool isReference = (field?.Type ?? ((IPropertySymbol)member).Type).IsReferenceType;
        bool isHidden = IsHidden(member) || (member is IPropertySymbol { GetMethod: { } getter } && IsHidden(getter));
        HostExpression? owner = member.IsStatic ? null : HostOwner(instance!);
        if (isHidden)
        {
            return field is not null && owner is not null ? _accessors.Read(owner, field, _compilation) : null;
        }

        NoteAccess(member);
        return member.IsStatic ? HostExpression.Variable($"{member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{LoopLabels.Escape(member.Name)}", isReference)
            : owner?.Member(LoopLabels.Escape(member.Name), isReference);
    }

    /// <summary>How the code around the nest reads fields that only their type may name.</summary>
    private readonly HostAccessors _accessors = new();

    /// <summary>What a member is of: not a number or a value of several, which nests know themselves.</summary>
    private HostExpression? HostOwner(IOperation instance) => AggregateShape.Of(instance.Type) is null || instance is not (ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation) ? HostExpressionOf(instance) : null;

    private HostExpression? HostProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (property.GetMethod is null || property.ReturnsByRef || property.ReturnsByRefReadonly)
        {
            return null;
        }

        return HostProperties.IsKnown(property) ? HostOwner(reference.Instance!)?.Member(property.Name, property.Type.IsReferenceType)
            : HostProperties.OnlyNamesField(property, _compilation, _cancellation) ? HostMember(property, HostProperties.BackingField(property), reference.Instance)
            : null;
    }

    /// <summary>Whether an inlined method may name it, but not the code around the nest.</summary>
    private bool IsHidden(ISymbol symbol) => _inlining.Count > (_isElementKernel ? 1 : 0) && !_compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly);

    /// <summary>Whether the nest is that of an element kernel, whose body is read as that of an inlined method.</summary>
    private bool _isElementKernel;

    /// <summary>Whether arguments name what only the kernel's type may.</summary>
    private bool _needsContainingType;

    private void NoteAccess(ISymbol member) => _needsContainingType |= !_compilation.IsSymbolAccessibleWithin(member, _compilation.Assembly);

    /// <summary>An element that is no number, which a nest could write, but an object, an array, or a struct with such.</summary>
    private HostExpression? HostElement(IOperation operation, IOperation collection, IOperation index, string length) =>
        operation.Type is { IsUnmanagedType: false } type && HostExpressionOf(collection) is { } elements && HostInt(index) is { } number
            ? elements.Element(number, length, type.IsReferenceType) : null;

    private HostExpression? HostRange(IOperation span, IRangeOperation range)
    {
        if (HostExpressionOf(span) is not { } elements)
        {
            return null;
        }

        HostExpression length = elements.Member("Length", isReference: false);
        HostExpression? start = range.LeftOperand is null ? HostExpression.Number(0) : HostIndex(range.LeftOperand, length);
        HostExpression? end = range.RightOperand is null ? length : HostIndex(range.RightOperand, length);
        return start is not null && end is not null ? elements.Slice(start, end) : null;
    }

    private HostExpression? HostIndex(IOperation index, HostExpression length) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => HostInt(fromEnd.Operand) is { } back ? HostExpression.Arithmetic(length, "-", back) : null,
        IConversionOperation { Type.Name: "Index", Operand: { } operand } => HostInt(operand),
        _ => null,
    };

    private HostExpression? HostCall(IInvocationOperation call)
    {
        List<IOperation> arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        IMethodSymbol method = call.TargetMethod;
        switch (method)
        {
            case { Name: "Slice", IsStatic: false, Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }, ..] } when ScalarTypeReader.IsSpan(method.ContainingType) && HostExpressionOf(call.Instance!) is { } span:
                return HostSlice(span, span.Member("Length", isReference: false), arguments);

            // Of null it is an empty span, unless a part of it is asked for.
            case { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" } when arguments[0].Type is IArrayTypeSymbol { IsSZArray: true } && HostExpressionOf(arguments[0]) is { } array
                && arguments.Skip(1).All(argument => argument.Type?.SpecialType == SpecialType.System_Int32):
                HostExpression whole = array with { Text = $"global::System.MemoryExtensions.AsSpan({array.Text})", IsReference = false };
                return arguments.Count == 1 ? whole : HostSlice(whole with { Conditions = array.WhereThere }, array.Member("Length", isReference: false), [.. arguments.Skip(1)]);

            case { Name: "AsSpan", ContainingType.Name: "CollectionsMarshal" } when HostExpressionOf(arguments[0]) is { } list:
                return list with { Text = $"global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({list.Text})", IsReference = false };

            default:
                return null;
        }
    }

    private HostExpression? HostSlice(HostExpression span, HostExpression length, IReadOnlyList<IOperation> arguments)
    {
        HostExpression? start = HostInt(arguments[0]);
        HostExpression? count = arguments.Count > 1 ? HostInt(arguments[1]) : null;
        return start is null || (arguments.Count > 1 && count is null) ? null : span.Slice(start, count, length);
    }

    /// <summary>An int that is made of host expressions.</summary>
    private HostExpression? HostInt(IOperation operation)
    {
        if (operation.Type?.SpecialType != SpecialType.System_Int32)
        {
            return null;
        }

        if (operation.ConstantValue is { HasValue: true, Value: int constant })
        {
            return constant < 0 ? null : HostExpression.Number(constant);
        }

        string? op = (operation as IBinaryOperation)?.OperatorKind switch
        {
            BinaryOperatorKind.Add => "+",
            BinaryOperatorKind.Subtract => "-",
            BinaryOperatorKind.Multiply => "*",
            BinaryOperatorKind.Divide => "/",
            BinaryOperatorKind.Remainder => "%",
            _ => null,
        };
        return operation switch
        {
            IParenthesizedOperation parenthesized => HostInt(parenthesized.Operand),
            IBinaryOperation { OperatorMethod: null, IsChecked: false } binary when op is "/" or "%" => HostInt(binary.LeftOperand) is { } dividend && HostInt(binary.RightOperand) is { } divisor
                ? HostExpression.Quotient(dividend, op, divisor) : null,
            IBinaryOperation { OperatorMethod: null, IsChecked: false } binary when op is not null && HostInt(binary.LeftOperand) is { } left && HostInt(binary.RightOperand) is { } right
                => HostExpression.Arithmetic(left, op, right),
            _ => HostExpressionOf(operation),
        };
    }

    /// <summary>An int with a division by what is no constant, as the start or the end of a loop: computed in front of the nest. <see langword="null"/> for anything else.</summary>
    private Expr? HostQuotient(IOperation operation) =>
        !IsForChecking && operation.DescendantsAndSelf().Any(part => part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder, RightOperand.ConstantValue.HasValue: false })
        && HostInt(operation) is { } expression
            ? HostInput(operation, ScalarType.Int32, expression) : null;
}
