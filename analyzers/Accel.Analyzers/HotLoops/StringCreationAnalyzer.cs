using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4305: a string made per iteration: cut, joined, formatted, changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StringCreationAnalyzer : HotLoopAnalyzer
{
    private static readonly string[] s_methods =
        ["Substring", "Split", "Replace", "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant", "Trim", "TrimStart", "TrimEnd", "PadLeft", "PadRight", "Remove", "Insert", "Concat", "Join", "Format", "ToCharArray"];

    public StringCreationAnalyzer()
        : base(DiagnosticDescriptors.StringCreation, OperationKind.Invocation, OperationKind.InterpolatedString)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String } method } call when s_methods.Contains(method.Name) && !call.ConstantValue.HasValue =>
            new Finding(call.Syntax, HotPaths.Text(call.Syntax), Advice(method.Name)),

        // What goes into a handler of a method (StringBuilder.Append, TryWrite, logging) is written in place.
        IInterpolatedStringOperation { ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String, Parent: not IInterpolatedStringHandlerCreationOperation } text
            when text.Parts.Any(part => part is IInterpolationOperation) =>
            new Finding(text.Syntax, HotPaths.Text(text.Syntax), "write into a buffer or a StringBuilder that is made once"),
        _ => null,
    };

    private static string Advice(string method) => method switch
    {
        "Substring" or "Trim" or "TrimStart" or "TrimEnd" or "Remove" => "use AsSpan and a slice, which copies nothing",
        "Split" => "use the span's Split or IndexOf, which cut nothing out",
        "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" => "compare with StringComparison.OrdinalIgnoreCase, or change the case once outside the loop",
        "ToCharArray" => "index the string, or use AsSpan",
        _ => "write into a buffer or a StringBuilder that is made once",
    };
}
