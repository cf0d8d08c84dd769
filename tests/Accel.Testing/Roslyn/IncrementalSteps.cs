using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Accel.Testing.Roslyn;

/// <summary>Why the generator's steps ran, after an edit.</summary>
public static class IncrementalSteps
{
    /// <summary>The reason for each output of a named step, in order.</summary>
    /// <param name="run">A run after <see cref="GeneratorRun.AfterEdit"/> or <see cref="GeneratorRun.Again"/>.</param>
    /// <param name="step">A tracking name.</param>
    /// <exception cref="XunitException">The generator has no such step.</exception>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(this GeneratorRun run, string step)
    {
        if (!run.Result.TrackedSteps.TryGetValue(step, out var steps))
        {
            throw new XunitException($"no step is named '{step}'; there are {string.Join(", ", run.Result.TrackedSteps.Keys.Order())}.");
        }

        return [.. steps.SelectMany(found => found.Outputs).Select(output => output.Reason)];
    }

    /// <summary>Fails unless every output of a named step is what it was before the edit.</summary>
    /// <param name="run">A run after <see cref="GeneratorRun.AfterEdit"/> or <see cref="GeneratorRun.Again"/>.</param>
    /// <param name="steps">Tracking names.</param>
    /// <exception cref="XunitException">One was computed anew with another value, or there is none.</exception>
    public static void AssertUnchanged(this GeneratorRun run, params string[] steps)
    {
        foreach (string step in steps)
        {
            IReadOnlyList<IncrementalStepRunReason> reasons = run.Reasons(step);
            if (reasons.Count == 0 || reasons.Any(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            {
                throw new XunitException($"step '{step}' should be cached or unchanged, but is: {string.Join(", ", reasons)}.");
            }
        }
    }

    /// <summary>Fails unless no generated file was written anew.</summary>
    /// <param name="run">A run after <see cref="GeneratorRun.AfterEdit"/> or <see cref="GeneratorRun.Again"/>.</param>
    /// <exception cref="XunitException">An output step ran.</exception>
    public static void AssertNoOutputRan(this GeneratorRun run)
    {
        var reasons = run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
        if (reasons.Count == 0 || reasons.Any(reason => reason != IncrementalStepRunReason.Cached))
        {
            throw new XunitException($"every output should be cached, but they are: {string.Join(", ", reasons)}.");
        }
    }

    /// <summary>All values that a named step handed on, for <see cref="ModelGraph"/>.</summary>
    /// <param name="run">Any run.</param>
    /// <param name="step">A tracking name.</param>
    /// <exception cref="XunitException">The generator has no such step.</exception>
    public static IReadOnlyList<object> Values(this GeneratorRun run, string step)
    {
        _ = run.Reasons(step);
        return [.. run.Result.TrackedSteps[step].SelectMany(found => found.Outputs).Select(output => output.Value)];
    }
}
