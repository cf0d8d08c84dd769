using System.Numerics;

namespace Accel;

/// <summary>
/// What runs of one nest took, against what was predicted: by backend, and by size class (iterations between two powers of two). Figures are kept as logarithms, so that
/// ten times too long and ten times too short weigh the same. Threads that write at the same time may lose one another's run, and nothing else.
/// </summary>
internal sealed class NestTimings(TimedConfiguration configuration)
{
    /// <summary>So many runs are timed before small ones are no longer looked at.</summary>
    public const int LearningRuns = 8;

    /// <summary>So many before what is hardly faster than another backend is left alone: time for trials of what is predicted to be several times slower.</summary>
    public const int SettlingRuns = 512;

    /// <summary>Of so many runs the shortest counts: what else the machine does only ever makes one look slower, and the first of all compiles the code.</summary>
    public const int FirstRuns = 3;

    private const int Classes = 64;

    // What else the machine does only ever makes a run look slower: the estimate follows a shorter run soon, and a longer one slowly, so that it stays near the shortest of late, and one that was held up
    // for long rules nothing out. A machine that becomes busy still shows within some ten runs.
    private const float MostStepUp = 0.7f;
    private const float WeightUp = 0.1f;
    private const float WeightDown = 0.4f;
    private const float MostRatio = 14;
    private const double LeastWork = 0.1;
    private const double LeastSeconds = 1e-12;

    private readonly Entry[] _entries = new Entry[TimedForms.Count * Classes];
    private readonly SizeClass[] _classes = new SizeClass[Classes];
    private readonly byte[] _teachers = new byte[TimedForms.Count * Classes];
    private readonly bool[] _isCompiled = new bool[TimedForms.Count];
    private readonly bool[] _isKnown = new bool[TimedForms.Count];
    private float _shortestUnpredicted = float.PositiveInfinity;
    private int _runs;
    private int _predictedRuns;

    /// <summary>What runs that were too small for a prediction take at most; a cold cache and a slow machine included.</summary>
    private const float MostUnpredicted = 20e-6f;

    /// <summary>Under what the runs were timed: under anything else they say nothing.</summary>
    public TimedConfiguration Configuration => configuration;

    /// <summary>How many runs were timed.</summary>
    public int Runs => _runs;

    public bool IsLearning => _runs < LearningRuns;

    /// <summary>Whether enough is known for a threshold below which nobody looks any more.</summary>
    public bool AllowsThreshold => IsLargerThanItLooks ? _predictedRuns >= LearningRuns : !IsLearning;

    /// <summary>Whether runs that were too small for a prediction took longer than such can: an iteration costs more than the compiler could know.</summary>
    public bool IsLargerThanItLooks => !IsLearning && _shortestUnpredicted is > MostUnpredicted and < float.PositiveInfinity;

    public static int ClassOf(long iterations) => BitOperations.Log2((ulong)Math.Max(iterations, 1));

    public ref SizeClass this[int sizeClass] => ref _classes[sizeClass];

    /// <summary>A prediction in the light of earlier runs: of this size, else what the work of the nearest other size took, on top of the start.</summary>
    /// <param name="form">How it would run.</param>
    /// <param name="sizeClass">The size of the run.</param>
    /// <param name="start">What of the prediction is the start of a job or a launch.</param>
    /// <param name="predicted">All of it.</param>
    public double Correct(TimedForm form, int sizeClass, double start, double predicted)
    {
        if (!_isKnown[(int)form])
        {
            return predicted;
        }

        ref Entry own = ref EntryOf(form, sizeClass);
        if (own.Runs > 0)
        {
            return predicted * own.Ratio;
        }

        int teacher = _teachers[((int)form * Classes) + sizeClass];
        return teacher == 0 ? predicted : start + ((predicted - start) * EntryOf(form, teacher - 1).WorkRatio);
    }

    /// <summary>How many runs of this size class were timed on the backend.</summary>
    public int RunsOf(TimedForm form, int sizeClass) => EntryOf(form, sizeClass).Runs;

    /// <summary>The latest time of a run of this size class, as many iterations as are asked for taking their share; 0 if there was none.</summary>
    public double Measured(TimedForm form, long iterations) => (double)EntryOf(form, ClassOf(iterations)).SecondsPerIteration * iterations;

    /// <summary>Takes note of a run that was too small for a prediction.</summary>
    public void AddUnpredicted(double measured)
    {
        CountRun();
        _shortestUnpredicted = Math.Min(_shortestUnpredicted, (float)measured);
    }

