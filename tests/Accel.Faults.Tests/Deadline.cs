using System.Runtime.ExceptionServices;
using Xunit.Sdk;

namespace Accel.Faults.Tests;

/// <summary>Runs something that could hang, so that a deadlock is a failed test.</summary>
internal static class Deadline
{
    /// <summary>How many times longer than on a machine of its own something may take: a deadlock takes for ever, and what is only slow is no failure.</summary>
    public const int Slack = 4;

    /// <summary>Runs on a thread of its own.</summary>
    /// <param name="seconds">When to give up, on a machine of its own; see <see cref="Slack"/>.</param>
    /// <param name="action">What to run.</param>
    /// <param name="where">What was being done, for the message.</param>
    public static void Run(int seconds, Action action, Func<string>? where = null)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        })
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromSeconds(seconds * Slack)))
        {
            throw new XunitException($"not done after {seconds * Slack} s{(where is null ? "" : ": " + where())}");
        }

        failure?.Throw();
    }
}
