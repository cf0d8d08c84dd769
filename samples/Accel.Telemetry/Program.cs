using Accel;
using Accel.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// The name of the meter and of the activity source is all that a program needs.
using MeterProvider metrics = Sdk.CreateMeterProviderBuilder().AddMeter("Accel").AddConsoleExporter().Build();
using TracerProvider traces = Sdk.CreateTracerProviderBuilder().AddSource("Accel").AddConsoleExporter().Build();

float[] x = new float[1_000_000];
float[] y = new float[1_000_000];
Array.Fill(x, 1f);

// A large run, small ones, and one that a guard sends to the loop as written: the spans overlap.
Kernels.Saxpy(2f, x, y);
for (int i = 0; i < 3; i++)
{
    Kernels.Saxpy(2f, x.AsSpan(0, 100), y.AsSpan(0, 100));
}

Kernels.Saxpy(2f, x.AsSpan(0, 1000), x.AsSpan(1, 1000));

Console.WriteLine(string.Join('\n', KernelDispatcher.Decisions));
Console.WriteLine();
