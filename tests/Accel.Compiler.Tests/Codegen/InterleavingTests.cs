using Accel.Compiler.Codegen.Simd;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>Shuffles and blends that take vectors apart and put them together, carried out on numbers.</summary>
public sealed class InterleavingTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int>();
            foreach (int kinds in Enumerable.Range(2, 15))
            {
                foreach (int lanes in new[] { 2, 4, 8, 16 })
                {
                    sizes.Add(kinds, lanes);
                }
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EachKindIsTakenOut(int kinds, int lanes)
    {
        var interleaving = Interleaving.Of(kinds, lanes);
        int[][] slots = [.. Enumerable.Range(0, kinds).Select(vector => Shuffled([.. Enumerable.Range(vector * lanes, lanes)], interleaving.PositionsOf(vector)))];
        for (int kind = 0; kind < kinds; kind++)
        {
            int[] blended = [.. interleaving.VectorsOf(kind).Select((vector, slot) => slots[vector][slot])];
            int[] ordered = Shuffled(blended, Interleaving.Inverse(interleaving.LanesOf(kind)));
            Assert.Equal(Enumerable.Range(0, lanes).Select(lane => (lane * kinds) + kind), ordered);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void KindsArePutTogether(int kinds, int lanes)
    {
        var interleaving = Interleaving.Of(kinds, lanes);
        int[][] slots = [.. Enumerable.Range(0, kinds).Select(kind => Shuffled([.. Enumerable.Range(0, lanes).Select(lane => (lane * kinds) + kind)], interleaving.LanesOf(kind)))];
        for (int vector = 0; vector < kinds; vector++)
        {
            int[] blended = [.. interleaving.KindsOf(vector).Select((kind, slot) => slots[kind][slot])];
            Assert.Equal(Enumerable.Range(vector * lanes, lanes), Shuffled(blended, Interleaving.Inverse(interleaving.PositionsOf(vector))));
        }
    }

    [Fact]
    public void WhatHasSlotsOfItsOwnInMemoryIsShuffledOnce() =>
        Assert.All(Enumerable.Range(0, 3), vector => Assert.True(Interleaving.IsIdentity(Interleaving.Of(3, 8).PositionsOf(vector))));

    private static int[] Shuffled(int[] values, int[] from) => [.. from.Select(index => values[index])];
}
