using System.Numerics;
using System.Runtime.InteropServices;
using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Guards;

/// <summary>What structs add to a nest's guards: null arrays, lengths, and numbers of one element in the place of another's.</summary>
public sealed class StructGuardTests
{
    private static readonly Vector3[] s_vectors = [.. Enumerable.Range(0, 100).Select(i => new Vector3(i, i + 0.5f, -i))];

    [Fact]
    public void AnArrayThatIsNullFailsAsWritten()
    {
        Assert.Throws<NullReferenceException>(() => StructKernels.Normalize(null!));
        Assert.Throws<NullReferenceException>(() => StructKernels.Planar(null!, Vector2.One, []));
    }

    [Fact]
    public void ASpanThatIsTooShortFailsAtTheSameElement()
    {
        Assert.Equal(Failed(Backend.Reference), Failed(null));

        static Vector3[] Failed(Backend? backend)
        {
            var y = new Vector3[100];
            try
            {
                if (backend is { } known)
                {
                    StructKernels.VectorSaxpy(2, s_vectors.AsSpan(0, 70), y, known);
                }
                else
                {
                    StructKernels.VectorSaxpy(2, s_vectors.AsSpan(0, 70), y);
                }
            }
            catch (IndexOutOfRangeException)
            {
                return y;
            }

            throw new InvalidOperationException("No element was missed.");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(-3)]
    public void SpansThatOverlapByNumbersGiveWhatIsWritten(int distance)
    {
        Assert.Equal(Saxpy(Backend.Reference), Saxpy(null));

        float[] Saxpy(Backend? backend)
        {
            float[] numbers = [.. Enumerable.Range(0, 320).Select(i => (i % 17) - 8f)];
            Span<Vector3> x = MemoryMarshal.Cast<float, Vector3>(numbers.AsSpan(8, 300));
            Span<Vector3> y = MemoryMarshal.Cast<float, Vector3>(numbers.AsSpan(8 + distance, 300));
            if (backend is { } known)
            {
                StructKernels.VectorSaxpy(0.5f, x, y, known);
            }
            else
            {
                StructKernels.VectorSaxpy(0.5f, x, y);
            }

            return numbers;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void ElementsThatAreChangedInPlaceAreChangedAsWritten(int count)
    {
        Particle[] expected = Particles(40 * count);
        Particle[] actual = Particles(40 * count);
        StructKernels.SimulateInPlace(expected, 0.1f, Backend.Reference);
        StructKernels.SimulateInPlace(actual, 0.1f);
        Assert.Equal(MemoryMarshal.AsBytes(expected.AsSpan()), MemoryMarshal.AsBytes(actual.AsSpan()));
    }

    [Fact]
    public void StructsWithEnumsAreWhatIsWritten()
    {
        Assert.Equal(Weighed(Backend.Reference), Weighed(null));

        static List<Marked> Weighed(Backend? backend)
        {
            Marked[] x = [.. Enumerable.Range(0, 100).Select(i => new Marked { Level = (Level)(i % 3), Weight = (byte)(i * 7) })];
            Marked last = default;
            var least = new Marked { Level = Level.High, Weight = 100 };
            if (backend is { } known)
            {
                AggregateKernels.Weigh(x, least, ref last, known);
            }
            else
            {
                AggregateKernels.Weigh(x, least, ref last);
            }

            return [.. x, last];
        }
    }

    [Fact]
    public void PlacesThatNeedThoseBeforeThemAreWhatIsWritten()
    {
        Place[] expected = [.. Enumerable.Range(0, 100).Select(i => new Place(i % 7, -i))];
        Place[] actual = [.. expected];
        AggregateKernels.Accumulate(expected, Backend.Reference);
        AggregateKernels.Accumulate(actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void AVariableThatALoopGoesOnWithKeepsItsValue()
    {
        float[] expected = new float[50];
        float[] actual = new float[50];
        Assert.Equal(AggregateKernels.GoesOn(expected, Backend.Reference), AggregateKernels.GoesOn(actual));
        Assert.Equal(expected, actual);
    }

    private static Particle[] Particles(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Particle { Position = new(i, (i % 5) - 2.1f, 1), Velocity = new(1, i - 20, 2), Mass = i })];
}
