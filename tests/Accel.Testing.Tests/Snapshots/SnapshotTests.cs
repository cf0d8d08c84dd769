using Accel.Testing.Snapshots;
using Xunit;
using Xunit.Sdk;

namespace Accel.Testing.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("accel-snapshot-").FullName;

    private string TestFile => Path.Combine(_folder, "SomeTests.cs");

    private string Verified => Path.Combine(_folder, "Snapshots", "SomeTests.Method.verified.txt");

    private string Received => Path.Combine(_folder, "Snapshots", "SomeTests.Method.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhatIsVerifiedPassesWhateverItsVersionAndLineEndings()
    {
        Write(Verified, "// Accel {version}\r\nbody\r\n");
        Snapshot.Verify("// Accel 1.2.3-beta.4+abc\nbody\n", "txt", TestFile, "Method");
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void AMismatchWritesWhatWasReceivedAndNamesTheLine()
    {
        DiffEngine.DiffRunner.Disabled = true;
        Write(Verified, "one\ntwo\n");
        XunitException failure = Assert.Throws<XunitException>(() => Snapshot.Verify("one\n2\n", "txt", TestFile, "Method"));
        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\n", File.ReadAllText(Received));
    }

    [Fact]
    public void ANewTextFailsUntilItIsVerified()
    {
        DiffEngine.DiffRunner.Disabled = true;
        Assert.Throws<XunitException>(() => Snapshot.Verify("text", "txt", TestFile, "Method"));
        File.Move(Received, Verified, overwrite: true);
        Snapshot.Verify("text", "txt", TestFile, "Method");
    }

    [Fact]
    public void OrdinaryNumbersWithDotsAreNotVersions()
    {
        Write(Verified, "x = 1.2.3;\n");
        Snapshot.Verify("x = 1.2.3;\n", "txt", TestFile, "Method");
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
