using Accel.Runtime;

namespace Accel.Tests.Races;

/// <summary>The three accesses that are remembered of each cell are as good as all of them.</summary>
public class ShadowMemoryTests
{
    [Fact]
    public void PathsOfOneIterationAndOfOtherExecutionsHaveAnOrder()
    {
        Assert.Equal(-1, IterationPath.Divergence([1, 5], [1, 5]));
        Assert.Equal(-1, IterationPath.Divergence([1, 5], [2, 6]));
        Assert.Equal(-1, IterationPath.Divergence([1, 5, 2, 0], [1, 5, 3, 1]));
        Assert.Equal(-1, IterationPath.Divergence([1, 5, 0, 0], [1, 5, 3, 1]));
        Assert.Equal(-1, IterationPath.Divergence([0, 0], [0, 0]));
    }

    [Fact]
    public void PathsDivergeAtTheOutermostLoopWhoseIterationsDiffer()
    {
        Assert.Equal(0, IterationPath.Divergence([1, 5], [1, 6]));
        Assert.Equal(0, IterationPath.Divergence([1, 5, 2, 0], [1, 6, 3, 0]));
        Assert.Equal(1, IterationPath.Divergence([1, 5, 2, 0], [1, 5, 2, 1]));
        Assert.Equal(0, IterationPath.Divergence([1, 5, 2, 0], [1, 6]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheVerdictIsThatOfRememberingEverything(int levels)
    {
        int races = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            races += new RandomRun(levels, seed).Run() ? 1 : 0;
        }

        Assert.InRange(races, 2000, 19_000);
    }

    /// <summary>Loops inside loops with accesses between them, at random, until one races.</summary>
    private sealed class RandomRun(int levels, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly ShadowMemory _shadow = new(levels);
        private readonly int[] _path = new int[2 * levels];
        private readonly List<(int Cell, bool IsWrite, int[] Path)> _all = [];
        private int _executions;
        private int _left = 40;

        public bool Run()
        {
            while (_left > 0)
            {
                if (Loop(0))
                {
                    return true;
                }
            }

            return false;
        }

        private bool Loop(int level)
        {
            _path[2 * level] = ++_executions;
            int iterations = _random.Next(1, 4);
            for (int iteration = 0; iteration < iterations; iteration++)
            {
                _path[(2 * level) + 1] = iteration;
                for (int statements = _random.Next(1, 4); statements > 0; statements--)
                {
                    bool isLoop = level + 1 < levels && _random.Next(2) == 0;
                    if (isLoop ? Loop(level + 1) : Access())
                    {
                        return true;
                    }
                }
            }

            _path.AsSpan(2 * level, 2).Clear();
            return false;
        }

        private bool Access()
        {
            _left--;

            // Few cells, and mostly reads: else every run ends at once.
            int cell = _random.Next(3);
            bool isWrite = _random.Next(24) == 0;
            List<int> rivals = [.. Enumerable.Range(0, _all.Count).Where(i =>
                _all[i].Cell == cell && (isWrite || _all[i].IsWrite) && IterationPath.Divergence(_all[i].Path, _path) >= 0)];
            bool isRace = _shadow.Touch(cell, _all.Count, _path, isWrite, out ShadowRace race);
            Assert.True(isRace == rivals.Count > 0, $"seed {seed}: found {isRace}, but races with {rivals.Count} of {_all.Count} accesses");
            if (isRace)
            {
                Assert.Contains(race.Access, rivals);
                int level = IterationPath.Divergence(_all[race.Access].Path, _path);
                Assert.Equal((level, _all[race.Access].Path[(2 * level) + 1], _all[race.Access].IsWrite), (race.Level, race.Iteration, race.IsWrite));
            }

            _all.Add((cell, isWrite, [.. _path]));
            return isRace;
        }
    }
}
