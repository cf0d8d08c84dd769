using Accel.Compiler.Analysis;
using Accel.Compiler.Frontend;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;
using Accel.Testing.Roslyn;
using Accel.Testing.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Compiler.Tests;

/// <summary>One kernel given as C#, and what the compiler makes of it, as text.</summary>
internal sealed class CompilerTest
{
    private readonly FrontendResult _result;

    private CompilerTest(string source, string type, string method, CompileOptions? options)
    {
        CSharpCompilation compilation = TestCompilation.Create(source, options);
        compilation.AssertNoErrors();
        IMethodSymbol symbol = compilation.GetTypeByMetadataName(type)!.GetMembers(method).OfType<IMethodSymbol>().Single();
        _result = KernelFrontend.Build(symbol, compilation, CancellationToken.None);
    }

    /// <summary>The method <c>Run</c> with this body, as the class <c>Test.Kernels</c> has it.</summary>
    public static CompilerTest Kernel(
        string parameters, string body, string returns = "void", string attribute = "Kernel", CompileOptions? options = null) =>
        Source(KernelSource.Method(parameters, body, returns, attribute: attribute), options: options);

    /// <summary>The method <c>Run</c> among these members of <c>Test.Kernels</c>.</summary>
    public static CompilerTest Members(string members) => Source(KernelSource.Members(members));

    /// <summary>A method of a whole file.</summary>
    public static CompilerTest Source(
        string source, string type = KernelSource.Namespace + "." + KernelSource.ClassName, string method = "Run", CompileOptions? options = null) =>
        new(source, type, method, options);

    public bool IsKernel => _result.Model is not null;

    public KernelModel Model => _result.Model ?? throw new InvalidOperationException("The declaration cannot be a kernel.");

    /// <summary>The only nest, as the frontend read it.</summary>
    public Nest Nest
    {
        get
        {
            HasNoRejections();
            return Assert.Single(Model.Nests);
        }
    }

    /// <summary>The loop with this variable.</summary>
    public ForLoop Loop(string variable) => StmtFacts.Loops(Nest.Loop).Single(loop => loop.Variable.Name == variable);

    public void HasIr(string expected) => Equal(expected, string.Concat(Model.Nests.Select(IrPrinter.Print)));

    /// <summary>Compares the only nest after one lowering; those in front of it run, too.</summary>
    public void HasIrAfter(string lowering, string expected) => Equal(expected, IrPrinter.Print(After(lowering)));

    /// <summary>The only nest after one lowering.</summary>
    public Nest After(string lowering)
    {
        FloatModeOption mode = Model.Options.FloatMode;
        Nest nest = Nest;
        if (lowering == nameof(CompensateSums))
        {
            Nest compensated = After(nameof(ConvertIfs));
            return CompensateSums.Run(compensated, 900);
        }

        ForLoop? unscheduled = null;
        (string Name, Func<ForLoop> Run)[] passes =
        [
            (nameof(DropClamps), () => DropClamps.Run(nest.Loop)),
            (nameof(PromoteElements), () => PromoteElements.Run(nest.Loop, 300)),
            (nameof(RecognizeReductions), () => RecognizeReductions.Run(nest.Loop, mode)),
            (nameof(FuseElementSums), () => FuseElementSums.Run(nest.Loop, mode)),
            (nameof(RerollLoops), () => RerollLoops.Run(nest.Loop)),
            (nameof(HoistExits), () => HoistExits.Run(nest.Loop, 800)),
            (nameof(NarrowIntegers), () => NarrowIntegers.Run(nest.Loop)),
            (nameof(CarryValues), () => CarryValues.Run(nest.Loop, 400)),
            (nameof(VectorizeLoops), () => VectorizeLoops.Run(nest.Loop, nest.Buffers, mode, 500).Loop),
            (nameof(ParallelizeLoops), () => ParallelizeLoops.Run(nest.Loop, nest.Buffers, mode).Root),
            (nameof(ShareInPieces), () => nest.Loop.Schedule.IsParallel ? nest.Loop : ShareInPieces.Run(nest, unscheduled!, mode, 950)?.Root ?? nest.Loop),
            (nameof(ConvertIfs), () => ConvertIfs.Run(nest.Loop, 100)),
            (nameof(JamLoops), () => JamLoops.Run(nest.Loop, 200)),
            (nameof(TileLoops), () => TileLoops.Run(nest.Loop, 600)),
            (nameof(JamRows), () => JamRows.Run(nest.Loop, 700)),
        ];
        foreach ((string name, Func<ForLoop> run) in passes)
        {
            unscheduled = name == nameof(VectorizeLoops) ? nest.Loop : unscheduled;
            nest = nest with { Loop = run() };
            if (name == lowering)
            {
                return nest;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(lowering), lowering, "There is no such lowering.");
    }

    /// <summary>Compares the rejections: reason, the source that each points at, message.</summary>
    public void HasRejections(string expected) => Equal(expected, string.Concat(_result.Rejections.Select(Text)));

    /// <summary>Where and why nests stay plain.</summary>
    public string Rejections => string.Concat(_result.Rejections.Select(Text));

    public void HasNoRejections() => Assert.True(_result.Rejections.IsEmpty, string.Concat(_result.Rejections.Select(Text)));

    /// <summary>Compares the remarks: the source of each loop, and what was done to it.</summary>
    public void HasRemarks(string expected)
    {
        Equal(expected, string.Concat(KernelCompiler.Compile(Model).Remarks.Select(remark =>
        {
            LoopLocation location = _result.Loops.Single(loop => loop.Nest == remark.Nest && loop.Loop == remark.Loop);
            return $"{SourceText(location.Location)}\n    {remark.Kind}: {remark.Message}\n";
        })));
    }

    /// <summary>Compares the body outside the nests, and the calls of the nests.</summary>
    public void HasHost(string expected) => Equal(expected, string.Join("\n", Model.Body.Select(part => part switch
    {
        HostText text => "text: " + text.Text,
        HostNest nest => $"nest {nest.Nest}({string.Join(", ", nest.Arguments)}): {nest.Plain}",
        _ => part.ToString(),
    })));

    public static void Equal(string expected, string actual)
    {
        Assert.Equal(expected.TrimEnd(), actual.TrimEnd());
    }

    private static string Text(Rejection rejection) =>
        $"{rejection.Reason} at {SourceText(rejection.Location)}{(rejection.InnerLoopsAreCompiled ? " (inner loops compiled)" : "")}\n    {rejection.Message}\n";

    private static string SourceText(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
