using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Loads and stores of a lane group, by the stride of the element index over the lanes: 1 is a vector access, any other goes lane by lane.
/// </summary>
internal sealed class VectorMemory(VectorScope scope, VectorExpressions expressions)
{
    private VectorLoop Loop => scope.Loop;

    /// <summary>Whether the index differs between lanes in another way than by a stride.</summary>
    public static bool NeedsIndexVector(ForLoop loop, HashSet<int> varying, Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (ElementIndex.Flatten(buffer, subscripts) is not { } form)
        {
            return subscripts.Any(subscript => Uniformity.IsVarying(subscript, varying));
        }

        return !form.IsLinearIn([loop.Variable])
            || form.Terms.SelectMany(term => term.Atoms).SelectMany(ExprFacts.LocalsRead)
                .Any(local => local != loop.Variable && varying.Contains(local.Id));
    }

    public VectorValue Load(Load load)
    {
        Buffer buffer = load.Buffer;
        VectorValue value = LoadElements(load);
        if (buffer.Kind == BufferKind.Elements && !scope.HasNoScalars)
        {
            string splat = Loop.HoistElementSplat(buffer);
            string[] registers = value.Registers.Select((register, k) => scope.Share(load, scope.FirstLane(value.Lane, k), () =>
                scope.Bind(value.Lane, $"{CSharpNames.IsScalarOf(buffer)} ? {splat} : {register}"))).ToArray();
            value = value with { Registers = registers };
        }

        return load.Type == ScalarType.Bool ? ToMask(value) : value;
    }

    public void Store(Store store)
    {
        ScalarType type = ElementType(store.Buffer);
        VectorValue value = expressions.EmitWhole(store.Value);
        if (store.Buffer.ElementType == ScalarType.Bool)
        {
            value = FromMask(value);
        }

        VectorValue? mask = store.Mask is { } condition ? expressions.EmitMask(condition, type) : null;
        if (IsContiguous(store.Buffer, store.Subscripts, out AffineForm? rest))
        {
            StoreContiguous(store.Buffer, rest!, value, mask);
            return;
        }

        (string Place, string Arguments) access = LaneAccess(store.Buffer, store.Subscripts);
        for (int k = 0; k < value.Registers.Length; k++)
        {
            string text = VectorScope.Strip(value.Registers[k]);
            string arguments = Arguments(access.Arguments, type, k);
            string masked = mask is null ? "" : $", {mask.Registers[k]}";
            scope.Writer.Line($"Lanes.{access.Place.Replace("Load", "Store")}<{Types(type)}>({text}{masked}, ref {Reference(store.Buffer)}, {arguments});");
        }
    }

    private static ScalarType ElementType(Buffer buffer) => buffer.ElementType == ScalarType.Bool ? ScalarType.Byte : buffer.ElementType;

    private static string Reference(Buffer buffer) => Reference(CSharpNames.Of(buffer), buffer);

    private static string Reference(string name, Buffer buffer) =>
        buffer.ElementType == ScalarType.Bool ? $"Unsafe.As<bool, byte>(ref {name})" : name;

    private string Types(ScalarType type) => $"{scope.Layout.Type(type)}, {type.Keyword()}";

    private bool IsContiguous(Buffer buffer, EquatableArray<Expr> subscripts, out AffineForm? rest)
    {
        rest = null;
        if (NeedsIndexVector(Loop.Loop, Loop.Varying, buffer, subscripts)
            || ElementIndex.Flatten(buffer, subscripts) is not { } form || form.CoefficientOf(Loop.Loop.Variable) != 1)
        {
            return false;
        }

        rest = form.Without(Loop.Loop.Variable);
        return true;
    }

    private VectorValue LoadElements(Load load)
    {
        ScalarType type = ElementType(load.Buffer);
        var registers = new string[scope.Layout.RegistersOf(type)];
        if (IsContiguous(load.Buffer, load.Subscripts, out AffineForm? rest))
        {
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = LoadContiguous(load.Buffer, rest!, k);
            }
        }
        else
        {
            (string method, string arguments) = LaneAccess(load.Buffer, load.Subscripts);
            for (int k = 0; k < registers.Length; k++)
            {
                registers[k] = $"Lanes.{method}<{Types(type)}>(ref {Reference(load.Buffer)}, {Arguments(arguments, type, k)})";
            }
        }

