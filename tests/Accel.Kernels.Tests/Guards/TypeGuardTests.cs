using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Kernels over text, names of elements and tables throw as written, after the same writes.</summary>
public class TypeGuardTests
{
    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void TextThatIsNull(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        char highest = 'a';
        Assert.Throws<NullReferenceException>(() => TypeKernels.Highest(null!, ref highest, backend.Backend));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ATableThatIsTooShort(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        byte[] x = BelowHundred();
        x[200] = 150;
        byte[] expected = [.. x.Select((v, i) => i < 200 ? (byte)(v + 1) : v)];

        Assert.Throws<IndexOutOfRangeException>(() => TypeKernels.TranslateInPlace(x, SuccessorsToHundred(), backend.Backend));
        Assert.Equal(expected, x);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void ATableThatIsLongEnoughForWhatThereIs(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        byte[] x = BelowHundred();
        byte[] expected = [.. x.Select(v => (byte)(v + 1))];

        TypeKernels.TranslateInPlace(x, SuccessorsToHundred(), backend.Backend);
        Assert.Equal(expected, x);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void AnElementThatIsNamedAndNotUsed(BackendCase backend)
    {
        using IDisposable options = backend.Use();
        float[] x = new float[40];

        Assert.Throws<IndexOutOfRangeException>(() => TypeKernels.NamedForNothing(x, new float[30], backend.Backend));
        Assert.Equal(30, x.Count(v => v == 1));
    }

    private static byte[] BelowHundred() => [.. Enumerable.Range(0, 300).Select(i => (byte)(i % 100))];

    private static byte[] SuccessorsToHundred() => [.. Enumerable.Range(0, 101).Select(i => (byte)(i + 1))];
}
