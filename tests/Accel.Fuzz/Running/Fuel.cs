namespace Accel.Fuzz.Running;

/// <summary>Ends an oracle that would run too long: mutated loops may have any number of iterations.</summary>
public static class Fuel
{
    private const long Enough = 3_000_000;

    private static long s_left;

    /// <summary>Fills up before an oracle runs.</summary>
    public static void Fill() => s_left = Enough;

    /// <summary>One iteration of any loop.</summary>
    /// <exception cref="OutOfFuelException">There were too many.</exception>
    public static void Burn()
    {
        if (--s_left < 0)
        {
            throw new OutOfFuelException();
        }
    }
}

/// <summary>The oracle did not end in time, so there is nothing to compare with.</summary>
public sealed class OutOfFuelException : Exception;
