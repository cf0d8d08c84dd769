namespace Accel.Tests.Profile;

public sealed class StoredMachineProfileTests : ProcessState
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static readonly MachineProfile s_profile = new(4, 1.1e9, new((1e3, 5e10), (1e6, 1e10)), new((1e3, 9e10), (1e6, 2e10)), 1e-6, 3e-6);

    [Fact]
    public void TheFourthProcessDoesNotMeasure()
    {
        try
        {
            // Each of the first three may have met a busy moment.
            var file = new ProfileFile(_path, "key");
            StoredMachineProfile.ReadOrMeasure(file, () => s_profile with { VectorOperationsPerSecond = 1e9 });
            StoredMachineProfile.ReadOrMeasure(file, () => s_profile with { ColdStartSeconds = 5e-6, OneCoreBandwidth = new((1e3, 4e10), (1e6, 0.9e10)) });
            StoredMachineProfile.ReadOrMeasure(file, () => s_profile with { WarmStartSeconds = 2e-6, AllCoreBandwidth = new((1e3, 9e10), (0.9e6, 3e10)) });

            MachineProfile? stored = StoredMachineProfile.ReadOrMeasure(file, () => throw new InvalidOperationException("measured again"));

            Assert.NotNull(stored);
            Assert.Equal(s_profile.OneCoreBandwidth.Points, stored.OneCoreBandwidth.Points);
            Assert.Equal(s_profile.AllCoreBandwidth.Points, stored.AllCoreBandwidth.Points);
            Assert.Equal(s_profile, stored with { OneCoreBandwidth = s_profile.OneCoreBandwidth, AllCoreBandwidth = s_profile.AllCoreBandwidth });
        }
        finally
        {
            File.Delete(_path);
        }
    }

    [Fact]
    public void AFailedMeasurementLeavesTheEarlierOne()
    {
        try
        {
            var file = new ProfileFile(_path, "key");
            StoredMachineProfile.ReadOrMeasure(file, () => s_profile);

            Assert.NotNull(StoredMachineProfile.ReadOrMeasure(file, () => null));
        }
        finally
        {
            File.Delete(_path);
        }
    }

    [Fact]
    public void WithoutAPlaceEachProcessMeasures()
    {
        int measured = 0;
        for (int i = 0; i < 2; i++)
        {
            Assert.Same(s_profile, StoredMachineProfile.ReadOrMeasure(null, () => { measured++; return s_profile; }));
        }

        Assert.Equal(2, measured);
    }

    [Fact]
    public void AFailedMeasurementIsNotKept()
    {
        Assert.Null(StoredMachineProfile.ReadOrMeasure(new ProfileFile(_path, "key"), () => null));
        Assert.False(File.Exists(_path));
    }

    [Theory]
    [InlineData("processors", new double[] { 1, 1 })]
    [InlineData("processors", new double[] { 1.5 })]
    [InlineData("processors", new double[] { 5000 })]
    [InlineData("vectorOperationsPerSecond", new double[] { 1, 2 })]
    [InlineData("oneCoreBytesPerSecond", new double[] { 1e3, 5e10, 1e6 })]
    [InlineData("oneCoreBytesPerSecond", new double[] { 1e6, 5e10, 1e3, 5e10 })]
    [InlineData("allCoreBytesPerSecond", new double[] { 1e3 })]
    [InlineData("coldStartSeconds", new double[] { 1e-7 })]
    public void FiguresThatAreNoProfileAreMeasuredAgain(string name, double[] values)
    {
        var figures = new Dictionary<string, double[]>(StoredMachineProfile.ToFigures(s_profile));
        Assert.NotNull(StoredMachineProfile.FromFigures(figures));

        figures[name] = values;
        Assert.Null(StoredMachineProfile.FromFigures(figures));

        figures.Remove(name);
        Assert.Null(StoredMachineProfile.FromFigures(figures));
    }

    [Theory]
    [InlineData("off")]
    [InlineData(" OFF ")]
    public void NowhereIsAPlace(string value)
    {
        Environment.SetEnvironmentVariable("ACCEL_PROFILE", value);

        Assert.Null(ProfilePlace.OfMachine);
    }

    [Fact]
    public void AFileMayBeNamed()
    {
        Environment.SetEnvironmentVariable("ACCEL_PROFILE", "Some/Where.json");

        Assert.Equal("Some/Where.json", ProfilePlace.OfMachine?.Path);
        Assert.Equal("Some/Where.json.gpu", ProfilePlace.Of("gpu", "key")?.Path);
    }

    [Fact]
    public void ElseItIsTheCacheFolder()
    {
        string? path = ProfilePlace.OfMachine?.Path;

        Assert.NotNull(path);
        Assert.True(Path.IsPathRooted(path));
        Assert.Matches("^machine-[0-9a-f]{16}\\.json$", Path.GetFileName(path));
        Assert.NotEqual(path, ProfilePlace.Of("machine", "another")?.Path);
    }

    [Fact]
    public void TheKeyNamesWhatRatesDependOn()
    {
        string key = ProfilePlace.MachineKey();

        Assert.Contains($"{Environment.ProcessorCount} processors", key, StringComparison.Ordinal);
        Assert.Contains(".NET", key, StringComparison.Ordinal);
        Assert.False(key.StartsWith(';'), key);
    }
}
