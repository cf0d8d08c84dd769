namespace Accel.Generators.Tests.Interception;

/// <summary>A kernel that tells where its body ran.</summary>
internal static class TracedKernel
{
    /// <summary>What the kernel returns when its call was redirected.</summary>
    public const string Redirected = "Where__Accel";

    /// <summary>What it returns when it ran as written.</summary>
    public const string AsWritten = "Where";

    /// <summary>The kernel, as a member of a static class.</summary>
    public const string Member = """
            [Kernel]
            public static string Where(this float[] x, float a = 2, params int[] more)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] *= a;
                }

                return System.Reflection.MethodBase.GetCurrentMethod()!.Name;
            }
        """;

    /// <summary>A library with the kernel and <paramref name="members"/> of a class that calls it.</summary>
    public static string CalledBy(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using Accel;

        namespace Test;

        public static partial class Traced
        {
        {{Member}}
        }

        public static class Kernels
        {
            private static readonly float[] x = new float[4];

        {{members}}
        }
        """;
}
