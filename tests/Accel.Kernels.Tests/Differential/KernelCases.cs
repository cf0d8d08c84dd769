using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Every kernel of the suite that has SIMD code.</summary>
internal static class KernelCases
{
    public static IReadOnlyList<KernelCase> All { get; } = [.. Elementwise(), .. Integer(), .. Reductions(), .. Nests(), .. ElementSums(), .. Narrow(), .. Stepped(), .. Carried(), .. Recurrences(), .. InTurns(), .. Functions(), .. LaneLoopCases.All(), .. TypeCases.All(), .. StructCases.All(), .. MixedStructCases.All(), .. DivisionCases.All(), .. AggregateCases.All(), .. GenericCases.All(), .. ObjectCases.All(), .. BoundedCases.All(), .. CubeCases.All(), .. SliceCases.All(), .. FastFunctionCases.All(), .. AskedCases.All(), .. CounterCases.All(), .. TwoCounterCases.All(), .. CompensatedCases.All(), .. ScanCases.All(), .. HistogramCases.All(), .. PieceCases.All(), .. TensorCases.All(), .. SplitCases.All(), .. WrapCases.All()];

    private static IEnumerable<KernelCase> Elementwise()
    {
        yield return new("Saxpy", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Saxpy(1.7f, run.AnyFloats(n), run.AnyFloats(n), on));
        yield return new("Quotients", Agreement.Exact, 16, (run, n, on) => ElementwiseKernels.Quotients(run.Array(n, v => v), run.Array(n, v => v + 1), run.Array(n, v => v), on));
        yield return new("Positive", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Positive(run.AnyFloats(n), run.Floats(n), on));
        yield return new("Select", Agreement.Exact, 64, (run, n, on) => ElementwiseKernels.Select(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<bool>(n), run.Empty<double>(n), on));
        yield return new("Rounding", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Rounding(run.AnyFloats(n), run.Empty<float>(n), run.Empty<float>(n), run.Empty<float>(n), on));
        yield return new("Fused", Agreement.Exact, 16, (run, n, on) => ElementwiseKernels.Fused(run.AnyDoubles(n), run.AnyDoubles(n), run.AnyDoubles(n), on));
        yield return new("Indices", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Indices(run.Empty<int>(n), run.Empty<float>(n), on));
        yield return new("Shifted", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Shifted(run.Integers<int>(n), run.Integers<int>(n), on), Gpu: false);
        yield return new("Stencil", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.Stencil(run.AnyFloats(n), run.Floats(n), 0.5f, on));
        yield return new("EveryThird", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.EveryThird(run.AnyFloats(3 * n), run.Empty<float>(n), on));
        yield return new("EarlyContinue", Agreement.Exact, 32, (run, n, on) => ElementwiseKernels.EarlyContinue(run.Integers<int>(n), run.Integers<int>(n), on));
        yield return new("Classes", Agreement.Exact, 64, (run, n, on) => ElementwiseKernels.Classes(run.Integers<byte>(n), run.Empty<byte>(n), on));
    }

