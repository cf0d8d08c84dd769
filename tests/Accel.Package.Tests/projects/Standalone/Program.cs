using Accel;

const int Length = 10_000;
float[] x = [.. Enumerable.Range(0, Length).Select(i => i * 0.5f)];

foreach (Backend backend in (Backend[])[Backend.Reference, Backend.Simd, Backend.Multicore, Backend.Gpu])
{
    float[] y = [.. Enumerable.Repeat(1f, Length)];
    Check.RanOn(backend, () => Signal.Saxpy(2f, x, y, backend), $"Saxpy runs on {backend}");
    Check.That(y.Select((value, i) => value == 2f * x[i] + 1f).All(same => same), $"and {backend} gives the reference's bits");
}

float[] destination = new float[Length];
Signal.Halve(x, destination);
Check.That(destination[9] == 2.25f, "an element kernel runs over spans", $"{destination[9]}");
Check.IsIntercepted(() => Signal.Saxpy(2f, x, destination), "an ordinary call is intercepted");
return Check.Failed;

internal static partial class Signal
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a * x[i] + y[i];
        }
    }

    [Kernel]
    public static float Halve(float x) => x * 0.5f;
}
