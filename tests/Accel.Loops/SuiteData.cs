namespace Accel.Loops;

/// <summary>The arrays that a suite's loops work on. Each call of a constructor with the same sizes gives the same contents.</summary>
public abstract class SuiteData
{
    /// <summary>What the loop returned, or 0.</summary>
    public double Result { get; set; }

    /// <summary>All that a loop can change.</summary>
    public abstract IReadOnlyList<Array> Changeable { get; }

    /// <summary>What the loops only read and is not in <see cref="Changeable"/>.</summary>
    public abstract IReadOnlyList<Array> Constant { get; }

    /// <summary>Takes over the contents of data of the same sizes: loops that multiply an array by itself time after time would end in subnormal numbers.</summary>
    public void Restore(SuiteData original)
    {
        foreach ((Array to, Array from) in Changeable.Zip(original.Changeable))
        {
            Array.Copy(from, to, from.Length);
        }
    }

    /// <summary>All that a loop can change, one after the other, and what it returned. No array holds integers that a <see langword="double"/> does not.</summary>
    public double[] Contents() => [.. Changeable.SelectMany(array => array.Cast<object>()).Select(Convert.ToDouble), Result];
}
