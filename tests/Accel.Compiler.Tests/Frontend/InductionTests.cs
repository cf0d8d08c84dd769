namespace Accel.Compiler.Tests.Frontend;

/// <summary>Variables that a nest moves on: their values in the places where they are read.</summary>
public sealed class InductionTests
{
    [Fact]
    public void ACounterIsItsStartAndTheIterations() =>
        CompilerTest.Kernel("Span<int> x", "int at = x.Length / 2; for (int i = 0; i < 9; i++) { x[at] = i; at++; }").HasIr("""
            nest 0(Span<int> x, int atBefore.1)
              for i.0 = 0; < 9; +1
                x[(atBefore.1 + i.0)] = i.0
            """);

    [Fact]
    public void TwoStepsOfAnIteration() =>
        CompilerTest.Kernel("Span<int> x", "int j = x.Length / 3; for (int i = 3; i < 9; i++) { j++; x[j] = i; j += 2; x[j] = 1; }").HasIr("""
            nest 0(Span<int> x, int jBefore.1)
              for i.0 = 3; < 9; +1
                x[((jBefore.1 + (3 * (i.0 - 3))) + 1)] = i.0
                x[(((jBefore.1 + (3 * (i.0 - 3))) + 1) + 2)] = 1
            """);

    [Fact]
    public void BothBranchesMoveAlike() =>
        CompilerTest.Kernel("Span<int> x, int j", "for (int i = 9; i > 0; i--) { if (x[0] > 4) { j--; x[j] = i; } else { x[j] = 0; j -= 1; } }").HasIr("""
            nest 0(Span<int> x, int jBefore.1)
              for i.0 = 9; > 0; -1
                if (x[0] > 4)
                  x[((jBefore.1 + (i.0 - 9)) - 1)] = i.0
                else
                  x[(jBefore.1 + (i.0 - 9))] = 0
            """);

    [Fact]
    public void DerivedByWayOfAnother() =>
        CompilerTest.Kernel("Span<int> x, int j", "for (int i = 0; i < 9; i++) { int k = j + 1; x[k] = i; j = k + 1; x[j] = k; }").HasIr("""
            nest 0(Span<int> x, int jBefore.1)
              for i.0 = 0; < 9; +1
                int k.3 = ((jBefore.1 + (2 * i.0)) + 1)
                x[((jBefore.1 + (2 * i.0)) + 1)] = i.0
                x[(((jBefore.1 + (2 * i.0)) + 1) + 1)] = k.3
            """);

    [Fact]
    public void InnerLoopsMoveByTheirTrips() =>
        CompilerTest.Kernel("Span<int> x, int[,] y, int n", """
            int k = n;
            for (int i = 0; i < 9; i++)
            {
                for (int j = 0; j < y.GetLength(1); j++) { x[k] = y[i, j]; k++; }
                for (int j = 1; j < n; j++) k += 2;
            }
            """).HasIr("""
            nest 0(Array2D<int> y, Span<int> x, int kBefore.1, int n.3)
              for i.0 = 0; < 9; +1
                for j.4 = 0; < y.length1; +1
                  x[((kBefore.1 + (i.0 * (y.length1 + (2 * int(max(0, (long(n.3) - long(1)))))))) + j.4)] = y[i.0, j.4]
            """);

    [Fact]
    public void ASymbolicStep() =>
        CompilerTest.Kernel("Span<int> x, int inc", "int k = x.Length / 2; for (int i = 0; i < 9; i++) { x[k] = i; k += inc; }").HasIr("""
            nest 0(Span<int> x, int kBefore.1, int inc.3)
              for i.0 = 0; < 9; +1
                x[(kBefore.1 + (i.0 * inc.3))] = i.0
            """);

    [Fact]
    public void WhatIsReadBehindTheNestStaysAssigned() =>
        CompilerTest.Kernel("Span<int> x, int j", "for (int i = 0; i < 9; i += 2) { x[j] = i; j += 4; } return j;", returns: "int").HasIr("""
            nest 0(Span<int> x, int jBefore.1, ref int j.2)
              for i.0 = 0; < 9; +2
                x[(jBefore.1 + (2 * i.0))] = i.0
                j.2 = ((jBefore.1 + (2 * i.0)) + 4)
            """);

    [Fact]
    public void ALongCounter() =>
        CompilerTest.Kernel("Span<int> x, long j", "for (int i = 0; i < 9; i++) { x[(int)j] = i; j += 3; x[j < 5 ? 1 : 0] = 2; }").HasIr("""
            nest 0(Span<int> x, long jBefore.1)
              for i.0 = 0; < 9; +1
                x[(jBefore.1 + long((3 * i.0)))] = i.0
                x[(select((((jBefore.1 + long((3 * i.0))) + 3) < 5), 1, 0) within min(max(long(1), ((((jBefore.1 + long((3 * i.0))) + 3) + 1) + (long(1) - 5))), long(0)) .. max(long(1), min(long(0), (((jBefore.1 + long((3 * i.0))) + 3) + (long(0) - 5)))))] = 2
            """);

