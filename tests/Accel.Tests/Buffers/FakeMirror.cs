namespace Accel.Tests.Buffers;

/// <summary>Device memory that is an array of bytes, and counts what happens to it.</summary>
internal sealed unsafe class FakeMirror(nint byteLength) : DeviceMirror
{
    public byte[] Bytes { get; } = new byte[byteLength];

    public int ToHost { get; private set; }

    public int ToDevice { get; private set; }

    public bool IsDisposed { get; private set; }

    public static FakeMirror Of(DeviceMemory memory) => new(memory.ByteLength);

    public override void CopyToHost(nint host, nint byteLength)
    {
        ToHost++;
        Bytes.CopyTo(new Span<byte>((void*)host, (int)byteLength));
    }

    public override void CopyToDevice(nint host, nint byteLength)
    {
        ToDevice++;
        new ReadOnlySpan<byte>((void*)host, (int)byteLength).CopyTo(Bytes);
    }

    public override void Dispose() => IsDisposed = true;
}
