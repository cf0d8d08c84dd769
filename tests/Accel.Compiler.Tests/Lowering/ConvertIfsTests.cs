using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Ifs inside vectorised loops, as masks.</summary>
public sealed class ConvertIfsTests
{
    [Fact]
    public void AStoreUnderAConditionIsMasked() => After("if (x[i] > 0) x[i] = 1;", """
        nest 0(Span<float> x)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            x[i.0] = f:3f800000 where mask.100
        """);

    [Fact]
    public void TheElseBranchHasTheOtherMask() => After("if (x[i] > 0) x[i] = 1; else x[i] = 2;", """
        nest 0(Span<float> x)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            x[i.0] = f:3f800000 where mask.100
            bool otherMask.101 = ~mask.100
            x[i.0] = f:40000000 where otherMask.101
        """);

    [Fact]
    public void NestedMasksAreBothTrue() => After("if (x[i] > 0) { if (y[i] > 0) x[i] = 1; else x[i] = 2; y[i] = 3; }", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x1) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            bool mask.101 = (mask.100 & (y[i.0] > f:00000000))
            x[i.0] = f:3f800000 where mask.101
            bool otherMask.102 = (mask.100 & ~mask.101)
            x[i.0] = f:40000000 where otherMask.102
            y[i.0] = f:40400000 where mask.100
        """);

    [Fact]
    public void AnAssignmentKeepsTheOldValueElsewhere() => After("float v = 1; if (x[i] > 0) v = y[i]; x[i] = v;", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            float v.1 = f:3f800000
            bool mask.100 = (x[i.0] > f:00000000)
            v.1 = select(mask.100, y[i.0], v.1)
            x[i.0] = v.1
        """);

    [Fact]
    public void ALocalDeclaredInABranchNeedsNoMask() => After("if (x[i] > 0) { float v = y[i]; v *= 2; x[i] = v; }", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            float v.1 = y[i.0]
            v.1 = (v.1 * f:40000000)
            x[i.0] = v.1 where mask.100
        """);

    [Fact]
    public void ALocalOfAnOuterBranchIsMaskedInAnInnerOne() => After("if (x[i] > 0) { float v = 1; if (y[i] > 0) v = 2; v += 1; x[i] = v; }", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            float v.1 = f:3f800000
            bool mask.101 = (mask.100 & (y[i.0] > f:00000000))
            v.1 = select(mask.101, f:40000000, v.1)
            v.1 = (v.1 + f:3f800000)
            x[i.0] = v.1 where mask.100
        """);

    [Fact]
    public void ALocalWithoutAValueGetsOne() => After("float v; if (x[i] > 0) v = 1; else v = 2; x[i] = v;", """
        nest 0(Span<float> x)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            float v.1 = f:00000000
            bool mask.100 = (x[i.0] > f:00000000)
            v.1 = select(mask.100, f:3f800000, v.1)
            bool otherMask.101 = ~mask.100
            v.1 = select(otherMask.101, f:40000000, v.1)
            x[i.0] = v.1
        """);

    [Fact]
    public void AConditionThatIsTheSameForAllLanesStaysAnIf() => After("if (a > 0) x[i] = 1; else x[i] = 2;", """
        nest 0(Span<float> x, float a.1)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            if (a.1 > f:00000000)
              x[i.0] = f:3f800000
            else
              x[i.0] = f:40000000
        """);

    [Fact]
    public void AUniformIfInsideAMaskHandsTheMaskOn() => After("if (x[i] > 0) { if (a > 0) x[i] = 1; }", """
        nest 0(Span<float> x, float a.1)
          parallel vector(x2) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            if (a.1 > f:00000000)
              x[i.0] = f:3f800000 where mask.100
        """);

    [Fact]
    public void AnUpdateIsMasked() => After("if (x[i] > 0) s += x[i] * y[i];", """
        nest 0(Span<float> x, Span<float> y, ref float s.1)
          parallel vector(64 lanes) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            s.1 sum= fused (x[i.0] * y[i.0]) where mask.100
        """);

    [Fact]
    public void AnInnerLoopRunsUnderTheMask() => After("if (x[i] > 0) { float v = 0; for (int k = 0; k < 3; k++) v += y[i + k]; x[i] = v; }", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x4) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            if mask.100
              float v.1 = f:00000000
              for k.2 = 0; < 3; +1
                v.1 sum= y[(i.0 + k.2)]
              x[i.0] = v.1 where mask.100
        """);

    [Fact]
    public void ALoopRunsUntilNoLaneIsLeft() => After("float v = x[i]; int n = 0; while (v > 1) { v *= 0.5f; n++; if (n > 9) break; } y[i] = n;", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x4) for i.0 = 0; < x.length; +1
            float v.1 = x[i.0]
            int n.2 = 0
            bool running.3 = (v.1 > f:3f800000)
            for iteration.4 = 0; < 2147483647; +1 while running.3
              v.1 = (v.1 * f:3f000000)
              n.2 = select(running.3, (n.2 + 1), n.2)
              bool mask.100 = (running.3 & (n.2 > 9))
              running.3 = (running.3 & ~mask.100)
              running.3 = (running.3 & (v.1 > f:3f800000))
            y[i.0] = float(n.2)
        """);

    [Fact]
    public void ALoopUnderAMaskRunsForItsLanesOnly() => After("float v = x[i]; if (v > 3) { while (v > 1) v *= 0.5f; y[i] = v; } x[i] = v;", """
        nest 0(Span<float> x, Span<float> y)
          parallel vector(x4) for i.0 = 0; < x.length; +1
            float v.1 = x[i.0]
            bool mask.100 = (v.1 > f:40400000)
            if mask.100
              bool running.2 = (v.1 > f:3f800000)
              running.2 = (mask.100 & running.2)
              for iteration.3 = 0; < 2147483647; +1 while running.2
                v.1 = select(running.2, (v.1 * f:3f000000), v.1)
                running.2 = (running.2 & (v.1 > f:3f800000))
              y[i.0] = v.1 where mask.100
            x[i.0] = v.1
        """);

    [Fact]
    public void ALoopThatEndsInAllLanesAtOnceHasNoMask() => After("float v = a; while (v > 1) { v *= 0.5f; y[i] += v; }", """
        nest 0(Span<float> x, Span<float> y, float a.2)
          parallel vector(x4) for i.0 = 0; < x.length; +1
            float v.1 = a.2
            bool running.3 = (v.1 > f:3f800000)
            for iteration.4 = 0; < 2147483647; +1 while running.3
              v.1 = (v.1 * f:3f000000)
              y[i.0] = (y[i.0] + v.1)
              running.3 = (v.1 > f:3f800000)
        """);

    [Fact]
    public void WhatIsCostlyIsSkippedWhereNoLaneNeedsIt() => After("if (x[i] > 0) x[i] = MathF.Pow(x[i], a);", """
        nest 0(Span<float> x, float a.1)
          parallel vector(x1) for i.0 = 0; < x.length; +1
            bool mask.100 = (x[i.0] > f:00000000)
            if mask.100
              x[i.0] = pow(x[i.0], a.1) where mask.100
        """);

    [Fact]
    public void AScalarLoopKeepsItsIfs() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 1; i < x.Length; i++) { if (x[i - 1] > 0) x[i] = 1; }").HasIrAfter(nameof(ConvertIfs), """
            nest 0(Span<float> x)
              for i.0 = 1; < x.length; +1
                if (x[(i.0 - 1)] > f:00000000)
                  x[i.0] = f:3f800000
            """);

    private static void After(string body, string expected) =>
        CompilerTest.Kernel("Span<float> x, Span<float> y, float a, ref float s", $"for (int i = 0; i < x.Length; i++) {{ {body} }}")
            .HasIrAfter(nameof(ConvertIfs), expected);
}
