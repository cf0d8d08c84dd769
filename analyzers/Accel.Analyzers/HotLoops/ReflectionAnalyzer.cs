using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4202: a look at metadata per iteration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectionAnalyzer : HotLoopAnalyzer
{
    private static readonly string[] s_ofEnum = ["Parse", "TryParse", "IsDefined", "GetName", "GetNames", "GetValues", "ToObject", "Format"];
    private static readonly string[] s_ofType =
        ["GetType", "GetMethod", "GetMethods", "GetProperty", "GetProperties", "GetField", "GetFields", "GetConstructor", "GetConstructors", "GetInterfaces", "GetMember", "GetMembers", "InvokeMember", "MakeGenericType"];

    public ReflectionAnalyzer()
        : base(DiagnosticDescriptors.Reflection, OperationKind.Invocation)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation) =>
        operation is IInvocationOperation { TargetMethod: { } method } call && IsReflection(method) ? new Finding(call.Syntax, HotPaths.Text(call.Syntax)) : null;

    // By the last name first: nearly all calls end there.
    private static bool IsReflection(IMethodSymbol method) => method.ContainingType is { ContainingNamespace.Name: "System" or "Reflection" } type && (type.ContainingNamespace.ToDisplayString(), type.Name) switch
    {
        ("System", "Enum") => method.IsStatic && s_ofEnum.Contains(method.Name),

        // The method of object is a load of one pointer.
        ("System", "Type") => s_ofType.Contains(method.Name),
        ("System", "Activator") => !method.IsGenericMethod,
        ("System", "Attribute") => method.Name.StartsWith("GetCustomAttribute", StringComparison.Ordinal),
        ("System", "Delegate") => method.Name is "DynamicInvoke" or "CreateDelegate",
        ("System.Reflection", _) => method.Name is "Invoke" or "GetValue" or "SetValue" or "GetParameters" or "MakeGenericMethod" or "GetTypes" or "CreateInstance"
            || method.Name.StartsWith("GetCustomAttribute", StringComparison.Ordinal),
        _ => false,
    };
}
