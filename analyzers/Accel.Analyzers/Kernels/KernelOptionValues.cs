using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Kernels;

/// <summary>The options that a kernel's attribute gives, looked at together.</summary>
internal static class KernelOptionValues
{
    private static readonly string[] s_floatModes = ["Reproducible", "Strict", "Fast"];
    private static readonly string[] s_accumulations = ["Plain", "Compensated"];

    /// <summary>Why not all of them can be kept, or <see langword="null"/>.</summary>
    public static string? FindContradiction(IMethodSymbol method)
    {
        AttributeData? attribute = KernelFrontend.Attribute(method);
        int mode = KernelFrontend.Argument<int>(attribute, "FloatMode");
        int accumulation = KernelFrontend.Argument<int>(attribute, "Accumulation");
        return Unknown("FloatMode", mode, s_floatModes) ?? Unknown("Accumulation", accumulation, s_accumulations) ?? (accumulation, mode) switch
        {
            (1, 1) => "FloatMode.Strict adds up in the order of the source, with the rounding of each addition, which Accumulation.Compensated replaces; leave one of them out",
            (1, 2) => "FloatMode.Fast may re-associate the sums whose rounding errors Accumulation.Compensated keeps; leave one of them out",
            _ => null,
        };
    }

    /// <summary>The attribute, where it is written.</summary>
    public static Location? LocationOf(IMethodSymbol method) =>
        KernelFrontend.Attribute(method)?.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : null;

    private static string? Unknown(string option, int value, string[] names) =>
        value >= 0 && value < names.Length ? null : $"{option} has no value {value}; it is one of {string.Join(", ", names.Select(name => $"{option}.{name}"))}";
}
