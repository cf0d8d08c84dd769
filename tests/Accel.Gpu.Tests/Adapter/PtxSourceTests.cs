namespace Accel.Gpu.Tests.Adapter;

public class PtxSourceTests
{
    private const string Call = """
        .extern .func (.param .b32 retval_1) accel_lt_f32(
        	.param .f32 _a_2,
        	.param .f32 _b_3
        )
        ;

        	{
        	.param .f32 callParam0;
        	st.param.f32	[callParam0], %f3;
        	.param .f32 callParam1;
        	st.param.f32	[callParam1], 0f40A00000;
        	.param .b32 callRetVal;
        	call.uni (callRetVal), accel_lt_f32, (
        		callParam0,
        		callParam1
        	);
        	ld.param.b32	%r8, [callRetVal];
        	setp.ne.u32	%p1, %r8, 0;
        	}

        """;

    private const string Instructions = """
        	{
        	.reg .f32 %argument0;
        	mov.f32	%argument0, %f3;
        	.reg .f32 %argument1;
        	mov.f32	%argument1, 0f40A00000;
        	.reg .pred %holds;
        	setp.lt.f32 %holds, %argument0, %argument1;
        	selp.b32 %r8, 1, 0, %holds;
        	setp.ne.u32	%p1, %r8, 0;
        	}
        """;

    [Fact]
    public void CallsBecomeInstructions()
    {
        string text = PtxSource.Complete(Call.ReplaceLineEndings("\n"));
        Assert.Contains(Instructions.ReplaceLineEndings("\n"), text);
        Assert.DoesNotContain("accel_", text);
    }

    [Theory]
    [InlineData("\tadd.f32\t%f1, %f2, %f3;", "\tadd.rn.f32\t%f1, %f2, %f3;")]
    [InlineData("\tmul.f64\t%fd1, %fd2, %fd3;", "\tmul.rn.f64\t%fd1, %fd2, %fd3;")]
    [InlineData("\tadd.s32\t%r1, %r2, %r3;", "\tadd.s32\t%r1, %r2, %r3;")]
    [InlineData("\tfma.rn.f32\t%f1, %f2, %f3, %f4;", "\tfma.rn.f32\t%f1, %f2, %f3, %f4;")]
    [InlineData("\t@%p1 bra.uni\tL_1;", "\t@%p1 bra\tL_1;")]
    [InlineData("\t@!%p12 bra.uni\tL_1;", "\t@!%p12 bra\tL_1;")]
    [InlineData("\tbra.uni\tL_1;", "\tbra.uni\tL_1;")]
    public void InstructionsSayWhatTheyDo(string source, string expected) => Assert.Equal(expected, PtxSource.Complete(source));
}
