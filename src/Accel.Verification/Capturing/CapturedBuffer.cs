using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Verification.Capturing;

/// <summary>Memory that the checked code can reach: an array of any rank, or a device buffer.</summary>
internal abstract class CapturedBuffer(string name, Type element)
{
    /// <summary>The variable's name in the user's code.</summary>
    public string Name { get; } = name;

    public Type Element { get; } = element;

    public abstract int Length { get; }

    public abstract byte[] Read();

    public abstract void Write(byte[] bytes);

    /// <summary>The buffer in a variable, or <see langword="null"/> where the value is none whose elements are plain numbers.</summary>
    public static CapturedBuffer? Of(string name, object? value) => value switch
    {
        Array array when IsPlain(array.GetType().GetElementType()!) => new CapturedArray(name, array),
        { } other when other.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(DeviceBuffer<>) =>
            (CapturedBuffer)Activator.CreateInstance(typeof(CapturedDeviceBuffer<>).MakeGenericType(type.GetGenericArguments()), name, other)!,
        _ => null,
    };

    private static bool IsPlain(Type type) => type.IsPrimitive && type != typeof(IntPtr) && type != typeof(UIntPtr);

    private sealed class CapturedArray(string name, Array array) : CapturedBuffer(name, array.GetType().GetElementType()!)
    {
        public override int Length => array.Length;

        public override byte[] Read() => Bytes().ToArray();

        public override void Write(byte[] bytes) => bytes.CopyTo(Bytes());

        private Span<byte> Bytes() => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length * ElementBytes.Of(Element));
    }

    private sealed class CapturedDeviceBuffer<T>(string name, DeviceBuffer<T> buffer) : CapturedBuffer(name, typeof(T))
        where T : unmanaged
    {
        public override int Length => buffer.Length;

        public override byte[] Read() => MemoryMarshal.AsBytes(buffer.AsReadOnlySpan()).ToArray();

        public override void Write(byte[] bytes) => buffer.CopyFrom(MemoryMarshal.Cast<byte, T>(bytes));
    }
}