        return new VectorValue(type, IsMask: false, registers);
    }

    private string LoadContiguous(Buffer buffer, AffineForm rest, int register)
    {
        ScalarType type = ElementType(buffer);
        (string reference, string index) = Address(buffer, rest, register);
        return scope.Count is null
            ? $"{scope.Layout.Class}.LoadUnsafe(ref {reference}, (nuint){index})"
            : $"Lanes.LoadPartial<{Types(type)}>(ref {reference}, {index}, {scope.CountFrom(type, register)})";
    }

    private void StoreContiguous(Buffer buffer, AffineForm rest, VectorValue value, VectorValue? mask)
    {
        ScalarType type = ElementType(buffer);
        for (int k = 0; k < value.Registers.Length; k++)
        {
            string text = value.Registers[k];
            if (mask is not null)
            {
                // What a kernel writes is its own while it runs, so the whole vector may be written: much faster than a masked store.
                text = $"{scope.Layout.Class}.ConditionalSelect({mask.Registers[k]}, {VectorScope.Strip(text)}, {LoadContiguous(buffer, rest, k)})";
            }

            (string reference, string index) = Address(buffer, rest, k);
            text = VectorScope.Strip(text);
            scope.Writer.Line(scope.Count is null
                ? $"{scope.Layout.Class}.StoreUnsafe({text}, ref {reference}, (nuint){index});"
                : $"Lanes.StorePartial<{Types(type)}>({text}, ref {reference}, {index}, {scope.CountFrom(type, k)});");
        }
    }

    private (string Reference, string Index) Address(Buffer buffer, AffineForm rest, int register)
    {
        (string name, long offset, string index) = (CSharpNames.Of(buffer), 0L, Loop.Counter);
        if (scope.Depth == 0 && rest.Terms.SelectMany(term => term.Atoms).All(Loop.IsInvariant))
        {
            (name, offset) = Loop.HoistBase(buffer, rest);
        }
        else
        {
            index = SharedIndex(rest);
        }

        offset += scope.FirstLane(ElementType(buffer), register);
        string reference = Reference(name, buffer);
        return (offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {ScalarLiteral.Signed(offset, "")})", index);
    }

    private string SharedIndex(AffineForm rest) => scope.Share(rest.ToExpr(), 0, () =>
    {
        string name = Loop.NewName();
        scope.Writer.Line($"nint {name} = {Loop.Index(rest)} + {Loop.Counter};");
        return name;
    });

    // The method of the run time that goes lane by lane, and its arguments before the number of lanes.
    private (string Method, string Arguments) LaneAccess(Buffer buffer, EquatableArray<Expr> subscripts)
    {
        if (NeedsIndexVector(Loop.Loop, Loop.Varying, buffer, subscripts))
        {
            return ("LoadIndexed", StoreIndices(ElementIndex.FlattenToExpr(buffer, subscripts)));
        }

        if (ElementIndex.Flatten(buffer, subscripts) is not { } form)
        {
            return ("LoadStrided", ElementIndex.Print(Loop.Expressions, buffer, subscripts) + ", 0");
        }

        // Factor times first value plus the rest; the counter's part is added per register.
        AffineForm factor = form.FactorOf(Loop.Loop.Variable);
        string stride = ElementIndex.Print(Loop.Expressions, factor);
        string index = $"{ElementIndex.Print(Loop.Expressions, form.Without(Loop.Loop.Variable))} + ({stride}) * ({Loop.Start} + {Loop.Counter}{{0}})";
        return ("LoadStrided", $"{index}, {stride}");
    }

    private string Arguments(string arguments, ScalarType type, int register)
    {
        int first = scope.FirstLane(type, register);
        int lanes = scope.Layout.LanesOf(type);
        string count = scope.Count is null ? ScalarLiteral.Signed(lanes, "") : $"Math.Min({scope.CountFrom(type, register)}, {lanes})";
        int lane = register * lanes;
        return arguments.Replace("{0}", first == 0 ? "" : $" + {first}").Replace("{1}", lane == 0 ? "" : $" + {lane}") + ", " + count;
    }

    private string StoreIndices(Expr index)
    {
        VectorValue value = scope.Bind(expressions.Emit(index));
        string storage = Loop.NewName();
        // Without SkipInit all of it would be cleared in every iteration.
        scope.Writer.Line($"Unsafe.SkipInit(out Lanes64<long> {storage});");
        for (int k = 0; k < value.Registers.Length; k++)
        {
            int lane = k * scope.Layout.LanesOf(ScalarType.Int64);
            scope.Writer.Line($"{scope.Layout.Class}.StoreUnsafe({value.Registers[k]}, ref Lanes.First(ref {storage}), {lane});");
        }

        return $"ref Unsafe.Add(ref Lanes.First(ref {storage}), 0{{1}})";
    }

    // In memory any byte but 0 is true.
    private VectorValue ToMask(VectorValue bytes) =>
        bytes.Map(text => $"(~{scope.Layout.Class}.Equals({text}, {scope.Layout.Type(ScalarType.Byte)}.Zero))") with { IsMask = true };

    private VectorValue FromMask(VectorValue mask) =>
        VectorConversions.ConvertMask(scope, mask, ScalarType.Byte).Map(text => $"({text} & {scope.Layout.Class}.Create((byte)1))") with { IsMask = false };
}
