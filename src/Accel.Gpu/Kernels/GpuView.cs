using System.ComponentModel;
using System.Runtime.CompilerServices;
using ILGPU;

namespace Accel.Gpu;

/// <summary>Elements in the memory of the device, as a kernel sees them. Subscripts are not checked: the guards of a nest did that.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GpuView<T>
    where T : unmanaged
{
    private readonly ArrayView<T> _view;

    internal GpuView(ArrayView<T> view) => _view = view;

    internal ArrayView<T> View => _view;

    /// <summary>The same memory as elements of another type.</summary>
    /// <typeparam name="TOther">Their type, of whose size the length of the view is a multiple.</typeparam>
    public GpuView<TOther> As<TOther>()
        where TOther : unmanaged => _view.IsValid ? new(_view.Cast<TOther>()) : default;

    /// <summary>The element at <paramref name="index"/>.</summary>
    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _view[index];
    }
}
