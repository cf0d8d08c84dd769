namespace Accel.Gpu;

/// <summary>The functions behind the external methods of <see cref="GpuMath"/>.</summary>
internal static class DeviceFunctions
{
    private static readonly Dictionary<string, DeviceFunction> ByName =
        Floats("f32", "float", "double").Concat(Floats("f64", "double", "double")).Concat(Integers()).Concat(Conversions()).ToDictionary(f => f.Name);

    /// <summary>All functions, in no particular order.</summary>
    public static IEnumerable<DeviceFunction> All => ByName.Values;

    /// <summary>The function of that name, or an error where a method of <see cref="GpuMath"/> has no definition.</summary>
    public static DeviceFunction Find(string name) => ByName.TryGetValue(name, out DeviceFunction? function)
        ? function
        : throw new InvalidOperationException($"The device function '{name}' has no definition. Add it to {nameof(DeviceFunctions)}.");

    // OpenCL lets the quotient and the square root of floats be wrong in the last places. Those of doubles are correctly rounded, and
    // have so many more digits that rounding them again to float gives the correctly rounded float.
    private static IEnumerable<DeviceFunction> Floats(string suffix, string type, string wide)
    {
        DeviceFunction Binary(string name, string result, string expression, string ptx) =>
            new($"accel_{name}_{suffix}", $"{result} accel_{name}_{suffix}({type} a, {type} b) {{ return {expression}; }}", ptx);

        DeviceFunction Unary(string name, string expression, string ptx) =>
            new($"accel_{name}_{suffix}", $"{type} accel_{name}_{suffix}({type} a) {{ return {expression}; }}", ptx);

        DeviceFunction Comparison(string name, string op) => Binary(
            name, "bool", $"a {op} b", $".reg .pred %holds;\nsetp.{name}.{suffix} %holds, {{0}}, {{1}};\nselp.b32 {{r}}, 1, 0, %holds;");

        yield return Binary("add", type, "a + b", $"add.rn.{suffix} {{r}}, {{0}}, {{1}};");
        yield return Binary("sub", type, "a - b", $"sub.rn.{suffix} {{r}}, {{0}}, {{1}};");
        yield return Binary("mul", type, "a * b", $"mul.rn.{suffix} {{r}}, {{0}}, {{1}};");
        yield return Binary("div", type, $"({type})(({wide})a / ({wide})b)", $"div.rn.{suffix} {{r}}, {{0}}, {{1}};");
        yield return new DeviceFunction(
            $"accel_fma_{suffix}",
            $"{type} accel_fma_{suffix}({type} a, {type} b, {type} c) {{ return fma(a, b, c); }}",
            $"fma.rn.{suffix} {{r}}, {{0}}, {{1}}, {{2}};");
        yield return Comparison("lt", "<");
        yield return Comparison("le", "<=");
        yield return Comparison("eq", "==");
        yield return Unary("sqrt", $"({type})sqrt(({wide})a)", $"sqrt.rn.{suffix} {{r}}, {{0}};");
        yield return Unary("floor", "floor(a)", $"cvt.rmi.{suffix}.{suffix} {{r}}, {{0}};");
        yield return Unary("ceil", "ceil(a)", $"cvt.rpi.{suffix}.{suffix} {{r}}, {{0}};");
        yield return Unary("trunc", "trunc(a)", $"cvt.rzi.{suffix}.{suffix} {{r}}, {{0}};");
        yield return Unary("rint", "rint(a)", $"cvt.rni.{suffix}.{suffix} {{r}}, {{0}};");
    }

    private static IEnumerable<DeviceFunction> Integers()
    {
        foreach ((string suffix, string type, string passed) in new[]
        {
            ("s32", "int", "int"), ("u32", "uint", "int"), ("s64", "long", "long"), ("u64", "ulong", "long"),
        })
        {
            // ILGPU passes unsigned numbers as signed ones.
            DeviceFunction Binary(string name, string op) => new(
                $"accel_{name}_{suffix}",
                $"{passed} accel_{name}_{suffix}({passed} a, {passed} b) {{ return ({passed})(({type})a {op} ({type})b); }}",
                $"{name}.{suffix} {{r}}, {{0}}, {{1}};");

            yield return Binary("div", "/");
            yield return Binary("rem", "%");
        }
    }

    private static IEnumerable<DeviceFunction> Conversions()
    {
        foreach ((string floatSuffix, string floatType) in new[] { ("f32", "float"), ("f64", "double") })
        {
            foreach ((string suffix, string type, string passed) in new[]
            {
                ("s32", "int", "int"), ("u32", "uint", "int"), ("s64", "long", "long"), ("u64", "ulong", "long"),
            })
            {
                // PTX saturates by itself, but gives something other than 0 for a NaN that becomes 64 bits wide.
                string name = $"accel_{floatSuffix}_to_{suffix}";
                string bits = suffix.Substring(1);
                yield return new DeviceFunction(
                    name,
                    $"{passed} {name}({floatType} a) {{ return ({passed})convert_{type}_sat_rtz(a); }}",
                    $".reg .pred %number;\n.reg .b{bits} %whole;\nsetp.num.{floatSuffix} %number, {{0}}, {{0}};\n"
                    + $"cvt.rzi.{suffix}.{floatSuffix} %whole, {{0}};\nselp.b{bits} {{r}}, %whole, 0, %number;");

                string back = $"accel_{suffix}_to_{floatSuffix}";
                yield return new DeviceFunction(
                    back,
                    $"{floatType} {back}({passed} a) {{ return convert_{floatType}_rte(({type})a); }}",
                    $"cvt.rn.{floatSuffix}.{suffix} {{r}}, {{0}};");
            }
        }

        yield return new DeviceFunction("accel_s32_to_s32", "int accel_s32_to_s32(int a) { return a; }", "mov.b32 {r}, {0};");
        yield return new DeviceFunction("accel_s64_to_s32", "int accel_s64_to_s32(long a) { return (int)a; }", "cvt.u32.u64 {r}, {0};");
        yield return new DeviceFunction("accel_s32_to_s64", "long accel_s32_to_s64(int a) { return (long)a; }", "cvt.s64.s32 {r}, {0};");
        yield return new DeviceFunction("accel_u32_to_s64", "long accel_u32_to_s64(int a) { return (long)(uint)a; }", "cvt.u64.u32 {r}, {0};");
        yield return new DeviceFunction(
            "accel_f64_to_f32", "float accel_f64_to_f32(double a) { return convert_float_rte(a); }", "cvt.rn.f32.f64 {r}, {0};");
        yield return new DeviceFunction(
            "accel_f32_to_f64", "double accel_f32_to_f64(float a) { return (double)a; }", "cvt.f64.f32 {r}, {0};");
    }
}