    /// <summary>Takes note of a run.</summary>
    /// <param name="form">How it ran.</param>
    /// <param name="iterations">How many there were.</param>
    /// <param name="start">What of the prediction is the start of a job or a launch, in seconds.</param>
    /// <param name="predicted">The prediction without corrections, in seconds.</param>
    /// <param name="measured">In seconds.</param>
    public void Add(TimedForm form, long iterations, double start, double predicted, double measured)
    {
        CountRun();
        _predictedRuns = _predictedRuns == int.MaxValue ? _predictedRuns : _predictedRuns + 1;
        int sizeClass = ClassOf(iterations);
        _classes[sizeClass].TotalSeconds += measured;

        // The first run on a backend has its code compiled.
        if (!_isCompiled[(int)form])
        {
            _isCompiled[(int)form] = true;
            return;
        }

        ref Entry entry = ref EntryOf(form, sizeClass);
        predicted = Math.Max(predicted, LeastSeconds);
        double work = predicted - start;
        entry.SecondsPerIteration = (float)(measured / Math.Max(iterations, 1));
        entry.LogRatio = Adjusted(entry.LogRatio, entry.Runs, measured / predicted);
        entry.Ratio = MathF.Exp(entry.LogRatio);
        entry.Runs = entry.Runs == int.MaxValue ? entry.Runs : entry.Runs + 1;
        _isKnown[(int)form] = true;
        if (work < start)
        {
            return;
        }

        entry.LogWorkRatio = Adjusted(entry.LogWorkRatio, entry.WorkRuns, Math.Max(measured - start, LeastWork * work) / work);
        entry.WorkRatio = MathF.Exp(entry.LogWorkRatio);
        entry.WorkRuns = entry.WorkRuns == int.MaxValue ? entry.WorkRuns : entry.WorkRuns + 1;
        if (entry.WorkRuns == 1)
        {
            FindTeachers(form);
        }
    }

    private static float Adjusted(float log, int runs, double ratio)
    {
        float latest = Math.Clamp(MathF.Log((float)ratio), -MostRatio, MostRatio);
        return runs == 0 ? latest
            : runs < FirstRuns ? Math.Min(log, latest)
            : latest < log ? log + (WeightDown * (latest - log))
            : log + (WeightUp * Math.Min(latest - log, MostStepUp));
    }

    private void CountRun() => _runs = _runs == int.MaxValue ? _runs : _runs + 1;

    /// <summary>Finds anew for each size the nearest one with runs that were mostly work.</summary>
    private void FindTeachers(TimedForm form)
    {
        for (int sizeClass = 0; sizeClass < Classes; sizeClass++)
        {
            int nearest = Enumerable.Range(0, Classes).Where(other => EntryOf(form, other).WorkRuns > 0)
                .Select(other => other + 1).OrderBy(other => Math.Abs(other - 1 - sizeClass)).FirstOrDefault();
            _teachers[((int)form * Classes) + sizeClass] = (byte)nearest;
        }
    }

    private ref Entry EntryOf(TimedForm form, int sizeClass) => ref _entries[((int)form * Classes) + sizeClass];

    /// <summary>What is known of the runs of one size, whatever they ran on.</summary>
    internal struct SizeClass
    {
        /// <summary>The time of all runs.</summary>
        public double TotalSeconds;

        /// <summary>How much of it went into trying what was predicted to be slower.</summary>
        public double TrialSeconds;

        /// <summary>Runs since the last trial.</summary>
        public int RunsSinceTrial;

        /// <summary>What ran last, <see cref="Backend.Auto"/> for nothing yet.</summary>
        public Backend Last;

        /// <summary>How many of the next runs go on with the trial of <see cref="Tried"/>.</summary>
        public int TrialRunsLeft;

        public Backend Tried;

        /// <summary>How many of the following runs that are alike go where this one went without a look at the model, which takes about as long as the smallest of them.</summary>
        public int RunsLeftAlike;

        /// <summary>What makes them alike: the number of iterations and the generation of the options.</summary>
        public long Iterations;

        public int Generation;

        /// <summary>What one of them is predicted to take.</summary>
        public double Seconds;
    }

    private struct Entry
    {
        public float LogRatio;
        public float LogWorkRatio;
        public float Ratio;
        public float WorkRatio;
        public float SecondsPerIteration;
        public int Runs;

        /// <summary>Runs that were mostly work: the start of the others says nothing of it.</summary>
        public int WorkRuns;
    }
}