    private static IEnumerable<KernelCase> Integer()
    {
        yield return new("Hash", Agreement.Exact, 32, (run, n, on) => IntegerKernels.Hash(run.Integers<uint>(n), run.Empty<uint>(n), on));
        yield return new("Long", Agreement.Exact, 16, (run, n, on) => IntegerKernels.Long(run.Integers<long>(n), run.Integers<ulong>(n), run.Empty<long>(n), on));
        yield return new("Average", Agreement.Exact, 128, (run, n, on) => IntegerKernels.Average(run.Integers<byte>(n), run.Integers<byte>(n), run.Empty<byte>(n), on));
        yield return new("Saturate", Agreement.Exact, 128, (run, n, on) => IntegerKernels.Saturate(run.Integers<short>(n), run.Integers<sbyte>(n), run.Empty<short>(n), on));
        yield return new("BytesToFloats", Agreement.Exact, 128, (run, n, on) => IntegerKernels.BytesToFloats(run.Integers<byte>(n), run.Empty<float>(n), 0.3f, on));
        yield return new("FloatsToBytes", Agreement.Exact, 128, (run, n, on) => IntegerKernels.FloatsToBytes(run.AnyFloats(n), run.Empty<byte>(n), on));
        yield return new(
            "Conversions",
            Agreement.Exact,
            64,
            (run, n, on) => IntegerKernels.Conversions(run.AnyDoubles(n), run.Empty<int>(n), run.Empty<uint>(n), run.Empty<long>(n), run.Empty<ushort>(n), on));
        yield return new(
            "FromIntegers",
            Agreement.Exact,
            32,
            (run, n, on) => IntegerKernels.FromIntegers(run.Integers<int>(n), run.Integers<uint>(n), run.Integers<long>(n), run.Empty<float>(n), run.Empty<double>(n), on));
        yield return new(
            "Division",
            Agreement.Exact,
            32,
            (run, n, on) => IntegerKernels.Division(run.Integers<int>(n), run.Integers<ulong>(n), run.Empty<int>(n), run.Empty<ulong>(n), on));
        yield return new("Grey", Agreement.Exact, 64, (run, n, on) => IntegerKernels.Grey(run.Integers<uint>(n), run.Empty<byte>(n), on));
    }

    private static IEnumerable<KernelCase> Reductions()
    {
        yield return new("Dot", Agreement.CloseFloat, 64, (run, n, on) => run.Return(ReductionKernels.Dot(run.Floats(n), run.Floats(n), on)));
        yield return new("Norm", Agreement.CloseDouble, 32, (run, n, on) => run.Return(ReductionKernels.Norm(run.Doubles(n), on)));
        yield return new("WideSum", Agreement.CloseDouble, 32, (run, n, on) => run.Return(ReductionKernels.WideSum(run.Floats(n), on)));
        yield return new("Conditional", Agreement.CloseFloat, 64, (run, n, on) => run.Return(ReductionKernels.Conditional(run.Floats(n), 0.5f, on)));
        yield return new("Count", Agreement.Exact, 64, (run, n, on) => run.Return(ReductionKernels.Count(run.AnyFloats(n), 0.5f, on)));
        yield return new("Mixed", Agreement.Exact, 64, (run, n, on) => run.Return(ReductionKernels.Mixed(run.Integers<int>(n), run.Empty<int>(n), on)));
        yield return new("Extremes", Agreement.Exact, 64, (run, n, on) => run.Return(ReductionKernels.Extremes(n % 5 == 0 ? run.AnyFloats(n) : run.Floats(n), on)));
        yield return new("Conditions", Agreement.Exact, 128, (run, n, on) => run.Return(ReductionKernels.Conditions(run.Floats(n), run.Integers<byte>(n), on)));
        yield return new("Flags", Agreement.Exact, 128, (run, n, on) =>
        {
            bool all = n % 3 > 0;
            bool any = n % 5 == 0;
            bool odd = n % 2 == 0;
            ReductionKernels.Flags(run.Array(n, v => v > -3.99), ref all, ref any, ref odd, on);
            run.Return((all ? 1 : 0) + (any ? 2 : 0) + (odd ? 4 : 0));
        });
        yield return new("GreatestByComparison", Agreement.Exact, 64, (run, n, on) => run.Return(ReductionKernels.GreatestByComparison(run.Integers<int>(n), on)));
        yield return new("Product", Agreement.CloseDouble, 32, (run, n, on) => run.Return(ReductionKernels.Product(run.Array(n, v => 1 + (v * 1e-4)), on)));
        yield return new("RowSums", Agreement.CloseFloat, 64, (run, n, on) => ReductionKernels.RowSums(run.Matrix(Math.Min(n, 5), n, v => (float)v), run.Empty<float>(Math.Min(n, 5)), on));
    }

