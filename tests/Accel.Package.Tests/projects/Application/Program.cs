using Accel;
using Library;

float[] x = [.. Enumerable.Range(0, 1000).Select(i => i * 0.5f)];
float[] y = [.. Enumerable.Range(0, 1000).Select(i => (float)i)];

Check.IsIntercepted(() => Signal.Saxpy(2f, x, y), "a call from another project is intercepted in a lambda");
Check.That(y[999] == 2f * x[999] + 999f, "and gives the right value", $"{y[999]}");
Check.IsIntercepted(() => Generic<int>.Call(x, y), "a call from another project is intercepted in a generic type");
Check.RanOn(Backend.Simd, () => Signal.Saxpy(2f, x, y, Backend.Simd), "the generated overload of another project runs on Simd");

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
