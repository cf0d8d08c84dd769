namespace Accel.Gpu.Tests.Adapter;

public class OpenClSourceTests
{
    [Fact]
    public void ContractionIsOff() => Assert.StartsWith("#pragma OPENCL FP_CONTRACT OFF\n", OpenClSource.Complete("kernel"));

    [Fact]
    public void CalledFunctionsAreDefinedOnce()
    {
        string text = OpenClSource.Complete("\tvar1 =  accel_add_f32 (var2, 1.0f);\n\tvar3 =  accel_add_f32 (var1, 1.0f);\n");
        Assert.Equal(2, text.Split("float accel_add_f32(float a, float b)").Length);
        Assert.DoesNotContain("accel_mul_f32", text);
    }

    [Theory]
    [InlineData("var3 = (int)((int) var1 +  (int)var2);", "var3 = (int)((uint) var1 +  (uint)var2);")]
    [InlineData("var3 = (long)((long) var1 *  (long)4);", "var3 = (long)((ulong) var1 *  (ulong)4);")]
    [InlineData("var3 = (int)((int) var1 /  (int)var2);", "var3 = (int)((int) var1 /  (int)var2);")]
    [InlineData("var3 = (float)((float) var1 +  (float)var2);", "var3 = (float)((float) var1 +  (float)var2);")]
    public void SignedIntegersWrap(string source, string expected) => Assert.Contains(expected, OpenClSource.Complete(source));

    [Theory]
    [InlineData("min(var1, -0);", "min(var1, -0.0);")]
    [InlineData("var1 = -0.5;", "var1 = -0.5;")]
    [InlineData("var1 = 1E-05;", "var1 = 1E-05;")]
    public void NegativeZeroIsNoInteger(string source, string expected)
    {
        string text = OpenClSource.Complete(source);
        Assert.Contains(expected, text);
    }
}
