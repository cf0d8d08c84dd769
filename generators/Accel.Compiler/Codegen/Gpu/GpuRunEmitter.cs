using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Writes the method <c>RunGpu</c>: maps the buffers, launches, copies back.</summary>
internal sealed class GpuRunEmitter
{
    private readonly SourceWriter _writer;
    private readonly Nest _nest;
    private readonly GpuThreads _threads;
    private readonly HashSet<Buffer> _written;
    private readonly string _launch;
    private readonly string _body;
    private readonly string _fold;

    private GpuRunEmitter(SourceWriter writer, Nest nest)
    {
        _writer = writer;
        _nest = nest;
        _threads = GpuThreads.Of(nest);
        _written = [.. StmtFacts.Descendants(nest.Loop.Body).OfType<Store>().Select(store => store.Buffer)];
        _launch = Unused("launch");
        _body = Unused("body");
        _fold = Unused("fold");
    }

    public static void Emit(SourceWriter writer, Nest nest) => new GpuRunEmitter(writer, nest).Emit();

    private void Emit()
    {
        IEnumerable<string> parameters = _nest.Buffers.Select(Parameter)
            .Concat(_nest.Scalars.Select(scalar => $"{scalar.Local.Type.Keyword()} {CSharpNames.Of(scalar.Local)}"))
            .Append("nint trip")
            .Concat(_threads.Reductions.Select(reduction => $"Span<{reduction.Target.Type.Keyword()}> {CSharpNames.PartialsOf(reduction.Target)}"));
        using SourceWriter.Scope scope = _writer.Block($"private static bool RunGpu({string.Join(", ", parameters)})");
        _writer.Line($"using GpuLaunch {_launch} = GpuLaunch.Begin();");
        _writer.Line($"GpuBody {_body} = default;");
        EmitBuffers();
        foreach (ScalarInput scalar in _nest.Scalars.Where(scalar => !scalar.IsWritten))
        {
            string name = CSharpNames.Of(scalar.Local);
            _writer.Line($"{_body}.{name} = {GpuStorage.Store(name, scalar.Local.Type)};");
        }

        if (_threads.Lanes > 0)
        {
            EmitReduction();
        }
        else
        {
            EmitLaunch();
        }

        foreach (Buffer buffer in Changed())
        {
            _writer.Line($"{_launch}.CopyBack({_body}.{CSharpNames.Of(buffer)}, {HostSpan(buffer)});");
        }

        _writer.Line($"return {_launch}.Complete();");
    }

    private static string Parameter(Buffer buffer)
    {
        string element = buffer.ElementType.Keyword();
        string type = buffer.Kind switch
        {
            BufferKind.ReadOnlySpan => $"ReadOnlySpan<{element}>",
            BufferKind.Span => $"Span<{element}>",
            BufferKind.Array => $"{element}[]",
            BufferKind.Array2D => $"{element}[,]",
            BufferKind.Array3D => $"{element}[,,]",
            _ => $"Elements<{element}>",
        };
        return $"{type} {buffer.Name}";
    }

    private static string HostSpan(Buffer buffer) => GpuStorage.Span(
        buffer.Kind switch
        {
            BufferKind.Array => $"{buffer.Name}.AsSpan()",
            BufferKind.Array2D or BufferKind.Array3D => $"GpuLaunch.Flatten({buffer.Name})",
            BufferKind.Elements => $"GpuLaunch.Values(in {buffer.Name})",
            _ => buffer.Name,
        },
        buffer.ElementType);

    private string Unused(string name)
    {
        while (_nest.Buffers.Any(buffer => buffer.Name == name))
        {
            name += "_";
        }

        return name;
    }

    // Written buffers first: a buffer that is read may be one of them, and then has to be mapped once. (Any other overlap with a written
    // buffer has been excluded by the guards.) Views of one memory are mapped once, too.
    private void EmitBuffers()
    {
        List<Buffer> mapped = [];
        foreach (Buffer buffer in _nest.Buffers.OrderBy(buffer => !IsMemoryWritten(buffer)))
        {
            string field = $"{_body}.{CSharpNames.Of(buffer)}";
            _writer.Line(mapped.FirstOrDefault(earlier => earlier.UserName == buffer.UserName) is { } view
                ? $"{field} = {As(buffer, view)};"
                : $"{field} = {MapOf(buffer, mapped)};");
            EmitLengths(buffer);
            mapped.Add(buffer);
        }
    }