    [Fact]
    public void AnUnsignedCounter() =>
        CompilerTest.Kernel("int[] x, Span<uint> y", "for (uint i = 1; i < x.Length; i++) { x[i - 1] = (int)i; y[(int)(i * 2)] = i; }").HasIr("""
            nest 0(Array<int> x, Span<uint> y)
              for i.0 = 1; < long(x.length); +1
                x[(i.0 - 1)] = i.0
                y[(i.0 * 2)] = uint(i.0)
            """);

    [Fact]
    public void ANarrowCounter() =>
        CompilerTest.Kernel("Span<int> x", "for (byte i = 0; i < 200; i += 3) x[i] = i;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < 200; +3
                x[i.0] = i.0
            """);

    [Fact]
    public void ACounterInFront() =>
        CompilerTest.Kernel("Span<int> x", "int i; for (i = 2; i < x.Length; i++) x[i] = i; return i;", returns: "int").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 2; < x.length; +1
                x[i.0] = i.0
            """);

    [Fact]
    public void AnIndexThatChangesBehindItsUse() =>
        CompilerTest.Kernel("Span<float> x, Span<float> y, Span<int> index", "for (int i = 0; i < x.Length; i++) { int k = index[i]; x[i] = y[k]; k += 5; x[i] += y[k]; }").HasIr("""
            nest 0(Span<float> x, Span<int> index_, Span<float> y)
              for i.0 = 0; < x.length; +1
                int k.1 = index_[i.0]
                x[i.0] = y[index_[i.0]]
                x[i.0] = (x[i.0] + y[(index_[i.0] + 5)])
            """);

    [Fact]
    public void AVariableOfTheMethodThatEveryIterationWritesFirstIsItsOwn() =>
        CompilerTest.Kernel("Span<float> x", "float v; int k; for (int i = 0; i < x.Length; i++) { if (x[i] > 0) v = 1; else v = x[i]; k = i; x[i] = v + k; }").HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                float v.1
                if (x[i.0] > f:00000000)
                  v.1 = f:3f800000
                else
                  v.1 = x[i.0]
                x[i.0] = (v.1 + float(i.0))
            """);

    [Fact]
    public void ASumAloneIsNoCounter() =>
        CompilerTest.Kernel("Span<int> x", "int s = 0; for (int i = 0; i < x.Length; i++) { x[i] = 1; s += 2; } return s;", returns: "int").HasIr("""
            nest 0(Span<int> x, ref int s.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = 1
                s.1 = (s.1 + 2)
            """);

    [Theory]
    [InlineData("j += i;")]
    [InlineData("j *= 2;")]
    [InlineData("Move(ref j);")]
    [InlineData("for (int k = 0; k < i; k++) j++;")]
    [InlineData("checked { j++; }")]
    public void WhatMovesOtherwiseIsRead(string moves) =>
        Assert.NotEmpty(CompilerTest.Members($$"""
            private static void Move(ref int j) => j++;
            [Kernel] public static void Run(Span<int> x, int j) { for (int i = 0; i < 9; i++) { x[j] = i; {{moves}} } }
            """).Rejections);

    [Fact]
    public void AStepByAVariableIsAssumedToBeOne() =>
        CompilerTest.Kernel("Span<float> x, int first, int step", "for (int i = first; i < x.Length; i += step) x[i] = x[i] + step;").HasIr("""
            nest 0(Span<float> x, int step.0, int first.1) if step.0 == 1
              for i.2 = first.1; < x.length; +1
                x[i.2] = (x[i.2] + float(1))
            """);

    [Fact]
    public void DownByAVariable() =>
        CompilerTest.Kernel("Span<float> x, int step", "for (int i = x.Length - 1; i >= 0; i = i - step) x[i] = 1;").HasIr("""
            nest 0(Span<float> x, int step.0) if step.0 == 1
              for i.1 = (x.length - 1); >= 0; -1
                x[i.1] = f:3f800000
            """);

    [Fact]
    public void AStepThatIsAConstantInDisguise() =>
        CompilerTest.Kernel("Span<float> x", "int step = 3; for (int i = 0; i < x.Length; i += step) x[i] = 1;").HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +3
                x[i.0] = f:3f800000
            """);

    [Theory]
    [InlineData("i += step++")]
    [InlineData("i += step * 2")]
    [InlineData("i += changing")]
    [InlineData("i += x.Length")]
    public void OtherStepsAreRejected(string step) =>
        Assert.NotEmpty(CompilerTest.Kernel("Span<float> x, int step, int changing", $"for (int i = 0; i < x.Length; {step}) {{ x[i] = 1; changing++; }}").Rejections);
}
