using Spectre.Console;

namespace Accel.Samples.Running;

/// <summary>Shows on standard error how far long work has come: a bar on a terminal, one line for each report elsewhere.</summary>
internal static class ProgressDisplay
{
    // Drawing takes time from the work that is being measured.
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    public static T Show<T>(string title, int reports, Func<IProgress<string>, T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            int done = 0;
            return work(new Synchronous(message => Console.Error.WriteLine($"{title}: {++done} of {reports}, {message}")));
        }

        Progress progress = console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn());
        progress.RefreshRate = Refresh;
        return progress.Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: reports);
            bool started = false;
            return work(new Synchronous(message =>
            {
                task.Increment(started ? 1 : 0);
                started = true;
                task.Description = Markup.Escape($"{title}: {message}");
            }));
        });
    }

    /// <summary>Reports at once and in order; <see cref="Progress{T}"/> would post to other threads.</summary>
    private sealed class Synchronous(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
