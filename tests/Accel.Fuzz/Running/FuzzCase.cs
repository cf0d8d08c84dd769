namespace Accel.Fuzz.Running;

/// <summary>One kernel under test: written by the harness into the compilation that holds the kernel.</summary>
public abstract class FuzzCase
{
    /// <summary>Runs the method as written, as an ordinary method that Accel does not know.</summary>
    /// <param name="a">The arguments.</param>
    public abstract void Oracle(Arguments a);

    /// <summary>Calls the generated overload.</summary>
    /// <param name="a">The arguments.</param>
    /// <param name="backend">Where to run.</param>
    public abstract void Run(Arguments a, Backend backend);

    /// <summary>Calls the kernel as a user does, which is intercepted.</summary>
    /// <param name="a">The arguments.</param>
    public abstract void RunIntercepted(Arguments a);
}