    private static IEnumerable<KernelCase> Nests()
    {
        yield return new("Multiply", Agreement.CloseFloat, 8, (run, n, on) =>
        {
            int size = Math.Min(n, 70);
            NestKernels.Multiply(run.Matrix(size, 9, v => (float)v), run.Matrix(9, size + 3, v => (float)v), run.Matrix(size, size + 3, v => (float)v), on);
        });
        yield return new("MultiplyInPlace", Agreement.CloseDouble, 8, (run, n, on) =>
        {
            int size = Math.Min(n, 70);
            NestKernels.MultiplyInPlace(run.Matrix(size, 9, v => v), run.Matrix(9, size + 3, v => v), run.Matrix(size, size + 3, v => v), on);
        });
        yield return new("WhileEverySecond", Agreement.Exact, 64, (run, n, on) => run.Return(WhileKernels.EverySecond(run.Floats(n), run.Floats(n), n % 5, on)), Gpu: false);
        yield return new("Downwards", Agreement.Exact, 64, (run, n, on) => run.Return(WhileKernels.Downwards(run.Integers<int>(n), on)), Gpu: false);
        yield return new("WhileRows", Agreement.Exact, 16, (run, n, on) => WhileKernels.Rows(run.Integers<int>(n % 9 * Math.Min(n, 90)), n % 9, Math.Min(n, 90), on));
        yield return new("WithCounter", Agreement.Exact, 64, (run, n, on) => run.Return(WhileKernels.WithCounter(run.Integers<int>(n), n - (n % 2), on)), Gpu: false);
        yield return new("UntilLength", Agreement.Exact, 64, (run, n, on) => WhileKernels.UntilLength(run.Floats(n), run.Floats(n), on));
        yield return new("Swap", Agreement.Exact, 64, (run, n, on) => WhileKernels.Swap(run.Floats(n), run.Floats(n), on));
        yield return new("Rotate", Agreement.Exact, 64, (run, n, on) => WhileKernels.Rotate(run.Integers<long>(n), run.Integers<int>(n), n % 7, on));
        yield return new("ProductInSpans", Agreement.CloseDouble, 8, (run, n, on) =>
        {
            (int rows, int inner, int columns) = ProductOf(n);
            int stride = n % 3 == 1 ? Math.Max(0, columns - 2) : columns + (n % 3);
            MatrixKernels.ProductInSpans(run.Doubles(rows * inner), run.Doubles(inner * columns), run.Empty<double>((rows * stride) + 3), run.Empty<double>(rows), rows, inner, columns, stride, on);
        });
        yield return new("ProductByElement", Agreement.CloseFloat, 8, (run, n, on) =>
        {
            (int rows, int inner, int columns) = ProductOf(n);
            MatrixKernels.ProductByElement(run.Matrix(rows, inner, v => (float)v), run.Matrix(inner, columns, v => (float)v), run.Matrix(rows, columns, v => (float)v), on);
        });
        yield return new("AddProduct", Agreement.CloseDouble, 8, (run, n, on) =>
        {
            (int rows, int inner, int columns) = ProductOf(n);
            MatrixKernels.AddProduct(run.Matrix(rows, inner, v => v), run.Matrix(inner, columns, v => v), run.Matrix(rows, columns, v => v), n % 4, on);
        });
        yield return new("NineNeighbours", Agreement.Exact, 8, (run, n, on) =>
            MatrixKernels.NineNeighbours(run.Matrix(11, Math.Min(n, 300), v => (float)v), run.Matrix(11, Math.Min(n, 300), v => (float)v), on));
        yield return new("Convolve", Agreement.CloseFloat, 32, (run, n, on) => NestKernels.Convolve(run.Floats(n + 6), run.Floats(7), run.Empty<float>(n), on));
        yield return new("BlurRows", Agreement.Exact, 32, (run, n, on) =>
        {
            int width = Math.Min(n, 1000);
            NestKernels.BlurRows(run.AnyFloats(width * 5), run.Floats(width * 5), width, 5, on);
        });
        yield return new("Escape", Agreement.Exact, 16, (run, n, on) =>
        {
            int width = Math.Min(n, 100);
            NestKernels.Escape(run.Empty<int>(width * 3), width, 3, 40, on);
        });
        yield return new("Triangle", Agreement.Exact, 16, (run, n, on) => NestKernels.Triangle(run.Matrix(Math.Min(n, 90), Math.Min(n, 90), v => v), on));
        yield return new("Interleave", Agreement.Exact, 32, (run, n, on) => AssertedKernels.Interleave(run.AnyFloats(2 * n), n, n, on));
        yield return new("TwoNests", Agreement.CloseDouble, 32, (run, n, on) => run.Return(NestKernels.TwoNests(run.Doubles(n), run.Empty<double>(n), on)));
    }

