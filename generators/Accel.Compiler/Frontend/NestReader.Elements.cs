using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Buffers, their elements, and scalars of the surrounding code.</content>
internal sealed partial class NestReader
{
    /// <summary>The buffer that an expression names, or <see langword="null"/> where it is anything but a parameter, a local or a static readonly field.</summary>
    private Buffer? BufferOf(IOperation operation)
    {
        if (operation is IConversionOperation { Operand: { } operand } && (ScalarTypeReader.BufferOf(operand.Type) is not null || ScalarTypeReader.IsSequence(operand.Type) || ScalarTypeReader.TensorOf(operand.Type) is not null))
        {
            return BufferOf(operand);
        }

        (BufferKind Kind, ITypeSymbol Element)? type = ScalarTypeReader.ElementOfSequence(operation.Type, _compilation) is { } item ? (BufferKind.ReadOnlySpan, item)
            : ScalarTypeReader.BufferOf(operation.Type) ?? TensorOf(operation);
        if (type is not var (kind, element))
        {
            return null;
        }

        AggregateShape? shape = IsForChecking ? null : AggregateShape.Of(element);
        if (kind is BufferKind.Array2D or BufferKind.Array3D && shape is { Leaves.Length: > 1 })
        {
            return null;
        }

        if ((ScalarTypeReader.Of(element) ?? (shape is { HasKnownPlaces: true } ? shape.Leaves[0] : null)) is not { } elementType || (shape is not null && !_compilation.IsSymbolAccessibleWithin(element, _compilation.Assembly)))
        {
            return null;
        }

        ISymbol? symbol = operation switch
        {
            _ when ScalarTypeReader.IsSequence(operation.Type) => null,
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter } => parameter,
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => field,
            _ => null,
        };

        if (symbol is null)
        {
            return HostBuffer(operation, kind, element, shape, elementType);
        }

        if (_assigned.Contains(symbol))
        {
            return null;
        }

        if (_symbols.TryGetValue(symbol, out object? known))
        {
            return known as Buffer;
        }

        if (IsOfInlined(symbol) || IsOutOfSight(symbol))
        {
            return null;
        }

