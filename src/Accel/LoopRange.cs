using System.ComponentModel;

namespace Accel;

/// <summary>The numbers of a <see cref="Loop.Parallel"/> loop, in increasing order.</summary>
public readonly struct LoopRange
{
    private readonly int _from;
    private readonly int _to;

    internal LoopRange(int from, int to)
    {
        _from = from;
        _to = to;
    }

    /// <summary>Begins at the first number; called by <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(_from, _to);

    /// <summary>Walks over a <see cref="LoopRange"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public struct Enumerator
    {
        private readonly int _to;
        private int _next;

        internal Enumerator(int from, int to)
        {
            _next = from;
            _to = to;
            Current = from;
        }

        /// <summary>The number of this iteration.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next number.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            if (_next >= _to)
            {
                return false;
            }

            Current = _next++;
            return true;
        }
    }
}