    private static IEnumerable<KernelCase> ElementSums()
    {
        yield return new("MatrixTimesVector", Agreement.CloseDouble, 32, (run, n, on) => ElementSumKernels.MatrixTimesVector(run.Matrix(5, n, v => v), run.Doubles(n), run.Doubles(5), on));
        yield return new(
            "RowsAndColumns",
            Agreement.CloseFloat,
            64,
            (run, n, on) => ElementSumKernels.RowsAndColumns(run.Matrix(5, n, v => (float)v), run.Floats(n), run.Floats(5), run.Integers<int>(5), on),
            Gpu: false);
        yield return new(
            "Solve",
            Agreement.CloseDouble,
            32,
            (run, n, on) => ElementSumKernels.Solve(run.Matrix(Math.Min(n, 150), Math.Min(n, 150), v => v / 40), run.Doubles(Math.Min(n, 150)), on),
            Gpu: false);
        yield return new("Largest", Agreement.Exact, 64, (run, n, on) => ElementSumKernels.Largest(run.Matrix(5, n, v => (int)(v * 1e8)), run.Integers<int>(5), n % 3, on));
        yield return new(
            "Products",
            Agreement.CloseDouble,
            16,
            (run, n, on) => ElementSumKernels.Products(run.Matrix(7, Math.Min(n, 60), v => v), run.Matrix(Math.Min(n, 60), Math.Min(n, 60), v => v), on),
            Gpu: false);
        yield return new("Windows", Agreement.CloseFloat, 16, (run, n, on) => ElementSumKernels.Windows(run.Floats(n + 8), run.Floats(n), n % 7, on));
    }

    private static IEnumerable<KernelCase> Narrow()
    {
        yield return new(
            "Blend",
            Agreement.Exact,
            128,
            (run, n, on) => NarrowKernels.Blend(run.Integers<byte>(n), run.Integers<byte>(n), run.Empty<byte>(n), run.Empty<byte>(n), run.Empty<byte>(n), on));
        yield return new("Gray", Agreement.Exact, 128, (run, n, on) => NarrowKernels.Gray(run.Integers<byte>(n), run.Integers<byte>(n), run.Integers<byte>(n), run.Empty<byte>(n), on));
        yield return new("ByteEdges", Agreement.Exact, 128, (run, n, on) => NarrowKernels.Edges(run.Integers<byte>(n), run.Empty<sbyte>(n), run.Empty<short>(n), on));
        yield return new(
            "Shifts",
            Agreement.Exact,
            128,
            (run, n, on) => NarrowKernels.Shifts(run.Integers<short>(n), run.Integers<sbyte>(n), run.Empty<sbyte>(n), run.Empty<ushort>(n), run.Empty<int>(n), on));
        yield return new("CountClasses", Agreement.Exact, 128, (run, n, on) => run.Return(NarrowKernels.Classes(run.Integers<byte>(n), on)));
        yield return new(
            "BytePairs",
            Agreement.Exact,
            128,
            (run, n, on) => NarrowKernels.Pairs(run.Integers<byte>(2 * n), run.Integers<ushort>(2 * n), run.Empty<byte>(n), run.Empty<ushort>(n), on));
        yield return new(
            "ClampConstants",
            Agreement.Exact,
            128,
            (run, n, on) => NarrowKernels.Clamp(run.AnyFloats(n), run.Integers<int>(n), run.Empty<float>(n), run.Empty<byte>(n), run.Empty<byte>(n), on));
        yield return new(
            "ByteRows",
            Agreement.Exact,
            128,
            (run, n, on) => NarrowKernels.Rows(run.Matrix(3, n, v => (byte)(v * 31)), run.Matrix(3, n, v => (byte)0), run.Empty<int>(3), run.Empty<int>(3), on));
        yield return new("Hexadecimal", Agreement.Exact, 128, (run, n, on) => run.Return(NarrowKernels.Hexadecimal(run.Array(2 * n, v => (byte)(50 + (v * 15))), run.Empty<byte>(n), on)));
        yield return new("Life", Agreement.Exact, 128, (run, n, on) => NarrowKernels.Life(run.Array(5 * n, v => (byte)(v > 1 ? 1 : 0)), run.Empty<byte>(5 * n), n, on));
    }

