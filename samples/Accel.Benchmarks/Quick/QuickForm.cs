using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Quick;

/// <summary>One benchmark method of a workload.</summary>
internal sealed record QuickForm(string Name, bool UsesAllCores, Action Run)
{
    /// <summary>The forms of a workload, in the order of the source.</summary>
    public static IReadOnlyList<QuickForm> Of(Workload workload) =>
    [
        .. workload.GetType()
            .GetMethods()
            .Where(method => method.GetCustomAttribute<BenchmarkAttribute>() is not null)
            .OrderBy(method => method.MetadataToken)
            .Select(method => new QuickForm(method.Name, method.Name is "Multicore" or "Auto", RunOf(workload, method))),
    ];

    private static Action RunOf(Workload workload, MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
        {
            return method.CreateDelegate<Action>(workload);
        }

        Func<float> run = method.CreateDelegate<Func<float>>(workload);
        return () => run();
    }
}
