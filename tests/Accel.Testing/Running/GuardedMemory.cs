namespace Accel.Testing.Running;

/// <summary>
/// A buffer between two inaccessible pages, flush with one of them: code that reads or writes a single byte beyond that end ends the
/// process instead of passing unnoticed.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly int _length;
    private readonly nuint _size;
    private byte* _pages;
    private T* _start;

    /// <summary>Allocates zeroed elements.</summary>
    /// <param name="length">Number of elements; 0 is allowed.</param>
    /// <param name="side">The end that touches an inaccessible page.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="OutOfMemoryException">The system gave no pages.</exception>
    public GuardedMemory(int length, GuardSide side = GuardSide.After)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        nuint page = (nuint)Environment.SystemPageSize;
        nuint bytes = (nuint)length * (nuint)sizeof(T);
        nuint usable = (bytes + page - 1) / page * page;
        _length = length;
        _size = page + usable + page;
        _pages = NativePages.Allocate(_size);
        NativePages.Forbid(_pages, page);
        NativePages.Forbid(_pages + page + usable, page);
        _start = (T*)(side == GuardSide.After ? _pages + page + usable - bytes : _pages + page);
    }

    /// <summary>Allocates a copy of elements.</summary>
    /// <param name="items">The elements.</param>
    /// <param name="side">The end that touches an inaccessible page.</param>
    /// <exception cref="OutOfMemoryException">The system gave no pages.</exception>
    public GuardedMemory(ReadOnlySpan<T> items, GuardSide side = GuardSide.After)
        : this(items.Length, side)
    {
        items.CopyTo(Span);
    }

    /// <summary>The elements.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pages is null, this);
            return new Span<T>(_start, _length);
        }
    }

    /// <inheritdoc/>
    /// <remarks>There is no finalizer: it could give the pages back under a span that is still in use.</remarks>
    public void Dispose()
    {
        if (_pages is not null)
        {
            NativePages.Release(_pages, _size);
            _pages = null;
            _start = null;
        }
    }
}
