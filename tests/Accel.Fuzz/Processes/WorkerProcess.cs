using System.Collections.Concurrent;
using System.Diagnostics;
using Accel.Fuzz.Running;

namespace Accel.Fuzz.Processes;

/// <summary>
/// A child process that runs requests. When it dies or hangs, that is a finding against the kernel that was running, and a new one goes on with
/// the rest. It is replaced from time to time, since compiled kernels stay in memory.
/// </summary>
internal sealed class WorkerProcess(TimeSpan patience) : IDisposable
{
    private const int MostRequests = 60;

    private Process? _process;
    private BlockingCollection<string?> _lines = [];
    private string _lastWords = "";
    private int _requests;

    /// <summary>Runs all kernels of a request.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="coverage">Counts are added here.</param>
    public IReadOnlyList<WorkResult> Run(WorkRequest request, Coverage coverage)
    {
        var results = new List<WorkResult>();
        if (Send(request, results, coverage) is not { } failure)
        {
            return results;
        }

        // What killed the process is told from the rest by running each of the others alone.
        foreach (int index in Enumerable.Range(0, request.Count).Except(results.Select(result => result.Index)).ToList())
        {
            var alone = new List<WorkResult>();
            WorkRequest one = Alone(request, index);
            Mismatch? mismatch = Send(one, alone, coverage);
            WorkResult result = mismatch is null ? alone.Single() with { Index = index } : new(index, mismatch, null);
            results.Add(result);
        }

        return [.. results.OrderBy(result => result.Index)];
    }

    public void Dispose() => Stop();

    private static WorkRequest Alone(WorkRequest request, int index) =>
        request with { First = request.First + index, Count = 1, Texts = request.Texts is { } texts ? [texts[index]] : null };

    /// <summary>Why the process ended before the request did, or <see langword="null"/>.</summary>
    private Mismatch? Send(WorkRequest request, List<WorkResult> results, Coverage coverage)
    {
        Start();
        _process!.StandardInput.WriteLine(WorkLine.Write(WorkLine.Request, request));
        _process.StandardInput.Flush();
        while (true)
        {
            if (!_lines.TryTake(out string? line, patience))
            {
                Stop();
                return new(MismatchKind.Hang, null, null, $"nothing was heard for {patience.TotalSeconds} s");
            }

            switch (line is { Length: > 1 } ? line[0] : '\0')
            {
                case WorkLine.Begin:
                    break;
                case WorkLine.Result:
                    results.Add(WorkLine.Read<WorkResult>(line!));
                    break;
                case WorkLine.End:
                    coverage.Add(WorkLine.Read<Dictionary<string, long>>(line!));
                    return null;
                case '\0' when line is null:
                    _process.WaitForExit();
                    int code = _process.ExitCode;
                    string words = _lastWords;
                    Stop();
                    return new(MismatchKind.Crash, null, null, $"the process ended with code {code}: {words}");
            }
        }
    }

    private void Start()
    {
        if (_process is not null && ++_requests > MostRequests)
        {
            Stop();
        }

        if (_process is not null)
        {
            return;
        }

        _requests = 0;
        _lastWords = "";
        string program = Path.ChangeExtension(typeof(WorkerProcess).Assembly.Location, null);
        string extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var start = new ProcessStartInfo(program + extension) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--worker");

        // A crash is found and told here; a dump of it is not wanted.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment.TryAdd("ACCEL_GPU_DEVICE", "cpu");
        Process process = Process.Start(start)!;
        BlockingCollection<string?> lines = [];
        process.OutputDataReceived += (_, received) => lines.Add(received.Data);
        process.ErrorDataReceived += (_, received) => _lastWords = received.Data is { Length: > 0 } text && _lastWords.Length < 2000 ? _lastWords + text + "\n" : _lastWords;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        (_process, _lines) = (process, lines);
    }

    private void Stop()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.Dispose();
            _process = null;
        }
    }
}
