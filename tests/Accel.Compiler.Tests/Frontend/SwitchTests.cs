namespace Accel.Compiler.Tests.Frontend;

/// <summary><c>switch</c> statements, as the IR has them.</summary>
public sealed class SwitchTests
{
    [Fact]
    public void SectionsBecomeIfsWithTheDefaultLast() =>
        CompilerTest.Kernel("Span<float> x, ReadOnlySpan<int> kind", """
            for (int i = 0; i < x.Length; i++)
            {
                switch (kind[i])
                {
                    case 1:
                        x[i] += 1;
                        break;
                    default:
                        x[i] = 0;
                        break;
                    case 2:
                    case 3:
                        if (x[i] > 0) break;
                        x[i] *= 2;
                        break;
                }
            }
            """).HasIr("""
            nest 0(Span<float> x, ReadOnlySpan<int> kind)
              for i.0 = 0; < x.length; +1
                int choice.1 = kind[i.0]
                if (choice.1 == 1)
                  x[i.0] = (x[i.0] + f:3f800000)
                else
                  if ((choice.1 == 2) | (choice.1 == 3))
                    if (x[i.0] > f:00000000)
                    else
                      x[i.0] = (x[i.0] * f:40000000)
                  else
                    x[i.0] = f:00000000
            """);

    [Fact]
    public void PatternsAndGuardsAreConditions() =>
        CompilerTest.Kernel("Span<int> x, int limit", """
            for (int i = 0; i < x.Length; i++)
            {
                switch (x[i])
                {
                    case < 0:
                        x[i] = 0;
                        break;
                    case > 10 when limit > 3:
                        x[i] = limit;
                        break;
                }
            }
            """).HasIr("""
            nest 0(Span<int> x, int limit.2)
              for i.0 = 0; < x.length; +1
                int choice.1 = x[i.0]
                if (choice.1 < 0)
                  x[i.0] = 0
                else
                  if ((choice.1 > 10) & (limit.2 > 3))
                    x[i.0] = limit.2
            """);

    [Fact]
    public void AnAssignedValueIsReadOnce() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                int k = x[i];
                switch (k)
                {
                    case 1:
                        k = 2;
                        break;
                    case 2:
                        k = 5;
                        break;
                }

                x[i] = k;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                int k.1 = x[i.0]
                if (k.1 == 1)
                  k.1 = 2
                else
                  if (k.1 == 2)
                    k.1 = 5
                x[i.0] = k.1
            """);

    [Fact]
    public void ContinueSkipsWhatIsBehind() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                switch (x[i])
                {
                    case 1:
                        continue;
                }

                x[i] = 2;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                bool left.1 = false
                int choice.2 = x[i.0]
                if (choice.2 == 1)
                  left.1 = true
                if ~left.1
                  x[i.0] = 2
            """);

    [Fact]
    public void GotoCaseIsRejected() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                switch (x[i])
                {
                    case 1:
                        x[i] = 3;
                        goto case 2;
                    case 2:
                        x[i]++;
                        break;
                }
            }
            """).HasRejections("""
            EarlyExit at goto case 2;
                goto is not compiled, so the nest stays plain; write the loop with break, continue and if.
            """);
}