    private string MapOf(Buffer buffer, List<Buffer> mapped)
    {
        string type = GpuStorage.TypeOf(buffer.ElementType);
        string map = $"{_launch}.{(IsMemoryWritten(buffer) ? "ReadWrite" : "Read")}<{type}>({HostSpan(buffer)})";
        foreach (Buffer earlier in mapped.Where(earlier => (earlier.ElementType == buffer.ElementType || earlier.IsApartFrom(buffer)) && IsMemoryWritten(earlier)).Reverse())
        {
            string other = GpuStorage.TypeOf(earlier.ElementType);
            string span = type == other ? HostSpan(earlier) : $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{other}, {type}>({HostSpan(earlier)})";
            map = $"GpuLaunch.AreSame<{type}>({span}, {HostSpan(buffer)}) ? {As(buffer, earlier)} : {map}";
        }

        return map;
    }

    /// <summary>What is mapped for one buffer as the elements of another one.</summary>
    private string As(Buffer buffer, Buffer mapped)
    {
        string type = GpuStorage.TypeOf(buffer.ElementType);
        return $"{_body}.{CSharpNames.Of(mapped)}{(type == GpuStorage.TypeOf(mapped.ElementType) ? "" : $".As<{type}>()")}";
    }

    /// <summary>Whether the nest writes the buffer, or another view of its memory.</summary>
    private bool IsMemoryWritten(Buffer buffer) => _written.Any(written => written.UserName == buffer.UserName);

    /// <summary>The buffers to copy back, each memory once.</summary>
    private IEnumerable<Buffer> Changed() => _nest.Buffers.Where(IsMemoryWritten).GroupBy(buffer => buffer.UserName).Select(views => views.First());

    private void EmitLengths(Buffer buffer)
    {
        for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
        {
            string length = buffer.Rank > 1 ? $".GetLength({dimension.ToString(CultureInfo.InvariantCulture)})" : ".Length";
            _writer.Line($"{_body}.{CSharpNames.LengthOf(buffer, dimension)} = {buffer.Name}{length};");
        }

        if (buffer.Kind == BufferKind.Elements)
        {
            _writer.Line($"{_body}.{GpuExpressions.StepOf(buffer)} = {buffer.Name}.IsScalar ? 0 : 1;");
        }
    }

    private void EmitLaunch()
    {
        string count = "trip";
        foreach (ForLoop loop in _threads.Loops.Skip(1))
        {
            string trip = $"{_body}.{GpuBodyEmitter.TripOf(loop)}";
            _writer.Line($"{trip} = {_body}.{GpuBodyEmitter.CountOf(loop)}();");
            count += $" * {trip}";
        }

        _writer.Line($"{_launch}.Run({_body}, {count});");
    }

    private void EmitReduction()
    {
        string blocks = Unused("blockCount");
        string lanes = _threads.Lanes.ToString(CultureInfo.InvariantCulture);
        _writer.Line($"{_body}.trip = trip;");
        _writer.Line($"GpuFold {_fold} = default;");
        _writer.Line($"long {blocks} = (trip + {GpuThreads.Block - 1}) / {GpuThreads.Block};");
        foreach (Reduction reduction in _threads.Reductions)
        {
            string type = GpuStorage.TypeOf(reduction.Target.Type);
            string field = GpuFoldEmitter.LanesOf(reduction);
            _writer.Line($"{_body}.{field} = {_fold}.{field} = {_launch}.Temporary<{type}>({blocks} * {lanes});");
            _writer.Line($"{_fold}.{CSharpNames.PartialsOf(reduction.Target)} = {_launch}.Temporary<{type}>({blocks});");
        }

        _writer.Line($"{_launch}.Run({_body}, {blocks} * {lanes});");
        _writer.Line($"{_launch}.Run({_fold}, {blocks});");
        foreach (Reduction reduction in _threads.Reductions)
        {
            string name = CSharpNames.PartialsOf(reduction.Target);
            _writer.Line($"{_launch}.CopyBack({_fold}.{name}, {GpuStorage.Span(name, reduction.Target.Type)});");
        }
    }
}
