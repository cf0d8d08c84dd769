using Accel.Compiler.Frontend;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>The names of what is generated for a kernel.</summary>
internal static class GeneratedNames
{
    public const string Backend = "global::Accel.Backend";

    public static string NestClass(KernelSignature signature, int nest) => $"{signature.UniqueName}_Nest{nest}";

    /// <summary>The entry class, fully qualified.</summary>
    public static string EntryClass(KernelSignature signature) => $"global::{KernelNames.GeneratedNamespace}.{signature.UniqueName}";

    /// <summary>The member that holds the host body.</summary>
    public static string HostMethod(KernelSignature signature) => Member(signature) + "__Accel";

    /// <summary>The member that runs the method as written with its parallel loops checked.</summary>
    public static string CheckedMethod(KernelSignature signature) => Member(signature) + "__Checked";

    /// <summary>The class of a nest whose parallel loops are checked.</summary>
    public static string CheckedClass(KernelSignature signature, int nest) => $"{signature.UniqueName}_Checked{nest}";

    /// <summary>The member that makes a method, which only its type can call, callable from the entry class.</summary>
    public static string ReferenceMethod(KernelSignature signature) => Member(signature) + "__Reference";

    // For other type arguments the parameters may be the same.
    private static string Member(KernelSignature signature) => signature.TypeArguments.Length > 0 ? signature.UniqueName : signature.Name;

    /// <summary>The class of the host body where the containing type is not partial.</summary>
    public static string HostClass(KernelSignature signature) => signature.UniqueName + "_Host";

    /// <summary>How an outer type calls <paramref name="member"/> of the type inside it.</summary>
    public static string Forwarder(KernelSignature signature, string member) => $"{signature.UniqueName}_{member.TrimStart('@')}";

    /// <summary>
    /// <paramref name="wanted"/>, with a number where one of the texts uses that word: the parameter must not capture a name of the user's.
    /// </summary>
    public static string Fresh(string wanted, IEnumerable<string> texts)
    {
        string[] all = texts.ToArray();
        string name = wanted;
        for (int i = 1; all.Any(text => ContainsWord(text, name)); i++)
        {
            name = $"{wanted}{i}";
        }

        return name;
    }

    private static bool ContainsWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || !IsWordPart(text[at - 1])) && (end == text.Length || !IsWordPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
