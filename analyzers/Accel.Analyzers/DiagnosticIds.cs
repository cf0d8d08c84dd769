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
    public const string DefensiveCopy = "ACC4102";
    public const string StructKey = "ACC4103";
    public const string LargeStructCopy = "ACC4104";
    public const string DynamicOperation = "ACC4201";
    public const string Reflection = "ACC4202";
    public const string LinqCall = "ACC4301";
    public const string Allocation = "ACC4302";
    public const string DelegateAllocation = "ACC4303";
    public const string StringAppend = "ACC4304";
    public const string StringCreation = "ACC4305";
    public const string InterfaceEnumeration = "ACC4306";
    public const string IteratorCall = "ACC4307";
    public const string TaskPerIteration = "ACC4308";
    public const string ArrayCopy = "ACC4309";
    public const string ExceptionFlow = "ACC4401";
    public const string LockPerIteration = "ACC4402";
    public const string DictionaryLookup = "ACC4403";
    public const string LoopCondition = "ACC4404";
    public const string CovariantStore = "ACC4405";
    public const string Power = "ACC4501";
    public const string WrapAround = "ACC4502";
    public const string RoundTrip = "ACC4503";
    public const string DoubleConstant = "ACC4504";
    public const string ColumnWalk = "ACC4505";

    public const string KernelSuggestion = "ACC5001";

    private const string HelpRoot = "https://github.com/accel-dotnet/accel/blob/main/docs/rules/";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => HelpRoot + id + ".md";
}
