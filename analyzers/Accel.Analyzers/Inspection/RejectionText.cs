using Accel.Compiler.Frontend;

namespace Accel.Analyzers.Inspection;

/// <summary>Messages of the compiler as diagnostics show them.</summary>
internal static class RejectionText
{
    public static string Of(Rejection rejection)
    {
        string text = rejection.Message.TrimEnd('.');
        return rejection.InnerLoopsAreCompiled ? text + " (the loops inside are compiled)" : text;
    }

    /// <summary>A remark, which goes on after a loop's name elsewhere, as a sentence of its own.</summary>
    public static string Sentence(string remark) => remark.Length == 0 ? remark : char.ToUpperInvariant(remark[0]) + remark.Substring(1).TrimEnd('.');
}
