using System.Reflection;
using System.Runtime.Loader;
using Accel.Compiler.Codegen;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.Codegen.Simd;
using Accel.Compiler.IR;
using Accel.Testing.Running;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Emits nests for every width, compiles them in memory against Accel.dll, and runs them.</summary>
internal sealed class NestHarness
{
    public static readonly int[] Widths = [128, 256, 512];

    private readonly List<MethodInfo> _vector = [];
    private readonly List<MethodInfo> _scalar = [];

    public NestHarness(FloatModeOption floatMode, params Nest[] nests)
    {
        Source = string.Concat(nests.SelectMany((nest, i) => new[]
        {
            Emit(nest, $"Vector{i}", floatMode),
            Emit(nest with { Loop = WithoutPlans(nest.Loop) }, $"Scalar{i}", floatMode),
        }));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(LanguageVersion.Preview))],
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(typeof(Accel.Runtime.IRangeBody).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(GuardSide).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + "\n" + Source);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(null).LoadFromStream(image);
        for (int i = 0; i < nests.Length; i++)
        {
            _vector.Add(assembly.GetType($"Accel.Generated.Vector{i}")!.GetMethod("Invoke")!);
            _scalar.Add(assembly.GetType($"Accel.Generated.Scalar{i}")!.GetMethod("Invoke")!);
        }
    }

    public string Source { get; }

    /// <summary>Runs a nest in place.</summary>
    /// <param name="nest">Its number.</param>
    /// <param name="bits">The width, or 0 for scalar code.</param>
    /// <param name="trip">Trip count of the outermost loop.</param>
    /// <param name="buffers">Arrays.</param>
    /// <param name="scalars">Boxed scalars; those that the nest writes are replaced.</param>
    /// <param name="chunk">Iterations of one call of Run.</param>
    public void Run(int nest, int bits, nint trip, Array[] buffers, object[] scalars, nint chunk) =>
        (bits == 0 ? _scalar : _vector)[nest].Invoke(null, BindingFlags.DoNotWrapExceptions, null, [bits, trip, buffers, scalars, chunk], null);

    private static string Emit(Nest nest, string name, FloatModeOption floatMode)
    {
        var writer = new SourceWriter();
        using (writer.Block("namespace Accel.Generated"))
        {
            foreach (string @namespace in CSharpNames.Usings)
            {
                writer.Line($"using {@namespace};");
            }

            using (writer.Block($"public static class {name}"))
            {
                EmitInvoke(writer, nest);
                FrameEmitter.Emit(writer, nest);
                if (!FrameEmitter.HasVectorLoop(nest.Loop))
                {
                    writer.Line();
                    ScalarEmitter.EmitRun(writer, nest, floatMode);
                }
                else
                {
                    foreach (int bits in Widths)
                    {
                        writer.Line();
                        SimdEmitter.EmitRun(writer, nest, bits, floatMode);
                    }
                }
            }
        }

        return writer.ToString();
    }

    private static ForLoop WithoutPlans(ForLoop loop) => loop with { Schedule = loop.Schedule with { Vector = null }, Body = WithoutPlans(loop.Body) };

    private static Block WithoutPlans(Block block) => new(block.Statements.Select(statement => statement switch
    {
        ForLoop loop => WithoutPlans(loop),
        If branch => branch with { Then = WithoutPlans(branch.Then), Else = WithoutPlans(branch.Else) },
        _ => statement,
    }).ToEquatableArray());

    private static void EmitInvoke(SourceWriter writer, Nest nest)
    {
        writer.Open("public static void Invoke(int bits, nint trip, Array[] buffers, object[] scalars, nint chunk)");

        // Code may read neither behind nor before a buffer.
        writer.Line("var side = trip % 2 == 0 ? global::Accel.Testing.Running.GuardSide.After : global::Accel.Testing.Running.GuardSide.Before;");
        for (int i = 0; i < nest.Buffers.Count; i++)
        {
            Buffer buffer = nest.Buffers[i];
            string type = buffer.ElementType.Keyword();
            string array = $"({type}[])buffers[{i}]";
            string guarded = $"guarded{buffer.Id}";
            if (buffer.Kind is not (BufferKind.Array or BufferKind.Array2D))
            {
                writer.Line($"using var {guarded} = new global::Accel.Testing.Running.GuardedMemory<{type}>({array}, side);");
            }

            writer.Line(buffer.Kind switch
            {
                BufferKind.Array => $"{type}[] {buffer.Name} = {array};",
                BufferKind.Array2D => $"{type}[,] {buffer.Name} = ({type}[,])buffers[{i}];",
                BufferKind.ReadOnlySpan => $"ReadOnlySpan<{type}> {buffer.Name} = {guarded}.Span;",
                BufferKind.Elements => $"Elements<{type}> {buffer.Name} = buffers[{i}].Length == 1 ? (({array})[0]) : (ReadOnlySpan<{type}>){guarded}.Span;",
                _ => $"Span<{type}> {buffer.Name} = {guarded}.Span;",
            });
        }

        for (int i = 0; i < nest.Scalars.Count; i++)
        {
            Local local = nest.Scalars[i].Local;
            string keyword = local.Type.Keyword();
            writer.Line(nest.Scalars[i].IsWritten
                ? $"ref {keyword} {CSharpNames.Of(local)} = ref Unsafe.Unbox<{keyword}>(scalars[{i}]);"
                : $"{keyword} {CSharpNames.Of(local)} = ({keyword})scalars[{i}];");
        }

        FrameEmitter.EmitCreate(writer, nest, "frame");
        List<Reduction> reductions = FrameEmitter.RootReductions(nest).ToList();
        foreach (Reduction reduction in reductions)
        {
            writer.Line($"frame.{CSharpNames.PartialsOf(reduction.Target)} = new {reduction.Target.Type.Keyword()}[BlockTree.BlockCount(trip)];");
        }

        using (writer.Block("for (nint begin = 0; begin < trip; begin += chunk)"))
        {
            writer.Line("nint end = Math.Min(begin + chunk, trip);");
            foreach (int bits in FrameEmitter.HasVectorLoop(nest.Loop) ? Widths : [])
            {
                writer.Line($"if (bits == {bits}) {{ Run{bits}(ref frame, begin, end); }}");
            }

            if (!FrameEmitter.HasVectorLoop(nest.Loop))
            {
                writer.Line("RunScalar(ref frame, begin, end);");
            }
        }

        foreach (Reduction reduction in reductions)
        {
            EmitFold(writer, reduction);
        }

        for (int i = 0; i < nest.Buffers.Count; i++)
        {
            if (nest.Buffers[i].Kind == BufferKind.Span)
            {
                writer.Line($"{nest.Buffers[i].Name}.CopyTo(({nest.Buffers[i].ElementType.Keyword()}[])buffers[{i}]);");
            }
        }

        writer.Close();
    }

    private static void EmitFold(SourceWriter writer, Reduction reduction)
    {
        string name = CSharpNames.Of(reduction.Target);
        string type = reduction.Target.Type.Keyword();
        string op = CSharpNames.OperatorType(reduction.Op, reduction.Target.Type);
        using (writer.Block("if (trip > 0)"))
        {
            string fold = $"BlockTree.Fold<{type}, {op}>(frame.{CSharpNames.PartialsOf(reduction.Target)})";
            writer.Line($"{name} = {op}.Combine({name}, {fold});");
        }
    }
}
