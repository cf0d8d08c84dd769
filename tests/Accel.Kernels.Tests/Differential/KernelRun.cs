using System.Runtime.InteropServices;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Differential;

/// <summary>The arguments of one call, made anew for each backend from one seed: buffers end at inaccessible pages.</summary>
internal sealed class KernelRun(int seed) : IDisposable
{
    private readonly Random _random = new(seed);
    private readonly List<IDisposable> _memory = [];
    private readonly List<Func<byte[]>> _contents = [];

    /// <summary>What the kernel returned, as bits.</summary>
    public byte[] Result { get; private set; } = [];

    public IReadOnlyList<byte[]> Contents => [.. _contents.Select(content => content())];

    /// <summary>Values of everyday size.</summary>
    public Span<float> Floats(int length) => Buffer(length, () => (float)((_random.NextDouble() * 8) - 4));

    public Span<double> Doubles(int length) => Buffer(length, () => (_random.NextDouble() * 8) - 4);

    /// <summary>Among them NaN, infinities, both zeros, subnormals and extremes.</summary>
    public Span<float> AnyFloats(int length) => Buffer(length, () => _random.Next(4) == 0
        ? s_floats[_random.Next(s_floats.Length)]
        : (float)((_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-3, 12))));

    public Span<double> AnyDoubles(int length) => Buffer(length, () => _random.Next(4) == 0
        ? s_doubles[_random.Next(s_doubles.Length)]
        : (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-3, 25)));

    public Span<T> Integers<T>(int length)
        where T : unmanaged
    {
        Span<T> span = Buffer<T>(length, () => default);
        _random.NextBytes(MemoryMarshal.AsBytes(span));
        return span;
    }

    public Span<T> Empty<T>(int length)
        where T : unmanaged => Buffer<T>(length, () => default);

    public T[] Array<T>(int length, Func<double, T> make)
        where T : unmanaged => Array(length, make, value => MemoryMarshal.AsBytes([value]).ToArray());

    /// <param name="length">Of the array.</param>
    /// <param name="make">An element of a random number.</param>
    /// <param name="bytes">What is compared of an element: not what may be between its fields.</param>
    public T[] Array<T>(int length, Func<double, T> make, Func<T, IEnumerable<byte>> bytes)
        where T : unmanaged
    {
        var array = new T[length];
        for (int i = 0; i < length; i++)
        {
            array[i] = make((_random.NextDouble() * 8) - 4);
        }

        _contents.Add(() => [.. array.SelectMany(bytes)]);
        return array;
    }

    public T[,] Matrix<T>(int rows, int columns, Func<double, T> make)
        where T : unmanaged
    {
        var matrix = new T[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = make((_random.NextDouble() * 8) - 4);
            }
        }

        _contents.Add(() => [.. matrix.Cast<T>().SelectMany(value => MemoryMarshal.AsBytes([value]).ToArray())]);
        return matrix;
    }

    public T[,,] Cube<T>(int planes, int rows, int columns, Func<double, T> make)
        where T : unmanaged
    {
        var cube = new T[planes, rows, columns];
        for (int i = 0; i < cube.Length; i++)
        {
            cube[i / (rows * columns), i / columns % rows, i % columns] = make((_random.NextDouble() * 8) - 4);
        }

        _contents.Add(() => [.. cube.Cast<T>().SelectMany(value => MemoryMarshal.AsBytes([value]).ToArray())]);
        return cube;
    }

    public void Return<T>(T value)
        where T : unmanaged => Result = MemoryMarshal.AsBytes([value]).ToArray();

    public void Dispose() => _memory.ForEach(memory => memory.Dispose());

    private static readonly float[] s_floats =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue, float.MinValue,
        2147483648f, -2147483904f, 4294967296f, 0.5f, 1.5f, 2.5f, -0.5f, 255.5f, 16777217f,
    ];

    private static readonly double[] s_doubles =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0d, -0d, double.Epsilon, -double.Epsilon, 1e-310, double.MaxValue, double.MinValue,
        2147483647.5, -2147483648.5, 4294967295.5, 9.3e18, -9.3e18, 1.9e19, 0.5, 2.5, -1.5,
    ];

    private Span<T> Buffer<T>(int length, Func<T> make)
        where T : unmanaged
    {
        var memory = new GuardedMemory<T>(length);
        _memory.Add(memory);
        for (int i = 0; i < length; i++)
        {
            memory.Span[i] = make();
        }

        _contents.Add(() => MemoryMarshal.AsBytes(memory.Span).ToArray());
        return memory.Span;
    }
}
