namespace Accel.Compiler.IR;

/// <summary>
/// Everything that the generator knows of one kernel. Immutable and compared by value, with no symbols, syntax or locations, so that
/// an edit elsewhere in the project costs a comparison and not a compile.
/// </summary>
/// <param name="Signature">The declaration.</param>
/// <param name="Options">Those of the attribute and of the compilation.</param>
/// <param name="Host">What the code outside the nests needs around it.</param>
/// <param name="Body">The method's body in pieces; empty for an element kernel.</param>
/// <param name="Nests">The nests that the frontend could read.</param>
/// <param name="Element">For an element kernel: its types.</param>
internal sealed record KernelModel(
    KernelSignature Signature,
    KernelOptions Options,
    HostContext Host,
    EquatableArray<HostPart> Body,
    EquatableArray<Nest> Nests,
    ElementKernel? Element)
{
    /// <summary>The form that checks the user's word that loops are independent, or <see langword="null"/> where no loop is called so.</summary>
    public CheckedKernel? Checked { get; init; }
}

/// <summary>The options of the attribute and of the compilation.</summary>
/// <param name="FloatMode">0 Reproducible, 1 Strict, 2 Fast, as <c>Accel.FloatMode</c>.</param>
/// <param name="RequireVectorized">A loop that stays scalar is an error.</param>
/// <param name="IsDebugBuild">Auto runs the reference while a debugger is attached.</param>
internal sealed record KernelOptions(FloatModeOption FloatMode, bool RequireVectorized, bool IsDebugBuild)
{
    /// <summary>Whether sums keep their rounding errors, as <c>Accel.Accumulation.Compensated</c>.</summary>
    public bool IsCompensated { get; init; }

    /// <summary>Whether SIMD code counts the lanes that are at work where they go different ways.</summary>
    public bool CountsLanes { get; init; }
}

internal enum FloatModeOption
{
    Reproducible,
    Strict,
    Fast,
}

/// <summary>The method's declaration.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="ContainingTypes">From the outermost to the innermost.</param>
/// <param name="Name">The method's name, escaped where it is a keyword.</param>
/// <param name="UniqueName">Identifier that is unique per kernel in its assembly and does not change with edits elsewhere:
/// namespace, types and name joined by <c>_</c>, with a hash of the parameter types.</param>
/// <param name="DisplayName">Full name for messages: <c>MyApp.Signal.Saxpy</c>.</param>
/// <param name="IsPublic">Whether the method and all its containing types are visible outside the assembly.</param>
/// <param name="Accessibility">C# keywords of the method's own accessibility.</param>
/// <param name="ReturnType">Fully qualified, <c>void</c> for none.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Documentation">Lines of the XML documentation comment without <c>///</c>, or empty.</param>
internal sealed record KernelSignature(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    string UniqueName,
    string DisplayName,
    bool IsPublic,
    string Accessibility,
    string ReturnType,
    EquatableArray<KernelParameter> Parameters,
    EquatableArray<string> Documentation)
{
    /// <summary>The type arguments that a generic kernel is compiled for: <c>&lt;float&gt;</c>; empty for another kernel.</summary>
    public string TypeArguments { get; init; } = "";

    /// <summary>Whether members can be added to the containing type.</summary>
    public bool IsPartial => ContainingTypes.All(type => type.IsPartial);

    /// <summary>The containing type, fully qualified with <c>global::</c>.</summary>
    public string ContainingTypeName =>
        "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", ContainingTypes.Select(type => type.Name));
}

/// <param name="Keywords">What precedes the name in a partial declaration, without <c>partial</c>: <c>static class</c>, <c>readonly struct</c>, …</param>
/// <param name="Name">The name, escaped where it is a keyword.</param>
/// <param name="IsPartial">Whether all declarations say partial.</param>
internal sealed record ContainingType(string Keywords, string Name, bool IsPartial);

