using System.Collections.Immutable;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>
/// Element kernels: <c>float F(float x) => e</c> is read as <c>for (i = 0; i &lt; destination.Length; i++) destination[i] = e[x := x[i]]</c>.
/// </content>
internal sealed partial class NestReader
{
    public static NestReading ReadElements(IMethodSymbol method, MethodDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new NestReader(new(compilation, () => [], cancellation) { FloatMode = KernelFrontend.FloatMode(method) }, sites: null) { _root = declaration, _isElementKernel = true };
        IBlockOperation? body = MethodBodies.Of(method, compilation, cancellation);
        if (body is null || body.DescendantsAndSelf().Any(operation => operation.Kind == OperationKind.Invalid))
        {
            throw new RejectedException(new(RejectionReason.UnsupportedStatement, declaration.Identifier.GetLocation(), "The method does not compile as C#, so it stays plain."));
        }

        reader.CollectAssigned(body);
        return reader.ReadElements(method, declaration, body);
    }

    private NestReading ReadElements(IMethodSymbol method, MethodDeclarationSyntax declaration, IBlockOperation body)
    {
        int id = _nextLoop++;
        _loops.Add((id, LoopLocations.Of(declaration)));
        Local index = NewLocal("i", ScalarType.Int32);
        _loopVariables.Add(index);
        _around.Add(index);
        var subscripts = EquatableArray.Of<Expr>(new Read(index));
        var statements = new List<Stmt>();
        _current = statements;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            var argument = new Buffer(_buffers.Count, LoopLabels.Identifier(parameter.Name), BufferKind.Elements, ScalarTypeReader.Of(parameter.Type)!.Value);
            _buffers.Add(argument);
            _bufferArguments.Add(LoopLabels.Escape(parameter.Name));
            Local value = NewLocal(parameter.Name, argument.ElementType);
            _symbols[parameter] = value;
            statements.Add(new Declare(value, new Load(argument, subscripts)));
        }

        string name = "destination";
        while (_buffers.Any(buffer => buffer.Name == name))
        {
            name += "_";
        }

        var destination = new Buffer(_buffers.Count, name, BufferKind.Span, ScalarTypeReader.Of(method.ReturnType)!.Value);
        _buffers.Add(destination);
        _bufferArguments.Add(name);
        int own = _buffers.Count;
        _inlining.Push(method.OriginalDefinition);
        Expr result = ReadInlinedBody(body, method)[0]!;
        _inlining.Pop();
        statements.Add(new Store(destination, subscripts, result));
        var loop = new ForLoop(id, index, Constant.Int(0), LoopRelation.Less, new Length(destination, 0), 1, new(statements.ToEquatableArray()), LoopSchedule.Serial);
        CheckFields(loop);
        Nest nest = NestOf(0, declaration, loop);
        return new(nest, _bufferArguments.Skip(own).Concat(_scalars.Select(scalar => scalar.Argument)).ToEquatableArray(), _loops.ToImmutableArray()) { NeedsContainingType = _needsContainingType, Accessors = _accessors.Declarations };
    }
}
