namespace Accel.Loops;

/// <summary>A loop of a suite, with arguments bound to the suite's data.</summary>
/// <param name="Name">The name that the suite gives it.</param>
/// <param name="NewData">The data, for arrays of a length and matrices of a number of rows.</param>
/// <param name="Run">An ordinary call of the kernel, which goes where the dispatcher sends it.</param>
public sealed record SuiteLoop(string Name, Func<int, int, SuiteData> NewData, Action<SuiteData> Run)
{
    /// <summary>A loop on data of a type of its own.</summary>
    public static SuiteLoop On<TData>(string name, Func<int, int, TData> newData, Action<TData> run)
        where TData : SuiteData => new(name, newData, data => run((TData)data));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