    private static IEnumerable<KernelCase> Stepped()
    {
        yield return new("Backwards", Agreement.Exact, 32, (run, n, on) => SteppedKernels.Backwards(run.AnyFloats(n), run.AnyFloats(n), n, on));
        yield return new("ShiftUp", Agreement.Exact, 16, (run, n, on) => SteppedKernels.ShiftUp(run.AnyDoubles(n), 0.5, on), Gpu: false);
        yield return new(
            "Mirror",
            Agreement.Exact,
            128,
            (run, n, on) => SteppedKernels.Mirror(run.Array(n, v => (byte)(v * 30)), run.Array(n, v => (byte)0), run.Array(n, v => (short)0), run.Array(n, v => (long)(v * 1e9)), on));
        yield return new("MirrorWhere", Agreement.Exact, 32, (run, n, on) => SteppedKernels.MirrorWhere(run.AnyFloats(n), run.Floats(n), on));
        yield return new(
            "EverySecond",
            Agreement.Exact,
            32,
            (run, n, on) => SteppedKernels.EverySecond(run.AnyFloats(2 * n), run.AnyDoubles(2 * n), run.Empty<float>(n), run.Empty<double>(n), on));
        yield return new("InSteps", Agreement.Exact, 32, (run, n, on) => SteppedKernels.InSteps(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("InnerSteps", Agreement.CloseFloat, 64, (run, n, on) => SteppedKernels.InnerSteps(run.Matrix(3, Math.Min(n, 300), v => (float)v), run.Empty<float>(3), Math.Min(n, 1), on));
        yield return new("ByVariables", Agreement.Exact, 32, (run, n, on) => SteppedKernels.ByVariables(run.AnyFloats(2 * n), run.AnyFloats(n), n % 7 == 3 ? 2 : 1, n % 5 == 3 ? 2 : 1, on));
        yield return new("Called", Agreement.Exact, 32, (run, n, on) => SteppedKernels.Called(run.AnyFloats(n + 2), run.AnyFloats(n), n, on));
        yield return new("CalledAlone", Agreement.Exact, 32, (run, n, on) => SteppedKernels.CalledAlone(run.AnyFloats(n + 2), run.AnyFloats(n), n, on));
        yield return new("Unrolled", Agreement.Exact, 32, (run, n, on) => SteppedKernels.Unrolled(run.AnyFloats(n), run.AnyFloats(n), 0.3f, on));
        yield return new("UnrolledDot", Agreement.CloseDouble, 32, (run, n, on) => run.Return(SteppedKernels.UnrolledDot(run.Doubles(n), run.Doubles(n), on)));
    }

    private static IEnumerable<KernelCase> InTurns()
    {
        yield return new("Turn", Agreement.Exact, 16, (run, n, on) => SteppedKernels.Turn(run.AnyFloats(2 * n), 0.6f, 0.8f, on));
        yield return new("Zip", Agreement.Exact, 16, (run, n, on) => SteppedKernels.Zip(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<double>(2 * n), on));
        yield return new("ReadsBetween", Agreement.Exact, 16, (run, n, on) => SteppedKernels.ReadsBetween(run.Integers<int>(n), run.Empty<int>(2 * n), on));
        yield return new("ZipRows", Agreement.Exact, 16, (run, n, on) => SteppedKernels.ZipRows(run.Matrix(3, Math.Min(n, 300), v => (float)v), run.Matrix(3, 2 * Math.Min(n, 300), v => (float)v), on));
    }

    private static IEnumerable<KernelCase> Recurrences()
    {
        KernelCase Case(string name, Action<KernelRun, int, Backend> run) => new(name, Agreement.Exact, 64, run, Gpu: false);

        yield return Case("Filter", (run, n, on) => RecurrenceKernels.Filter(run.AnyFloats(n), run.Floats(n), on));
        yield return Case("SecondOrder", (run, n, on) => RecurrenceKernels.SecondOrder(run.Doubles(n), run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return Case("FourBack", (run, n, on) => RecurrenceKernels.FourBack(run.Integers<int>(n), run.Integers<int>(n), on));
        yield return Case("RunningBackwards", (run, n, on) => RecurrenceKernels.Backwards(run.Integers<short>(n), run.Integers<byte>(n), on));
        yield return Case("RunningEverySecond", (run, n, on) => run.Return(RecurrenceKernels.EverySecond(run.Integers<int>(n), run.Integers<int>(n), on)));
        yield return Case("OneOfThem", (run, n, on) => RecurrenceKernels.OneOfThem(run.Floats(n + 1), run.AnyFloats(n + 1), n / 3, on));
        yield return Case("RunningRows", (run, n, on) => RecurrenceKernels.Rows(run.Matrix(5, Math.Min(n, 300), v => (float)v), run.Matrix(5, Math.Min(n, 300), v => (float)v), on));
        yield return Case("Hold", (run, n, on) => run.Return(RecurrenceKernels.Hold(run.AnyFloats(n), run.Empty<float>(n), 3.5f, on)));
        yield return Case("Smoothed", (run, n, on) => run.Return(RecurrenceKernels.Smoothed(run.Doubles(n), run.Empty<double>(n), run.Empty<double>(n), on)));
        yield return Case("States", (run, n, on) => run.Return(RecurrenceKernels.States(run.Integers<int>(n), run.Empty<int>(n), on)));
        yield return new("RunningTriangle", Agreement.Exact, 64, (run, n, on) => RecurrenceKernels.Triangle(run.Matrix(Math.Min(n, 80), Math.Min(n, 80), v => (double)v), run.Array(80, v => (double)v), on));
    }

    private static IEnumerable<KernelCase> Carried()
    {
        KernelCase Case(string name, int lanes, Action<KernelRun, int, Backend> run) => new(name, Agreement.Exact, lanes, run, Gpu: false);

        yield return Case("Echo", 16, (run, n, on) => CarriedKernels.Echo(run.AnyFloats(n), run.AnyFloats(n), on));
        yield return Case("FarEchoes", 16, (run, n, on) => CarriedKernels.FarEchoes(run.AnyDoubles(n), on));
        yield return Case("EchoBackwards", 16, (run, n, on) => CarriedKernels.EchoBackwards(run.AnyFloats(n), on));
        yield return Case("Bytes", 64, (run, n, on) => CarriedKernels.Bytes(run.Integers<byte>(n), on));
        yield return Case("Smooth", 16, (run, n, on) => run.Return(CarriedKernels.Smooth(run.AnyFloats(n), run.Empty<float>(n), 3.5f, on)));
        yield return Case("ThreeBack", 16, (run, n, on) => CarriedKernels.ThreeBack(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return Case("Differences", 64, (run, n, on) => run.Return(
            CarriedKernels.Differences(run.Integers<byte>(n), run.Empty<byte>(n), run.Empty<short>(n), run.Integers<long>(n), run.Empty<long>(n), on)));
        yield return Case("Edges", 16, (run, n, on) => run.Return(CarriedKernels.Edges(run.AnyFloats(n), run.Empty<float>(n), on)));
        yield return Case("FirstLargest", 64, (run, n, on) => run.Return(CarriedKernels.FirstLargest(n % 3 == 0 ? run.AnyFloats(n + 1) : run.Floats(n + 1), on)));
        yield return Case("SmallestByComparison", 64, (run, n, on) => run.Return(CarriedKernels.SmallestByComparison(run.Array(n, v => v < 0 ? -0f : 0f), on)));
        yield return Case("SmallestWhere", 64, (run, n, on) => run.Return(CarriedKernels.SmallestWhere(run.Array(n, v => Math.Round(v * 9)), run.Integers<int>(n), run.Empty<int>(1), on)));
        yield return new("LargestInRows", Agreement.Exact, 64, (run, n, on) => run.Return(CarriedKernels.LargestInRows(run.Matrix(3, Math.Min(n, 300), v => (float)Math.Round(v * 9)), run.Empty<int>(3), run.Empty<float>(3), on)));
        yield return Case("LargestOfAll", 64, (run, n, on) => run.Return(CarriedKernels.LargestOfAll(run.Matrix(3, Math.Min(n, 300), v => (float)Math.Round(v * 9)), on)));
        yield return Case("Counted", 16, (run, n, on) => run.Return(CarriedKernels.Counted(run.Floats(n), run.Empty<float>((2 * n) + 3), 3, on)));
        yield return new("Flattened", Agreement.Exact, 32, (run, n, on) =>
        {
            int columns = Math.Min(n, 300) + 1;
            CarriedKernels.Flattened(run.Matrix(3, columns, v => (float)v), run.Empty<float>(3 * (columns + 2)), columns, on);
        });
        yield return Case("Unchanged", 64, (run, n, on) => run.Return(CarriedKernels.Unchanged(run.Floats(n), run.Empty<float>(n), 9, on)));
        yield return Case("LastNegative", 64, (run, n, on) => run.Return(CarriedKernels.LastNegative(run.Floats(n), run.Empty<float>(1), on)));
    }

    private static IEnumerable<KernelCase> Functions()
    {
        yield return new("Logistic", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.Logistic(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Distance", Agreement.Exact, 16, (run, n, on) => FunctionKernels.Distance(run.AnyDoubles(n), 3.25, run.Empty<double>(n), on));
        yield return new("Clamp", Agreement.Exact, 32, (run, n, on) => FunctionKernels.Clamp(run.AnyFloats(n), -1f, run.Floats(n), run.Empty<float>(n), on));
        yield return new("Waves", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.Waves(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Powers", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.Powers(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("Angles", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.Angles(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("SingleAngles", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.SingleAngles(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Hyperbolic", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.Hyperbolic(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("InverseHyperbolic", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.InverseHyperbolic(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("SingleInverseHyperbolic", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.SingleInverseHyperbolic(run.Floats(n), run.Empty<float>(n), on));
        yield return new("OfNumberTypes", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.OfNumberTypes(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("OfSingleNumberTypes", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.OfSingleNumberTypes(run.Floats(n), run.Empty<float>(n), on));
        yield return new("OfVectorMath", Agreement.Exact, 8, (run, n, on) => FunctionKernels.OfVectorMath(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("SingleOfVectorMath", Agreement.Exact, 16, (run, n, on) => FunctionKernels.SingleOfVectorMath(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("StrictGamma", Agreement.Exact, 8, (run, n, on) => FunctionKernels.StrictGamma(run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("SingleGamma", Agreement.Exact, 16, (run, n, on) => FunctionKernels.SingleGamma(run.AnyFloats(n), run.Empty<float>(n), on));
        yield return new("SingleHyperbolic", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.SingleHyperbolic(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Logarithms", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.Logarithms(run.Doubles(n), run.Empty<double>(n), on));
        yield return new("SingleLogarithms", Agreement.CloseFloat, 16, (run, n, on) => FunctionKernels.SingleLogarithms(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Direction", Agreement.CloseDouble, 8, (run, n, on) => FunctionKernels.Direction(run.AnyDoubles(n), run.AnyDoubles(n), run.Empty<double>(n), on));
        yield return new("StrictDirection", Agreement.Exact, 16, (run, n, on) => FunctionKernels.StrictDirection(run.AnyFloats(n), run.AnyFloats(n), run.Empty<float>(n), on), Gpu: false);
        yield return new("StrictFunctions", Agreement.Exact, 8, (run, n, on) => FunctionKernels.StrictFunctions(run.Doubles(n), run.Empty<double>(n), on), Gpu: false);
        yield return new("StrictWaves", Agreement.Exact, 16, (run, n, on) => FunctionKernels.StrictWaves(run.Floats(n), run.Empty<float>(n), on), Gpu: false);
    }

    /// <summary>Large enough for more than one tile each way where there are many elements.</summary>
    private static (int Rows, int Inner, int Columns) ProductOf(int n) => n > 500 ? (6, 201, 1030) : (n % 11, n % 13, Math.Min(n, 70));
}
