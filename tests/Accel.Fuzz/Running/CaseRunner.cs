using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Running;

/// <summary>Runs a kernel on every backend for one plan and compares each with the oracle, to the bit where Accel promises the bits.</summary>
internal sealed class CaseRunner(Coverage coverage, bool gpu)
{
    /// <summary>What differs first, or <see langword="null"/>.</summary>
    public Mismatch? Run(BatchedKernel kernel, DataPlan plan)
    {
        Arguments arguments = ArgumentBuilder.Build(kernel.Signature!, kernel.Text.Members, plan);
        NumericType? result = kernel.Signature!.IsElementKernel ? null : kernel.Signature.Result;
        Fuel.Fill();
        Outcome expected;
        try
        {
            expected = Outcome.Of(arguments, kernel.Case!.Oracle);
        }
        catch (OutOfFuelException)
        {
            coverage.Count("run: the oracle did not end in time");
            return null;
        }

        coverage.Count(expected.Exception is null ? "run: returns" : $"run: throws {expected.Exception}");
        bool? mixesFunctions = null;
        bool hasOracleBits = kernel.Record is not { IsRelaxed: true }
            || (plan.Kind == DataKind.Exact && ArgumentHints.Of(kernel.Text.Members).IsExact && Comparison.IsExact(expected, arguments, result));
        coverage.Count(hasOracleBits ? "compared: with the oracle" : "compared: compiled backends with each other");
        long failedGuards = kernel.Nests.Sum(nest => nest.FailedGuards);
        Outcome? anchor = null;
        int runs = 0;
        foreach (RunConfiguration configuration in Configurations())
        {
            if (Run(kernel, arguments, configuration) is not { } actual)
            {
                continue;
            }

            runs++;
            mixesFunctions ??= kernel.HasFunctions && (kernel.Record is not { HasPlainLoops: false } || kernel.Nests.Sum(nest => nest.FailedGuards) > failedGuards);
            hasOracleBits &= mixesFunctions != true;
            if (!hasOracleBits && expected.Exception != actual.Exception)
            {
                return new(MismatchKind.Result, configuration.Name, plan, $"threw {actual.Exception ?? "nothing"}, expected {expected.Exception ?? "nothing"}");
            }

            anchor ??= hasOracleBits ? expected : actual;
            if (Comparison.Difference(anchor, actual, arguments, result, kernel.Record is { HasAnyZero: true }) is { } difference)
            {
                return new(MismatchKind.Result, configuration.Name, plan, difference + (hasOracleBits ? "" : " (the first compiled backend)"));
            }
        }

        coverage.Count("run: all backends", runs);
        coverage.Count("run: guards failed", kernel.Nests.Sum(nest => nest.FailedGuards) - failedGuards);
        return null;
    }

    private IEnumerable<RunConfiguration> Configurations() =>
        gpu ? [.. RunConfiguration.Named, .. RunConfiguration.Ordinary, RunConfiguration.Gpu] : [.. RunConfiguration.Named, .. RunConfiguration.Ordinary];

    private Outcome? Run(BatchedKernel kernel, Arguments arguments, RunConfiguration configuration)
    {
        configuration.Apply();
        try
        {
            Outcome outcome = configuration.Backend == Backend.Auto
                ? Outcome.Of(arguments, kernel.Case!.RunIntercepted)
                : Outcome.Of(arguments, a => kernel.Case!.Run(a, configuration.Backend));
            coverage.Count($"backend: {configuration.Name}");
            return outcome;
        }
        catch (BackendUnavailableException)
        {
            return null;
        }
    }
}
