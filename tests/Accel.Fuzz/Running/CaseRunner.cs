using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Accel.Fuzz.Shrinking;

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
        if (CheckParallelLoops(kernel, arguments, plan, expected, result) is { } wrongCheck)
        {
            return wrongCheck;
        }

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

    /// <summary>
    /// The checked form has the bits of the method as written, and finds no race where the text shows that there is none. Of spans that share memory it may find one: then the
    /// word that the loop is parallel does not hold for these arguments, and the compiled form has a guard.
    /// </summary>
    private Mismatch? CheckParallelLoops(BatchedKernel kernel, Arguments arguments, DataPlan plan, Outcome expected, NumericType? result)
    {
        if (!kernel.Text.Members.Contains("Loop.Parallel", StringComparison.Ordinal))
        {
            return null;
        }

        const string name = "check of parallel loops";

        // The oracle has Accel's elementary functions, the method as written has the platform's.
        Outcome written = kernel.HasFunctions ? Outcome.Of(arguments, a => kernel.Case!.Run(a, Backend.Reference)) : expected;
        AccelOptions.CheckParallelLoops = true;
        Outcome actual = Outcome.Of(arguments, a => kernel.Case!.Run(a, Backend.Reference));
        AccelOptions.CheckParallelLoops = false;
        switch (actual.Exception)
        {
            case nameof(ParallelLoopRaceException):
                coverage.Count("checked: a race");
                return plan.Placement is Placement.Same or Placement.Overlapping || !IndependentIterations.Holds(kernel.Text.Members)
                    ? null
                    : new(MismatchKind.Result, name, plan, "found a race in a loop whose iterations are independent");
            case nameof(NotSupportedException):
                coverage.Count("checked: refused");
                return null;
            default:
                coverage.Count("checked: no race");
                return Comparison.Difference(written, actual, arguments, result, kernel.Record is { HasAnyZero: true }) is { } difference
                    ? new(MismatchKind.Result, name, plan, difference)
                    : null;
        }
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
