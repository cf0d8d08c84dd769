using System.Reflection;
using System.Runtime.Intrinsics;

namespace Accel.Tests.Numerics;

/// <summary>The functions of <see cref="VectorMath.Fast"/> by name.</summary>
internal static class FastFunctions
{
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(VectorMath.Fast).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Where(name => name != "SinCos").Distinct().Order()];

    public static ElementaryFunction<T> Of<T>(string name) => new(name, Form<T>(name), Form<Vector128<T>>(name), Form<Vector256<T>>(name), Form<Vector512<T>>(name));

    private static Func<T, T, T> Form<T>(string name)
    {
        if (typeof(VectorMath.Fast).GetMethod(name, [typeof(T), typeof(T)]) is { } ofTwo)
        {
            return ofTwo.CreateDelegate<Func<T, T, T>>();
        }

        Func<T, T> function = typeof(VectorMath.Fast).GetMethod(name, [typeof(T)])!.CreateDelegate<Func<T, T>>();
        return (x, _) => function(x);
    }
}
