using System.Text;
using System.Text.RegularExpressions;

namespace Accel.Gpu;

/// <summary>
/// Completes the PTX that ILGPU writes: every addition and multiplication of floats says how it rounds, which forbids contraction; calls of
/// <see cref="DeviceFunctions"/> become their instructions; and neither conditional branches nor calls claim that all threads take them.
/// </summary>
internal static partial class PtxSource
{
    /// <summary>Returns <paramref name="source"/> with the meaning that C# gives to it.</summary>
    public static string Complete(string source)
    {
        string text = Declaration().Replace(source, "");
        text = Call().Replace(text, match => Inline(match));
        text = FloatArithmetic().Replace(text, "$1.rn.$2");
        return ConditionalBranch().Replace(text, "$1bra").Replace("\tcall.uni ", "\tcall ");
    }

    private static string Inline(Match call)
    {
        DeviceFunction function = DeviceFunctions.Find(call.Groups["name"].Value);
        StringBuilder text = new("\t{\n");
        string body = function.Ptx.Replace("{r}", call.Groups["result"].Value);
        CaptureCollection types = call.Groups["type"].Captures;
        for (int i = 0; i < types.Count; i++)
        {
            // An argument may be a number, which not every instruction takes in every place.
            text.Append($"\t.reg .{types[i].Value} %argument{i};\n\tmov.{types[i].Value}\t%argument{i}, {call.Groups["argument"].Captures[i].Value};\n");
            body = body.Replace($"{{{i}}}", $"%argument{i}");
        }

        text.Append('\t').Append(body.Replace("\n", "\n\t")).Append('\n');
        return text.Append(call.Groups["rest"].Value).Append("\t}").ToString();
    }

    [GeneratedRegex(@"\.extern \.func[^;]*?\baccel_\w+\([^;]*;")]
    private static partial Regex Declaration();

    // What ILGPU writes for a call, in braces: each argument stored to a parameter, the call, the result loaded, and a bool tested.
    [GeneratedRegex(
        """
        \t\{\r?\n
        (?:\t\.param\ \.\w+\ callParam\d+;\r?\n\t st\.param\.(?<type>\w+)\t\[callParam\d+\],\ (?<argument>[^;]+);\r?\n)+
        \t\.param\ \.\w+\ callRetVal;\r?\n
        \t call\.uni\ \(callRetVal\),\ (?<name>accel_\w+),\ \([^)]*\);\r?\n
        \t ld\.param\.\w+\t(?<result>%\w+),\ \[callRetVal\];\r?\n
        (?<rest>(?:\t setp[^;]+;\r?\n)?)
        \t\}
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Call();

    [GeneratedRegex(@"\b(add|sub|mul)\.(f32|f64)\b")]
    private static partial Regex FloatArithmetic();

    [GeneratedRegex(@"(@!?%p\d+ )bra\.uni")]
    private static partial Regex ConditionalBranch();
}
