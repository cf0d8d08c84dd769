using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>
/// Checks the lengths of an element kernel's arguments. Generated code does
/// <c>var arguments = new ElementArguments(); arguments.Add(x, "x"); arguments.Add(y, "y"); int n = arguments.Length(destination.Length);</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ElementArguments
{
    private string? _first;
    private int _length;

    /// <summary>Takes in one argument.</summary>
    /// <param name="argument">The argument; a scalar fits every length.</param>
    /// <param name="name">The parameter's name.</param>
    /// <exception cref="ArgumentException">Its length differs from that of an argument before it.</exception>
    public void Add<T>(Elements<T> argument, string name)
        where T : unmanaged
    {
        if (argument.IsScalar)
        {
            return;
        }

        if (_first is null)
        {
            _first = name;
            _length = argument.Length;
        }
        else if (argument.Length != _length)
        {
            throw new ArgumentException($"The arguments differ in length: '{_first}' has {_length} elements and '{name}' {argument.Length}.", name);
        }
    }

    /// <summary>How many elements to compute: the common length of the arguments, or that of the destination where all are scalars.</summary>
    /// <param name="destinationLength">At least the common length; what lies beyond is left as it is.</param>
    /// <param name="name">The destination's name.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public readonly int Length(int destinationLength, string name = "destination")
    {
        if (_first is null)
        {
            return destinationLength;
        }

        return destinationLength >= _length
            ? _length
            : throw new ArgumentException($"The destination is too short: '{name}' has {destinationLength} elements and '{_first}' {_length}.", name);
    }
}
