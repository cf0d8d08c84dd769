using Accel;
using Accel.Verification;
using Library;

float[] x = [.. Enumerable.Range(0, 1000).Select(i => i * 0.5f)];
float[] y = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];

Check.IsIntercepted(() => Signal.Saxpy(2f, x, y), "a call from another project is intercepted in a lambda");
Check.That(y[999] == 2f * x[999] + 999f, "and gives the right value", $"{y[999]}");
Check.IsIntercepted(() => Generic<int>.Call(x, y), "a call from another project is intercepted in a generic type");
Check.RanOn(Backend.Simd, () => Signal.Saxpy(2f, x, y, Backend.Simd), "the generated overload of another project runs on Simd");

KernelVerificationReport report = KernelVerifier.Check(() => Signal.Saxpy(2f, x, y));
Check.That(report.Runs.ContainsKey("Simd (256 bits)") && report.Runs.ContainsKey("Multicore (2 threads)"), "a kernel is verified on every backend", $"{report}");
try
{
    KernelVerifier.Check(() => Signal.Smear(x, y));
    Check.That(false, "the verifier finds that a loop is not parallel");
}
catch (KernelVerificationException failure)
{
    Check.That(failure.InnerException is ParallelLoopRaceException { Second.Line: > 1 }, "the verifier finds that a loop is not parallel", failure.Message);
}

// Top-level statements, with the backend pinned: only an intercepted call can refuse a backend that is not there.
AccelOptions.Backend = Backend.Gpu;
try
{
    Signal.Saxpy(2f, x, y);
    Check.That(false, "a call in top-level statements is intercepted", "the pinned backend was not asked");
}
catch (BackendUnavailableException)
{
    Check.That(true, "a call in top-level statements is intercepted");
}

return Check.Failed;

internal static class Generic<T>
{
    public static void Call(float[] x, float[] y) => Signal.Saxpy(1f, x, y);
}
