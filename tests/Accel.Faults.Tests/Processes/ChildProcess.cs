using System.Diagnostics;
using Xunit.Sdk;

namespace Accel.Faults.Tests.Processes;

/// <summary>This very program in a process of its own, for what would end or disturb that of the tests.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Stopwatch _running = Stopwatch.StartNew();
    private readonly Task<string> _errors;
    private bool _isDisposed;

    private ChildProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <param name="variables">Environment variables, beside those of this process.</param>
    /// <param name="arguments">The name of a program of <see cref="ChildPrograms"/>, and what it takes.</param>
    public static ChildProcess Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>What it wrote to the error stream; waits for its end.</summary>
    public string Errors => _errors.Result;

    /// <summary>Waits for a line of the output.</summary>
    public void WaitFor(string line, int seconds)
    {
        Task<bool> found = Task.Run(() =>
        {
            while (_process.StandardOutput.ReadLine() is { } read)
            {
                if (read == line)
                {
                    return true;
                }
            }

            return false;
        });
        if (!found.Wait(TimeSpan.FromSeconds(seconds * Deadline.Slack)) || !found.Result)
        {
            throw Failure($"did not write '{line}' within {seconds * Deadline.Slack} s");
        }
    }

    /// <summary>Waits for the end, kills the process after a while (<paramref name="seconds"/> of a machine of its own), and fails unless the exit code is the expected one.</summary>
    /// <returns>How long the end took from now on.</returns>
    public TimeSpan WaitForExit(int seconds, int expectedCode = 0)
    {
        var waiting = Stopwatch.StartNew();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(seconds * Deadline.Slack)))
        {
            throw Failure($"did not end within {seconds * Deadline.Slack} s");
        }

        if (_process.ExitCode != expectedCode)
        {
            throw Failure($"ended with code {_process.ExitCode}, not {expectedCode}");
        }

        return waiting.Elapsed;
    }

    /// <summary>What was written to the output and not read by <see cref="WaitFor"/>.</summary>
    public string RestOfOutput() => _process.StandardOutput.ReadToEnd();

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private XunitException Failure(string what)
    {
        Dispose();
        return new XunitException($"the child process {what} (after {_running.Elapsed.TotalSeconds:F1} s). Its errors: {Errors}");
    }
}
