using System.ComponentModel;
using System.Runtime.CompilerServices;
using ILGPU;

namespace Accel.Gpu;

/// <summary>64 elements that belong to one GPU thread: the lanes of a reduction, or the open branches of its tree of blocks.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GpuLocal<T>
    where T : unmanaged
{
    private readonly ArrayView<T> _view;

    private GpuLocal(ArrayView<T> view) => _view = view;

    /// <summary>The element at <paramref name="index"/>, 0 to 63.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _view[index];
    }

    /// <summary>Takes the memory, with undefined contents; to be called once at the start of a thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GpuLocal<T> Allocate() => new(LocalMemory.Allocate<T>(64));
}
