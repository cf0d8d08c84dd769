using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Running;
using Accel.Generators;
using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Compiling;

/// <summary>A kernel that is ready to run, or what went wrong with it.</summary>
/// <param name="Index">Its number in the batch.</param>
/// <param name="Text">The kernel.</param>
internal sealed partial record BatchedKernel(int Index, KernelText Text)
{
    public FuzzSignature? Signature { get; set; }

    public FuzzCase? Case { get; set; }

    public KernelRecord? Record { get; set; }

    /// <summary>The descriptors of its nests.</summary>
    public Runtime.NestDescriptor[] Nests { get; set; } = [];

    /// <summary>The GPU bodies of its nests.</summary>
    public Type[] GpuBodies { get; set; } = [];

    /// <summary>The generated file.</summary>
    public string Generated { get; set; } = "";

    /// <summary>What is wrong with the compiler's output or the compiler.</summary>
    public Mismatch? Mismatch { get; set; }

    /// <summary>Why the kernel is none: a mutation that is no valid C#.</summary>
    public string? Invalid { get; set; }

    /// <summary>Whether it calls elementary functions, which are Accel's own in compiled nests and the platform's where a nest runs as written.</summary>
    public bool HasFunctions => !Text.Members.Contains("FloatMode.Strict", StringComparison.Ordinal) && ElementaryFunction().IsMatch(Text.Members);

    public bool IsAlive => Mismatch is null && Invalid is null;

    [System.Text.RegularExpressions.GeneratedRegex(@"\.(Exp|Log|Log2|Log10|Cbrt|Sin|Cos|SinCos|Tan|Asin|Acos|Atan|Atan2|Sinh|Cosh|Tanh|Asinh|Acosh|Atanh|Exp2|Exp10|ExpM1|LogP1|SinPi|CosPi|Hypot|Pow)\(")]
    private static partial System.Text.RegularExpressions.Regex ElementaryFunction();
}

