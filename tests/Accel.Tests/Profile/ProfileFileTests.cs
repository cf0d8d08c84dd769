using System.Globalization;

namespace Accel.Tests.Profile;

public sealed class ProfileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("accel").FullName;
    private readonly FixedClock _clock = new();

    private static readonly Dictionary<string, double[]> s_figures = new() { ["one"] = [1.25e9], ["two"] = [1, 2.5] };

    private string Path => System.IO.Path.Combine(_folder, "deeper", "profile.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        File("key").TryWrite(s_figures);

        Assert.Equal(s_figures, File("key").TryRead());
        Assert.Equal([Path], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public void AnotherKeyIsSomebodyElses()
    {
        File("key").TryWrite(s_figures);
        Assert.Null(File("other key").TryRead());

        File("other key").TryWrite(s_figures);
        Assert.Null(File("key").TryRead());
    }

    [Theory]
    [InlineData(89, true)]
    [InlineData(91, false)]
    [InlineData(-0.5, true)]
    [InlineData(-2, false)]
    public void FiguresAreMeasuredAgainWhenOldOrOfAWrongClock(double days, bool isGood)
    {
        File("key").TryWrite(s_figures);
        _clock.Now += TimeSpan.FromDays(days);

        Assert.Equal(isGood, File("key").TryRead() is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\0\0\0\0")]
    [InlineData("{}")]
    [InlineData("{\"format\": 1}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":2,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":[1]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"yesterday\",\"figures\":{\"one\":[1]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":[0]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":[-1]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":[1e999]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":[\"1\"]}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":{\"one\":1}}")]
    [InlineData("{\"format\":\"accel-profile\",\"version\":1,\"key\":\"key\",\"measured\":\"2026-01-01T00:00:00Z\",\"figures\":7}")]
    public void ADamagedFileIsAbsentAndReplaced(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        System.IO.File.WriteAllText(Path, text);
        Assert.Null(File("key").TryRead());

        File("key").TryWrite(s_figures);
        Assert.Equal(s_figures, File("key").TryRead());
    }

    [Fact]
    public void EveryShortenedFileIsAbsent()
    {
        File("key").TryWrite(s_figures);
        string text = System.IO.File.ReadAllText(Path);
        for (int length = 0; length < text.Length - 1; length++)
        {
            System.IO.File.WriteAllText(Path, text[..length]);
            Assert.Null(File("key").TryRead());
        }
    }

    [Fact]
    public void AHugeFileIsNotRead()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        System.IO.File.WriteAllText(Path, new string(' ', 1 << 17) + "{}");

        Assert.Null(File("key").TryRead());
    }

    [Fact]
    public void APlaceThatCannotBeWrittenIsNoError()
    {
        // A folder of that name, a file where a folder should be, a name that no system allows.
        Directory.CreateDirectory(Path);
        File("key").TryWrite(s_figures);
        Assert.Null(File("key").TryRead());
        Assert.Empty(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));

        string file = System.IO.Path.Combine(_folder, "file");
        System.IO.File.WriteAllText(file, "");
        var under = new ProfileFile(System.IO.Path.Combine(file, "profile.json"), "key");
        under.TryWrite(s_figures);
        Assert.Null(under.TryRead());

        var nameless = new ProfileFile("a\0b", "key");
        nameless.TryWrite(s_figures);
        Assert.Null(nameless.TryRead());
    }

    [Fact]
    public void AFullDiskIsNoError()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Under /proc nothing can be made, whoever asks.
        var full = new ProfileFile("/proc/accel/profile.json", "key");
        full.TryWrite(s_figures);

        Assert.Null(full.TryRead());
    }

    [Fact]
    public void ReadersAndWritersAtOnceSeeWholeFiles()
    {
        File("key").TryWrite(s_figures);
        int read = 0;
        System.Threading.Tasks.Parallel.For(0, 8, worker =>
        {
            for (int i = 0; i < 50; i++)
            {
                if (worker % 2 == 0)
                {
                    File("key").TryWrite(s_figures);
                }
                else if (File("key").TryRead() is { } figures)
                {
                    Assert.Equal(s_figures, figures);
                    Interlocked.Increment(ref read);
                }
            }
        });

        Assert.True(read > 0);
        Assert.Equal([Path], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    private ProfileFile File(string key) => new(Path, key, _clock);

    private sealed class FixedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-01-02T03:04:05Z", CultureInfo.InvariantCulture);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
