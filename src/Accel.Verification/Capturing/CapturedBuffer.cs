using System.Reflection;
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

    /// <summary>Puts a copy of the first elements in its place, everywhere it was found. Does nothing for what cannot be replaced.</summary>
    /// <param name="length">How many; more than there are keeps them all.</param>
    public virtual void Cut(int length)
    {
    }

    /// <summary>Puts the whole back in place.</summary>
    public virtual void Uncut()
    {
    }

    /// <summary>Tells of a variable that holds the buffer.</summary>
    public virtual void AddHolder(object owner, FieldInfo field)
    {
    }

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
        private readonly List<(object Owner, FieldInfo Field)> _holders = [];
        private readonly Array _whole = array;
        private Array _array = array;

        public override int Length => _array.Length;

        public override byte[] Read() => Bytes().ToArray();

        public override void Write(byte[] bytes) => bytes.CopyTo(Bytes());

        public override void Cut(int length)
        {
            if (_whole.Rank == 1 && _whole.GetLowerBound(0) == 0)
            {
                var part = Array.CreateInstance(Element, Math.Min(length, _whole.Length));
                Array.Copy(_whole, part, part.Length);
                Hold(part);
            }
        }

        public override void Uncut() => Hold(_whole);

        public override void AddHolder(object owner, FieldInfo field) => _holders.Add((owner, field));

        private void Hold(Array held)
        {
            foreach ((object owner, FieldInfo field) in _holders)
            {
                field.SetValue(owner, held);
            }

            _array = held;
        }

        private Span<byte> Bytes() => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(_array), _array.Length * ElementBytes.Of(Element));
    }

    private sealed class CapturedDeviceBuffer<T>(string name, DeviceBuffer<T> buffer) : CapturedBuffer(name, typeof(T))
        where T : unmanaged
    {
        public override int Length => buffer.Length;

        public override byte[] Read() => MemoryMarshal.AsBytes(buffer.AsReadOnlySpan()).ToArray();

        public override void Write(byte[] bytes) => buffer.CopyFrom(MemoryMarshal.Cast<byte, T>(bytes));
    }
}
