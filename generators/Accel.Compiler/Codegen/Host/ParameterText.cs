using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Host;

/// <summary>C# text of parameters and of arguments for them.</summary>
internal static class ParameterText
{
    /// <summary>Parameters of a generated method that is not the last word on them: no defaults, no <c>this</c>, no <c>params</c>.</summary>
    public static string Plain(KernelParameter parameter) => $"{Modifiers(parameter, keepThis: false)}{parameter.Type} {parameter.Name}";

    /// <summary>Parameters of an overload with one more parameter after them, so without defaults and <c>params</c>.</summary>
    public static string Overload(KernelParameter parameter) => $"{Modifiers(parameter, keepThis: true)}{parameter.Type} {parameter.Name}";

    /// <summary>Parameters of an overload whose further parameters are optional.</summary>
    public static string WithDefault(KernelParameter parameter) =>
        Overload(parameter) + (parameter.DefaultValue is { } value ? $" = {value}" : "");

    /// <summary>The parameter passed on as an argument.</summary>
    public static string Argument(KernelParameter parameter)
    {
        string[] modifiers = Words(parameter);
        string prefix = modifiers.Contains("out") ? "out "
            : modifiers.Contains("in") || modifiers.Contains("readonly") ? "in "
            : modifiers.Contains("ref") ? "ref "
            : "";
        return prefix + parameter.Name;
    }

    public static string Plain(IEnumerable<KernelParameter> parameters) => Join(parameters.Select(Plain));

    public static string Arguments(IEnumerable<KernelParameter> parameters) => Join(parameters.Select(Argument));

    public static string Join(IEnumerable<string> items) => string.Join(", ", items);

    private static string Modifiers(KernelParameter parameter, bool keepThis)
    {
        string[] words = Words(parameter);

        // A span that is `params` is implicitly scoped, and must stay so for the arguments that the caller passes on.
        bool addScoped = words.Contains("params") && !words.Contains("scoped") && IsSpan(parameter.Type);
        IEnumerable<string> kept = words.Where(word => word != "params" && (keepThis || word != "this"));
        return string.Concat((addScoped ? kept.Prepend("scoped") : kept).Select(word => word + " "));
    }

    private static bool IsSpan(string type) =>
        type.StartsWith("global::System.ReadOnlySpan<", StringComparison.Ordinal) || type.StartsWith("global::System.Span<", StringComparison.Ordinal);

    private static string[] Words(KernelParameter parameter) => parameter.Modifier.Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