/// <param name="Type">Fully qualified.</param>
/// <param name="Name">Escaped where it is a keyword.</param>
/// <param name="Modifier">Empty, <c>in</c>, <c>ref</c>, <c>out</c>, <c>ref readonly</c>, <c>params</c>, <c>this</c> or <c>scoped</c>, with those that combine separated by a space.</param>
/// <param name="DefaultValue">C# text of the default value, or <see langword="null"/>.</param>
/// <param name="BufferElement">For <c>Span&lt;T&gt;</c> and <c>ReadOnlySpan&lt;T&gt;</c> of an unmanaged T: T, fully qualified; else <see langword="null"/>.</param>
/// <param name="IsReadOnlyBuffer">For a ReadOnlySpan.</param>
internal sealed record KernelParameter(string Type, string Name, string Modifier, string? DefaultValue, string? BufferElement, bool IsReadOnlyBuffer);

/// <summary>What the surrounding code needs around it to mean the same in a generated file.</summary>
/// <param name="UsingScopes">From the outermost to the innermost: the compilation unit (namespace name empty), then each namespace declaration
/// around the type, each with its using directives as written.</param>
/// <param name="NeedsContainingType">Whether the body touches members that only the containing type may.</param>
/// <param name="TouchesBuffersOutsideNests">Whether code outside the nests may read or write elements of a span parameter (anything but its length):
/// then device buffers are brought to the host first.</param>
/// <param name="IsUnsafe">Whether the method or a type around it is declared unsafe.</param>
internal sealed record HostContext(EquatableArray<UsingScope> UsingScopes, bool NeedsContainingType, bool TouchesBuffersOutsideNests, bool IsUnsafe)
{
    /// <summary>Local functions that arguments of nests call.</summary>
    public EquatableArray<string> Accessors { get; init; } = EquatableArray<string>.Empty;
}

internal sealed record UsingScope(string Namespace, EquatableArray<string> Usings);

/// <summary>
/// A piece of the method's body, in order. The body as a whole is the user's, with each compiled nest written as
/// <c>if (!nest(arguments)) { the nest as written }</c>.
/// </summary>
internal abstract record HostPart;

/// <summary>C# text, passed through.</summary>
internal sealed record HostText(string Text) : HostPart;

/// <summary>A compiled nest.</summary>
/// <param name="Nest">Index into <see cref="KernelModel.Nests"/>.</param>
/// <param name="Arguments">C# of the arguments, in the order buffers then scalars, with <c>ref</c> where the nest writes a scalar.</param>
/// <param name="Plain">The nest as written.</param>
internal sealed record HostNest(int Nest, EquatableArray<string> Arguments, string Plain) : HostPart
{
    /// <summary>What becomes of the variable of the outermost loop where that is declared in front of it, or <see langword="null"/>.</summary>
    public HostCounter? Counter { get; init; }

    /// <summary>How a loop goes on that was left before its end, or <see langword="null"/>.</summary>
    public HostResume? Resume { get; init; }
}

/// <summary>The variable of a nest's outermost loop, which the nest does not assign.</summary>
/// <param name="Begin">C# of the statement that assigns it in front of the nest, which the loop as written begins with, too, or <see langword="null"/>.</param>
/// <param name="End">C# of the statement that assigns it behind the nest.</param>
internal sealed record HostCounter(string? Begin, string End);

/// <summary>A loop whose first iterations the nest may have run.</summary>
/// <param name="Type">C# of the type of its variable.</param>
/// <param name="Name">The local with the value to go on from.</param>
/// <param name="First">C# of the first value.</param>
/// <param name="Plain">The loop as written, but for the value that it begins with.</param>
internal sealed record HostResume(string Type, string Name, string First, string Plain);

/// <summary>
/// An element kernel: scalars in, a scalar out. Its only nest loops over Elements&lt;T&gt; arguments and stores to a span: buffers are the
/// parameters in order, then the destination, then what else of the surrounding code it reads.
/// </summary>
/// <param name="ParameterTypes">C# keyword of each parameter's type.</param>
/// <param name="ResultType">C# keyword of the result's type.</param>
internal sealed record ElementKernel(EquatableArray<string> ParameterTypes, string ResultType)
{
    /// <summary>C# of the nest's arguments behind the destination: fields of the surrounding code.</summary>
    public EquatableArray<string> Inputs { get; init; } = EquatableArray<string>.Empty;
}
