namespace Accel.Analyzers;

/// <summary>The ids of all rules: thousands per area, hundreds per topic.</summary>
internal static class DiagnosticIds
{
    public const string KernelDeclaration = "ACC0001";
    public const string KernelStaysReference = "ACC0002";
    public const string KernelOptions = "ACC0003";
    public const string TypeNotPartial = "ACC0010";
    public const string KernelNotAccessible = "ACC0011";
    public const string KernelNeedsPartialType = "ACC0012";
    public const string NestStaysPlain = "ACC0020";
    public const string KernelWithoutLoop = "ACC0021";
    public const string KernelAsDelegate = "ACC0030";
    public const string KernelBuiltWithoutAccel = "ACC0031";

    public const string LoopVectorized = "ACC1001";
    public const string LoopStayedScalar = "ACC1002";
    public const string VectorizationRequired = "ACC1003";

    public const string LoopNotParallel = "ACC2001";

    public const string NoGpuCode = "ACC3001";

    public const string Boxing = "ACC4101";
    public const string DynamicOperation = "ACC4201";
    public const string LinqCall = "ACC4301";
    public const string Allocation = "ACC4302";
    public const string DelegateAllocation = "ACC4303";

    private const string HelpRoot = "https://github.com/accel-dotnet/accel/blob/main/docs/rules/";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => HelpRoot + id + ".md";
}