        Buffer created = ScalarTypeReader.TensorOf(operation.Type) is null ? AddBuffer(symbol.Name, Argument(symbol), kind, element, shape, elementType)
            : AddTensor(operation, symbol.Name, Argument(symbol), kind, element, elementType);
        _symbols[symbol] = created;
        return created;
    }

    /// <summary>A buffer of the surrounding code.</summary>
    /// <param name="name">What it is called there.</param>
    /// <param name="argument">C# of it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="element">The type of its elements as the user sees it.</param>
    /// <param name="shape">The numbers that they consist of, where they are no numbers themselves.</param>
    /// <param name="elementType">The type of these numbers.</param>
    private Buffer AddBuffer(string name, string argument, BufferKind kind, ITypeSymbol element, AggregateShape? shape, ScalarType elementType)
    {
        NoteNative(shape is null ? element : shape.LeafTypes.FirstOrDefault(ScalarTypeReader.IsNative));
        if (shape is not null && kind is not (BufferKind.Array2D or BufferKind.Array3D))
        {
            return AddElements(name, argument, kind, shape);
        }

        var created = new Buffer(_buffers.Count, UnusedName(name), kind, elementType);
        _buffers.Add(created);
        _bufferArguments.Add(ReinterpretedArguments.OfBuffer(argument, kind, element, elementType));
        return created;
    }

    private string UnusedName(string name)
    {
        name = LoopLabels.Identifier(name);
        while (_buffers.Any(buffer => buffer.Name == name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>Whether a symbol belongs to a method being inlined and not to the kernel (whose locals a local function may capture).</summary>
    private bool IsOfInlined(ISymbol symbol) => _inlining.Contains(symbol.ContainingSymbol.OriginalDefinition, SymbolEqualityComparer.Default) || IsOfConstructor(symbol);

    /// <summary>Whether it is a parameter of a primary constructor, which members of its type hold in a field that has no name.</summary>
    private static bool IsOfConstructor(ISymbol symbol) => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    /// <summary>A field that an inlined method of another type may name, but not the host body, which passes it on.</summary>
    private bool IsOutOfSight(ISymbol symbol) =>
        symbol is IFieldSymbol && IsHidden(symbol);

    private string Argument(ISymbol symbol)
    {
        if (symbol is not IFieldSymbol)
        {
            return LoopLabels.Escape(symbol.Name);
        }

        NoteAccess(symbol);
        return symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + LoopLabels.Escape(symbol.Name);
    }

    /// <summary>The scalar that a local or parameter stands for; those of the surrounding code become inputs of the nest.</summary>
    private Local LocalOf(IOperation operation, bool isWritten)
    {
        ISymbol symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => throw Reject(operation, RejectionReason.UnsupportedExpression, $"{Describe(operation)} is not compiled, so the nest stays plain."),
        };

        if (_symbols.TryGetValue(symbol, out object? known))
        {
            return known as Local ?? throw Reject(operation, RejectionReason.UnsupportedExpression,
                $"'{symbol.Name}' cannot be assigned inside a kernel's nest, so the nest stays plain.");
        }

        return AddScalar(operation, symbol, isWritten || _assigned.Contains(symbol));
    }

    private Local AddScalar(IOperation operation, ISymbol symbol, bool isWritten)
    {
        CheckInput(operation, symbol);
        ScalarType type = TypeOf(operation);
        Local local = AddInput(operation, symbol, NewLocal(symbol.Name, type), ReinterpretedArguments.OfScalar(Argument(symbol), operation.Type!, type, isWritten), isWritten);
        _symbols[symbol] = local;
        return local;
    }

    /// <summary>That code around the nest can pass the variable.</summary>
    private void CheckInput(IOperation operation, ISymbol symbol)
    {
        if (IsOfConstructor(symbol))
        {
            throw Reject(operation, RejectionReason.UnsupportedCall,
                $"'{symbol.Name}' is a parameter of a primary constructor, which the code around the nest cannot read, so the nest stays plain; keep it in a field of that name.");
        }

        if (IsOfInlined(symbol))
        {
            throw Reject(operation, RejectionReason.UnsupportedCall,
                $"'{symbol.Name}' of an inlined method has no value here, so the nest stays plain; assign it where it is declared.");
        }

        if (IsOutOfSight(symbol))
        {
            throw Reject(operation, RejectionReason.UnsupportedCall,
                $"'{symbol.Name}' is hidden from the code around the nest, so the nest stays plain; make the field internal, or a constant.");
        }

        if (symbol is ILocalSymbol { RefKind: not RefKind.None })
        {
            throw Reject(operation, RejectionReason.UnsupportedExpression,
                $"'{symbol.Name}' is another name for a variable or an element that the nest may use too, so the nest stays plain; use a local without ref.");
        }
    }

    /// <summary>An input that is a variable of the surrounding code, or a part of one.</summary>
    private Local AddInput(IOperation operation, ISymbol symbol, Local local, string argument, bool isWritten)
    {
        if (isWritten)
        {
            _written[local] = (operation, symbol);
        }

        bool isByReference = symbol is IParameterSymbol { RefKind: not RefKind.None };
        if (isByReference && !isWritten)
        {
            _readReferences.Add((operation, local));
        }

        _scalars.Add((new(local, isWritten) { IsByReference = isByReference }, argument));
        if (!isWritten)
        {
            _stable.Add(local);
        }

        return local;
    }

    /// <summary>
    /// A by-reference parameter that the nest only reads is passed by value: right only if nothing that the nest writes can be it. (Those that it
    /// writes are passed by reference, and guarded.)
    /// </summary>
    private void CheckReadReferences(ForLoop root)
    {
        Buffer[] written = [.. StmtFacts.Descendants(root.Body).OfType<Store>().Select(store => store.Buffer).Distinct()];
        foreach ((IOperation operation, Local local) in _readReferences)
        {
            List<string> places =
            [
                .. written.Select(MemoryOf),
                .. _scalars.Where(scalar => scalar.Input is { IsWritten: true, IsByReference: true } && scalar.Input.Local.Type == local.Type).Select(scalar => scalar.Argument),
            ];
            if (places.Count > 0 && (IsForChecking || InductionScan.Variable(operation) is null))
            {
                throw Reject(operation, RejectionReason.UnsupportedExpression,
                    $"'{operation.Syntax}' is a reference to a variable that the nest may write under another name, so the nest stays plain; "
                    + "copy it to a local in front of the nest.");
            }

            if (places.Count > 0 && _apart.Add(local))
            {
                string name = Argument(InductionScan.Variable(operation)!);
                string isPart = string.Join(" || ", places.Select(place => $"global::Accel.Runtime.Guards.IsPartOf(in {name}, {place})"));
                _assumptions.Add(new(AddNumber($"{local.Name.TrimStart('@')}IsApart", $"{isPart} ? 0 : 1"), 1) { Otherwise = $"the nest writes what '{operation.Syntax}' refers to" });
            }
        }
    }

    /// <summary>References that the nest reads, and is asked whether it writes under another name.</summary>
    private readonly HashSet<Local> _apart = [];

    /// <summary>C# of all elements of a buffer.</summary>
    private string MemoryOf(Buffer buffer) =>
        buffer.Rank == 1 ? _bufferArguments[buffer.Id] : $"global::Accel.Runtime.Guards.Elements({_bufferArguments[buffer.Id]})";

    /// <summary>The sum of unsigned numbers that are signed ones, as a sum of these; <see langword="null"/> for anything else.</summary>
    private static Expr? AsSigned(Expr expr) => expr switch
    {
        IR.Convert { Type: ScalarType.UInt32, Operand: { Type: ScalarType.Int32 } signed } => signed,
        Constant { Type: ScalarType.UInt32 } constant => Constant.Int((int)constant.Bits),
        Binary { Type: ScalarType.UInt32, Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply } sum when AsSigned(sum.Left) is { } left && AsSigned(sum.Right) is { } right => new Binary(sum.Op, left, right),
        _ => null,
    };

    /// <summary>The buffer and the canonical subscripts of an element.</summary>
    /// <param name="operation">The element.</param>
    /// <param name="isRead">Whether it is read and not written.</param>
    private (Buffer Buffer, EquatableArray<Expr> Subscripts) ElementOf(IOperation operation, bool isRead)
    {
        (IOperation? target, IReadOnlyList<IOperation> arguments) = operation switch
        {
            IArrayElementReferenceOperation element => (element.ArrayReference, element.Indices),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } element when ScalarTypeReader.TensorOf(instance.Type) is not null => (instance, SubscriptsOfTensor(element)),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } element => (instance, element.Arguments.Select(argument => argument.Value).ToList()),
            IImplicitIndexerReferenceOperation element => (element.Instance, [element.Argument]),
            _ => ((IOperation?)null, (IReadOnlyList<IOperation>)[]),
        };

        if (target is null)
        {
            throw Reject(operation, RejectionReason.UnsupportedExpression,
                $"{Describe(operation)} inside a kernel's nest is not compiled, so the nest stays plain; use spans, arrays and local numbers.");
        }

        if (ViewOf(target) is not { } view)
        {
            throw RejectBuffer(target);
        }

        return (view.Buffer, arguments.Select((argument, dimension) => ReadSubscript(view, dimension, argument, isRead)).ToEquatableArray());
    }

    private RejectedException RejectBuffer(IOperation target) => Reject(target, RejectionReason.BufferExpression, InductionScan.Variable(target) is { } variable && IsOfConstructor(variable)
        ? $"'{variable.Name}' is a parameter of a primary constructor, which the code around the nest cannot read, so the nest stays plain; keep it in a field of that name."
        : IsRow(target)
        ? $"'{target.Syntax}' is another array in each iteration, so the nest stays plain; use a T[,], or rows of one array, where the loop is to be compiled as a whole."
        : $"'{target.Syntax}' is no memory of numbers or structs that is there in front of the nest and stays the same (a span, T[], T[,], T[,,], tensor, list or string that is a parameter, a local, a field or a property that only names one, "
            + "or a slice of such), so the nest stays plain; copy it to a local in front of the loop first.");

    private static bool IsRow(IOperation target) => ScalarTypeReader.BufferOf(target.Type) is not null
        && target is IArrayElementReferenceOperation { ArrayReference.Type: IArrayTypeSymbol { IsSZArray: true } } or IPropertyReferenceOperation { Property.IsIndexer: true };

    private Expr ReadSubscript(BufferView view, int dimension, IOperation operation, bool isRead)
    {
        Expr expr = operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? new Binary(BinaryOp.Subtract, view.Length, ReadExpression(fromEnd.Operand))
            : ReadExpression(operation);

        // A narrower subscript is widened by C# to int; uint and ulong subscripts do not occur in counted loops of int.
        expr = Substitute(expr.Type.IsNarrow() ? new IR.Convert(ScalarType.Int32, expr) : expr);

        // What wraps as uint has the same bits as int, and where those are in range it is the number itself.
        expr = (expr is IR.Convert { Type: ScalarType.Int32, Operand: { Type: ScalarType.UInt32 } unsigned } ? AsSigned(unsigned) : AsSigned(expr)) ?? expr;
        if (expr.Type == ScalarType.UInt32 && RangeOf(expr).High <= int.MaxValue)
        {
            expr = ConvertTo(ScalarType.Int32, expr);
        }

        try
        {
            return SubscriptInFront(view, operation, expr, isRead);
        }
        catch (RejectedException) when (_allowsFailures)
        {
            if (CheckedSubscript(view, dimension, expr) is { } asked)
            {
                return asked;
            }

            throw;
        }
    }

    /// <summary>A subscript whose range is known, or can be asked in front of the nest.</summary>
    private Expr SubscriptInFront(BufferView view, IOperation operation, Expr expr, bool isRead)
    {
        if (expr.Type is not (ScalarType.Int32 or ScalarType.Int64))
        {
            throw Reject(operation, RejectionReason.Subscript, "A subscript in a kernel's nest must be an int or a long, so the nest stays plain.");
        }

        if (IsForChecking)
        {
            return expr;
        }

        // (int)i of a long: where that is in range, it is the number itself.
        if (expr is IR.Convert { Type: ScalarType.Int32, Operand: { Type: ScalarType.Int64 } wide } && AffineForm.Of(wide) is { } sum && sum.IsLinearIn(_loopVariables))
        {
            expr = wide;
        }

        expr = OfBuffer(view, operation, Clamped(operation, expr));

        if (IsClamped(expr))
        {
            return expr;
        }

        // Ends are known without looking at memory, and hold for locals as they are.
        if (!IsSumOfLoopVariables(expr) && GatherForm.Of(SubstituteLoads(expr)) is null && Bounded(expr) is { } bounded && GatherForm.Of(bounded) is not null)
        {
            return bounded;
        }

        if (SubstituteLoads(expr) is var withLoads && ExprFacts.ReadsMemory(withLoads))
        {
            return ReadGather(operation, withLoads, isInPlace: isRead && ExprFacts.ReadsMemory(expr));
        }

        if (AffineForm.Of(expr) is not { } form)
        {
            throw Reject(operation, RejectionReason.Subscript,
                "This subscript is no sum of loop variables times fixed values, so its range cannot be checked in front of the nest, and the nest stays plain; "
                + "write it as such a sum, or bound it by Math.Clamp, by & or by %.");
        }

        if (!form.IsLinearIn(_loopVariables))
        {
            throw Reject(operation, RejectionReason.Subscript,
                "This subscript is not linear in the loop variables, so its range cannot be checked in front of the nest, and the nest stays plain; "
                + "write it as a sum of loop variables times fixed values, or bound it by Math.Clamp, by & or by %.");
        }

        if (ExprFacts.LocalsRead(expr).FirstOrDefault(local => !IsStable(local)) is { } changing)
        {
            throw Reject(operation, RejectionReason.Subscript,
                $"This subscript uses '{changing.Name}', which changes inside the nest other than as a loop variable, so the nest stays plain; "
                + "compute it from the loop variables, or only ever add constants to it, outside inner loops.");
        }

        // Where a variable cancels, as in (j + i) - i, no lane of its loop has an element of its own.
        return !_loopVariables.Any(variable => ExprFacts.Reads(expr, variable) && !form.Contains(variable)) ? expr
            : expr.Type == ScalarType.Int32 && InInt(form.ToExpr()) is { } narrow ? narrow : form.ToExpr();
    }

    /// <param name="operation">The subscript as written.</param>
    /// <param name="expr">The subscript.</param>
    /// <param name="isInPlace">Whether the element is read where those that the subscript is made of are read, and not into a local before.</param>
    private Expr ReadGather(IOperation operation, Expr expr, bool isInPlace)
    {
        if (GatherForm.Of(expr) is not { } gather)
        {
            throw Reject(operation, RejectionReason.Subscript,
                "This subscript is no sum of ints, or smaller integers, that are read from a span or an array, so its range cannot be checked in front of the nest, and the nest stays plain; "
                + "compute it into an int buffer first.");
        }

        IEnumerable<AffineForm> forms = gather.Parts.Where(part => part.Load is not null).Select(part => ClampedIndex.AskedForm(part.Load!.Subscripts[0]) ?? AffineForm.Of(part.Load.Subscripts[0])!).Prepend(gather.Form);
        if (!forms.All(form => form.IsLinearIn(_loopVariables)) || !ExprFacts.LocalsRead(expr).All(IsStable))
        {
            throw Reject(operation, RejectionReason.Subscript,
                "This subscript reads elements at places that are no sums of loop variables and fixed values, so its range cannot be checked in front of the nest, and the nest stays plain.");
        }

        // Those whose type says their range may change, as long as they are read when they are used: x[i] = table[x[i]].
        _gathers.AddRange(gather.Parts.Where(part => part.TypeRange is null || !isInPlace).Select(part => (operation, part.Load!.Buffer)));
        return expr;
    }

    /// <summary>Locals that hold what was read from memory are replaced by what was read: right where that memory is not written, which is checked at the end.</summary>
    private Expr SubstituteLoads(Expr expr) => expr switch
    {
        Read read when _loadedDefinitions.TryGetValue(read.Local, out Expr? definition) => definition,
        Binary binary => binary with { Left = SubstituteLoads(binary.Left), Right = SubstituteLoads(binary.Right) },
        Unary unary => unary with { Operand = SubstituteLoads(unary.Operand) },
        IR.Convert convert => convert with { Operand = SubstituteLoads(convert.Operand) },
        _ => expr,
    };

    /// <summary>Nothing that a gather reads is written in the nest.</summary>
    private void CheckGathers(ForLoop root)
    {
        var written = new HashSet<Buffer>(StmtFacts.Descendants(root.Body).OfType<Store>().Select(store => store.Buffer));
        foreach ((IOperation operation, Buffer buffer) in _gathers.Where(gather => written.Contains(gather.Buffer)))
        {
            throw Reject(operation, RejectionReason.Subscript,
                $"This subscript depends on data read from memory, and the nest writes '{buffer.UserName}', so the nest stays plain; write to another buffer.");
        }
    }
}
