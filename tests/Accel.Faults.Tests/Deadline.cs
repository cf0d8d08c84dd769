using System.Runtime.ExceptionServices;
using Xunit.Sdk;

namespace Accel.Faults.Tests;

/// <summary>Runs something that could hang, so that a deadlock is a failed test.</summary>
internal static class Deadline
{
    /// <summary>Runs on a thread of its own.</summary>
    /// <param name="seconds">When to give up; generous, as machines may be busy.</param>
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
        if (!thread.Join(TimeSpan.FromSeconds(seconds)))
        {
            throw new XunitException($"not done after {seconds} s{(where is null ? "" : ": " + where())}");
        }

        failure?.Throw();
    }
}
