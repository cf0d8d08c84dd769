using Accel.Testing.Roslyn;
using Accel.Testing.Sources;

namespace Accel.Generators.Tests.Files;

/// <summary>The overloads that a kernel gets, as a user calls them.</summary>
public class OverloadTests
{
    [Theory]
    [InlineData("Scale(2f, y); return y[2];")]
    [InlineData("Scale(2f, y, Backend.Auto); return y[2];")]
    [InlineData("Scale(2f, y, Backend.Reference); return y[2];")]
    [InlineData("using var buffer = new DeviceBuffer<float>(y); Scale(2f, buffer); return buffer.ToArray()[2];")]
    [InlineData("using var buffer = new DeviceBuffer<float>(y); Scale(2f, buffer, Backend.Reference); return buffer.ToArray()[2];")]
    public void ALoopKernelRunsOverSpansAndDeviceBuffers(string body) => Assert.Equal(6f, Run(body));

    [Theory]
    [InlineData("Twice(y, y); return y[2];")]
    [InlineData("Twice(y.AsSpan(), y.AsSpan(), Backend.Reference); return y[2];")]
    [InlineData("Twice((ReadOnlySpan<float>)y, y, Backend.Auto); return y[2];")]
    [InlineData("Twice(3f, y); return y[0];")]
    [InlineData("Twice(3, y); return y[0];")]
    [InlineData("var buffer = new DeviceBuffer<float>(y); Twice(buffer, buffer); return buffer.ToArray()[2];")]
    [InlineData("var buffer = new DeviceBuffer<float>(3); Twice(y, buffer); return buffer.ToArray()[2];")]
    [InlineData("var tensor = System.Numerics.Tensors.Tensor.Create(y); Twice(tensor, tensor); return tensor[2];")]
    [InlineData("var tensor = System.Numerics.Tensors.Tensor.Create(y, [3, 1]).AsTensorSpan(); Twice(tensor, tensor); return tensor[2, 0];")]
    [InlineData("return Twice(3f);")]
    [InlineData("Add(3f, y, y); return y[2];")]
    [InlineData("Add(y, y, y, Backend.Reference); return y[2];")]
    public void AnElementKernelRunsOverAnything(string body) => Assert.Equal(6f, Run(body));

    [Theory]
    [InlineData("Twice(y, new float[2]); return 0;", "destination")]
    [InlineData("Add(y, new float[2], y); return 0;", "b")]
    public void AnElementKernelChecksLengths(string body, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => Run(body)).ParamName);

    [Fact]
    public void OverloadsCarryTheUsersDocumentation()
    {
        string source = KernelSource.Members("""
            /// <summary>Scales <paramref name="y"/>.</summary>
            /// <param name="a">The factor.</param>
            /// <param name="y">What is scaled.</param>
            /// <remarks>Nothing else.</remarks>
            [Kernel]
            public static void Scale(float a, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= a;
                }
            }
            """);

        string file = GeneratorRun.Of(source).AssertCompiles().Files.Values.Single();

        Assert.Equal(2, Count(file, "/// <param name=\"y\">What is scaled.</param>\n        /// <param name=\"backend\">"));
        Assert.Equal(2, Count(file, "/// <remarks>Nothing else.</remarks>"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static float Run(string body)
    {
        string source = KernelSource.Members($$"""
            [Kernel]
            public static void Scale(float a, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= a;
                }
            }

            [Kernel]
            public static float Twice(float x) => x + x;

            [Kernel]
            public static float Add(float a, float b) => a + b;

            public static float Test(float[] y)
            {
                {{body}}
            }
            """);
        using LoadedAssembly assembly = GeneratorRun.Of(source).Load();
        return (float)assembly.Invoke("Test", new float[] { 1, 2, 3 })!;
    }
}