/// <summary>Compiles many kernels at once, as one project of a user: one compilation costs less than many.</summary>
internal sealed class KernelBatch
{
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);

    private readonly CompilerRecord _record = new();
    private readonly bool _gpu;
    private readonly bool _analyze;

    private KernelBatch(IReadOnlyList<KernelText> texts, bool gpu, bool analyze)
    {
        Kernels = [.. texts.Select((text, index) => new BatchedKernel(index, text))];
        _gpu = gpu;
        _analyze = analyze;
    }

    public IReadOnlyList<BatchedKernel> Kernels { get; }

    /// <summary>What the analyzers said, by kernel; empty where they did not run.</summary>
    public ILookup<int, Diagnostic> Diagnostics { get; private set; } = Array.Empty<Diagnostic>().ToLookup(_ => 0);

    private IEnumerable<BatchedKernel> Alive => Kernels.Where(kernel => kernel.IsAlive);

    /// <summary>Compiles and loads.</summary>
    /// <param name="texts">The kernels.</param>
    /// <param name="gpu">Whether GPU code is generated too.</param>
    /// <param name="analyze">Whether the analyzers run too.</param>
    /// <param name="change">Changes generated files: for tests that the fuzzer finds what is wrong.</param>
    public static KernelBatch Compile(IReadOnlyList<KernelText> texts, bool gpu, bool analyze, Func<string, string>? change = null)
    {
        var batch = new KernelBatch(texts, gpu, analyze);
        batch.DropInvalid();
        batch.Build(change ?? (text => text));
        return batch;
    }

    /// <summary>What is no valid C# by itself is no test of the compiler.</summary>
    private void DropInvalid()
    {
        foreach (BatchedKernel kernel in Kernels)
        {
            SyntaxTree tree = Parse(HarnessWriter.Kernel(kernel.Text.Members, kernel.Index), $"K{kernel.Index}.cs");
            kernel.Signature = FuzzSignature.Find(tree.GetRoot()) is { } method ? FuzzSignature.Of(method) : null;
            if (kernel.Signature is null)
            {
                kernel.Invalid = "no kernel that the harness can call";
            }
        }

        CSharpCompilation compilation = Compilation(kernel => [Parse(HarnessWriter.Kernel(kernel.Text.Members, kernel.Index), $"K{kernel.Index}.cs")]);
        foreach (Diagnostic error in compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            Kernels[IndexOf(error)!.Value].Invalid ??= error.ToString();
        }
    }

    private void Build(Func<string, string> change)
    {
        while (Alive.Any())
        {
            CSharpCompilation compilation = Compilation(kernel =>
            [
                Parse(HarnessWriter.Kernel(kernel.Text.Members, kernel.Index), $"K{kernel.Index}.cs"),
                Parse(HarnessWriter.Oracle(kernel.Text.Members, kernel.Index), $"O{kernel.Index}.cs"),
                Parse(HarnessWriter.Case(kernel.Signature!, kernel.Index), $"C{kernel.Index}.cs"),
            ]);
            GeneratorDriver driver = CSharpGeneratorDriver
                .Create([new Accel.Generators.KernelGenerator(_record.Stages).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
                .RunGenerators(compilation);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            if (Failed(result))
            {
                continue;
            }

            CSharpCompilation output = compilation.AddSyntaxTrees(result.GeneratedSources.Select(source => Parse(change(source.SourceText.ToString()), source.HintName)));
            using var image = new MemoryStream();
            Microsoft.CodeAnalysis.Emit.EmitResult emitted = output.Emit(image);
            if (!emitted.Success)
            {
                Blame(emitted.Diagnostics);
                continue;
            }

            if (_analyze)
            {
                Diagnostics = AnalyzerRun.Of(output, Alive.ToList()).ToLookup(diagnostic => IndexOf(diagnostic) ?? -1);
            }

            image.Position = 0;
            Load(image, result);
            return;
        }
    }

    private bool Failed(GeneratorRunResult result)
    {
        if (result.Exception is { } exception)
        {
            // Which kernel it was is not known: the exception leaves the generator, which must not happen for any.
            foreach (BatchedKernel kernel in Alive.ToList())
            {
                kernel.Mismatch = new(MismatchKind.GeneratorFailed, null, null, exception.ToString());
            }

            return true;
        }

        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            BatchedKernel? kernel = IndexOf(diagnostic) is { } index ? Kernels[index] : Alive.First();
            kernel.Mismatch ??= new(MismatchKind.GeneratorFailed, null, null, diagnostic.ToString());
        }

        return result.Diagnostics.Length > 0;
    }

    private void Blame(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (Diagnostic error in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            BatchedKernel kernel = IndexOf(error) is { } index ? Kernels[index] : throw new InvalidOperationException($"An error that belongs to no kernel: {error}");
            string line = error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
            kernel.Mismatch ??= new(MismatchKind.DoesNotCompile, null, null, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)} in {error.Location.SourceTree?.FilePath}: {line}");
        }
    }

    private void Load(MemoryStream image, GeneratorRunResult result)
    {
        System.Reflection.Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        Type[] types = assembly.GetTypes();
        foreach (BatchedKernel kernel in Alive)
        {
            string prefix = $"Fuzz_K{kernel.Index}_{kernel.Signature!.Method}_";
            kernel.Case = (FuzzCase)Activator.CreateInstance(assembly.GetType($"Fuzz.C{kernel.Index}")!)!;
            kernel.Record = _record.Of($"K{kernel.Index}", kernel.Signature.Method);
            kernel.Generated = string.Join("\n", result.GeneratedSources.Where(source => source.HintName.StartsWith(prefix, StringComparison.Ordinal)).Select(source => source.SourceText));
            Type[] own = [.. types.Where(type => type.FullName!.StartsWith($"Accel.Generated.{prefix}", StringComparison.Ordinal))];
            kernel.Nests = [.. own.Select(type => type.GetField("Descriptor", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)?.GetValue(null)).OfType<Runtime.NestDescriptor>()];
            kernel.GpuBodies = [.. own.Where(type => type.IsValueType && typeof(Gpu.IGpuKernel).IsAssignableFrom(type))];
        }
    }

    private CSharpCompilation Compilation(Func<BatchedKernel, SyntaxTree[]> trees) => CSharpCompilation.Create(
        $"FuzzBatch{Guid.NewGuid():N}",
        Alive.SelectMany(trees),
        [.. _gpu ? TestReferences.Gpu : TestReferences.Accel, s_self],
        s_options);

    private static readonly MetadataReference s_self = MetadataReference.CreateFromFile(typeof(FuzzCase).Assembly.Location);

    private static SyntaxTree Parse(string text, string name) => TestCompilation.Parse(text, name);

    /// <summary>The kernel that a diagnostic is about: files are named after it, and so are generated ones.</summary>
    private static int? IndexOf(Diagnostic diagnostic)
    {
        string name = Path.GetFileName(diagnostic.Location.SourceTree?.FilePath ?? "");
        if (name.StartsWith("Fuzz_K", StringComparison.Ordinal))
        {
            name = name["Fuzz_".Length..];
        }

        string digits = new([.. name.Skip(1).TakeWhile(char.IsAsciiDigit)]);
        if (name.StartsWith("Accel.Interceptors", StringComparison.Ordinal) || digits.Length == 0)
        {
            // An error in the file of all calls names the entry class.
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            int at = message.IndexOf("Fuzz_K", StringComparison.Ordinal);
            digits = at < 0 ? "" : new([.. message.Skip(at + "Fuzz_K".Length).TakeWhile(char.IsAsciiDigit)]);
        }

        return digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
