using System.Runtime.Intrinsics;

namespace Accel.Tests.Numerics;

/// <summary>All forms of one function of <see cref="VectorMath"/>; those of one argument leave the second aside.</summary>
internal sealed record ElementaryFunction<T>(
    string Name,
    Func<T, T, T> Scalar,
    Func<Vector128<T>, Vector128<T>, Vector128<T>> Lanes128,
    Func<Vector256<T>, Vector256<T>, Vector256<T>> Lanes256,
    Func<Vector512<T>, Vector512<T>, Vector512<T>> Lanes512)
{
    /// <summary>The function of every pair, by the form of that many bits; 0 stands for the scalar form.</summary>
    public T[] Apply(int bits, T[] x, T[] y)
    {
        T[] result = new T[x.Length];
        switch (bits)
        {
            case 0:
                for (int i = 0; i < x.Length; i++)
                {
                    result[i] = Scalar(x[i], y[i]);
                }

                break;
            case 128:
                for (int i = 0; i < x.Length; i += Vector128<T>.Count)
                {
                    Lanes128(Vector128.Create(x, i), Vector128.Create(y, i)).CopyTo(result, i);
                }

                break;
            case 256:
                for (int i = 0; i < x.Length; i += Vector256<T>.Count)
                {
                    Lanes256(Vector256.Create(x, i), Vector256.Create(y, i)).CopyTo(result, i);
                }

                break;
            default:
                for (int i = 0; i < x.Length; i += Vector512<T>.Count)
                {
                    Lanes512(Vector512.Create(x, i), Vector512.Create(y, i)).CopyTo(result, i);
                }

                break;
        }

        return result;
    }
}
