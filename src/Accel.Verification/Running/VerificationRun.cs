using Accel.Verification.Capturing;

namespace Accel.Verification.Running;

/// <summary>One check: the cases, each on all backends.</summary>
internal sealed class VerificationRun(Func<object?> call, CapturedState state, KernelVerifierOptions options)
{
    private static readonly (string Name, Func<int, int> Length)[] s_lengths =
    [
        ("arrays 1 shorter", length => length - 1),
        ("arrays 5 shorter", length => length - 5),
        ("arrays of 17", _ => 17),
        ("arrays of 1", _ => 1),
        ("empty arrays", _ => 0),
    ];

    private readonly Difference _difference = new(state, options);
    private readonly Dictionary<string, int> _runs = [];
    private readonly Dictionary<string, string> _skipped = [];
    private readonly List<string> _cases = [];

    public KernelVerificationReport Run(StateSnapshot data)
    {
        Case("your data", data);
        if (options.EdgeCases && state.Buffers.Count > 0)
        {
            foreach ((string name, Action<CapturedState, Random> fill) in EdgeCases.All)
            {
                state.Restore(data);
                fill(state, new Random(options.Seed));
                Case(name, state.Save());
            }
        }

        if (options.ShorterArrays && state.Buffers.Count > 0)
        {
            foreach ((string name, Func<int, int> length) in s_lengths)
            {
                state.Restore(data);
                state.Cut(length);
                try
                {
                    Case(name, state.Save());
                }
                finally
                {
                    state.Uncut();
                }
            }
        }

        if (_runs.Count == 0)
        {
            throw new KernelVerificationException(
                "No backend could be compared with the method as written: "
                + string.Join("; ", _skipped.Select(skip => $"{skip.Key}: {skip.Value}")));
        }

        return new(_cases, _runs, _skipped);
    }

    private void Case(string name, StateSnapshot data)
    {
        Outcome expected = Run(RunConfiguration.Reference, data)!;
        if (_cases.Count == 0)
        {
            CheckThatSomethingRan(expected);
        }

        if (options.ParallelLoops && _cases.Count == 0)
        {
            CheckParallelLoops(name, expected, data);
        }

        _cases.Add(name);
        (RunConfiguration Configuration, Outcome Outcome)? first = null;
        foreach (RunConfiguration configuration in RunConfiguration.Of(options))
        {
            if (Run(configuration, data) is not { } actual)
            {
                continue;
            }

            Compare(name, $"{configuration}", "the method as written", _difference.First(expected, actual, isExact: false), actual);
            if (options.SameBitsOnAllBackends && first is var (other, bits))
            {
                // The same bits on every backend, whatever the tolerance towards the source's order.
                Compare(name, $"{configuration}", $"{other}, whose bits it must have", _difference.First(bits, actual, isExact: IsReproducible(actual)), actual);
            }

            first ??= (configuration, actual);
            _runs[$"{configuration}"] = _runs.GetValueOrDefault($"{configuration}") + 1;
        }
    }

    /// <summary>On your data only: which elements iterations touch may hang on the data, and generated data is none that the loop was written for.</summary>
    private void CheckParallelLoops(string name, Outcome expected, StateSnapshot data)
    {
        Outcome actual = Run(RunConfiguration.Checked, data)!;
        switch (actual.Exception)
        {
            case ParallelLoopRaceException race:
                throw new KernelVerificationException($"A loop is called parallel and is not, case '{name}': {race.Message}", race);

            case NotSupportedException refusal when expected.Exception is not NotSupportedException:
                _skipped[$"{RunConfiguration.Checked}"] = refusal.Message;
                break;

            default:
                Compare(name, $"{RunConfiguration.Checked}", "the method as written", _difference.First(expected, actual, isExact: true), actual);
                break;
        }
    }

    // A nest that ran as written after a failed guard has the platform's elementary functions and the source's order.
    private static bool IsReproducible(Outcome outcome) => outcome.Explanation.Nests.All(nest => nest.FailedGuard is null);

    private Outcome? Run(RunConfiguration configuration, StateSnapshot data)
    {
        state.Restore(data);
        using (configuration.Use())
        {
            try
            {
                return Outcome.Of(call, state);
            }
            catch (BackendUnavailableException unavailable)
            {
                _skipped[$"{configuration}"] = unavailable.Message;
                return null;
            }
        }
    }

    private void CheckThatSomethingRan(Outcome probe)
    {
        if (probe.Explanation.Nests.Count > 0)
        {
            if (state.Buffers.Count == 0 && state.HasNoNumbers && probe.Result is null && probe.Exception is null)
            {
                throw new KernelVerificationException(
                    "Nothing was checked: a kernel ran, but the call has no result and captures no array, device buffer or number in which a difference would show. "
                    + "Copy static fields into locals first, and make spans inside the call: float[] y = s_y; KernelVerifier.Check(() => Signal.Saxpy(2f, x, y)).");
            }

            return;
        }

        if (probe.Exception is not null)
        {
            probe.Rethrow();
        }

        throw new KernelVerificationException(
            "Nothing was checked: no kernel was called. A call is seen where it is an ordinary call, in a project that references Accel, on the thread that runs the check; "
            + "not through a delegate made of the method (Run = Signal.Saxpy), by reflection, or in a project where AccelInterception is false.");
    }

    private static void Compare(string name, string configuration, string with, string? difference, Outcome actual)
    {
        if (difference is null)
        {
            return;
        }

        string kernels = string.Join(", ", actual.Explanation.Nests.Select(nest => nest.Kernel).Distinct());
        throw new KernelVerificationException(
            $"{kernels} on {configuration} differs from {with}, case '{name}': {difference}. "
            + "If the kernel sums floats or calls Exp, Log, Sin, Cos or Pow, a last bit may rightly differ from the method as written: set ToleranceUlps, "
            + $"or ToleranceRelativeToLargest for sums (docs/numerics.md).\nWhat ran:\n{actual.Explanation}");
    }
}
