using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>XML documentation of overloads: the user's own, with what the overload adds.</summary>
internal static class Documentation
{
    public static void Emit(SourceWriter writer, KernelSignature signature, params string[] additions)
    {
        string[] lines = signature.Documentation.Count > 0
            ? signature.Documentation.ToArray()
            : [$"<summary>{Escape(signature.DisplayName)} on a backend of the caller's choice.</summary>"];

        int lastParameter = Array.FindLastIndex(lines, line => line.Contains("</param>"));
        int insertAt = lastParameter >= 0 ? lastParameter + 1 : lines.Length;
        foreach (string line in lines.Take(insertAt).Concat(additions).Concat(lines.Skip(insertAt)))
        {
            writer.Line(line.Length == 0 ? "///" : $"/// {line}");
        }
    }

    public static string BackendParameter(string name) =>
        $"<param name=\"{name.TrimStart('@')}\">Where to run: <c>Auto</c> lets the dispatcher choose, any other value runs there or throws.</param>";

    public const string BackendException =
        "<exception cref=\"global::Accel.BackendUnavailableException\">The backend cannot run this kernel on this machine.</exception>";

    /// <summary>Without what the method returns, for an overload that returns nothing.</summary>
    public static EquatableArray<string> WithoutReturns(EquatableArray<string> lines)
    {
        var kept = new List<string>();
        bool isInReturns = false;
        foreach (string line in lines)
        {
            isInReturns |= line.Contains("<returns>");
            if (!isInReturns)
            {
                kept.Add(line);
            }

            isInReturns &= !line.Contains("</returns>");
        }

        return kept.ToEquatableArray();
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
