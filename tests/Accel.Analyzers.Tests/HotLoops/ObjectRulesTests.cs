using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;

namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>ACC4202 and ACC4304 to ACC4309: metadata, strings, enumerators, tasks, copies.</summary>
public sealed class ObjectRulesTests
{
    private const string Members = """
        private static readonly System.Reflection.MethodInfo s_method = typeof(Signal).GetMethods()[0];
        private static readonly StringBuilder s_builder = new();
        private static readonly IReadOnlyList<double> s_list = new List<double>();
        private static readonly IEnumerable<int> s_sequence = new List<int>();
        private static string s_text = "";
        private static IEnumerable<int> Neighbours(int i) { yield return i; }
        private static IEnumerable<int> Stored(int i) => s_sequence;
        private static IEnumerable<int> Inner() { IEnumerable<int> Local() { yield return 1; } return Local(); }
        private static int Work(int i) => i;
        private static double Sum(ReadOnlySpan<int> x) => x.Length;
        private static double SumArray(int[] x) => x.Length;
        """;

    [Theory]
    [InlineData("[|s_method.Invoke(null, null)|];")]
    [InlineData("Use([|typeof(Signal).GetMethod(text)|]);")]
    [InlineData("Use([|Enum.IsDefined(color)|]);")]
    [InlineData("Use([|Enum.Parse<Color>(text)|]);")]
    [InlineData("Use([|Activator.CreateInstance(typeof(Bare))|]);")]
    [InlineData("Use([|Attribute.GetCustomAttribute(s_method, typeof(KernelAttribute))|]);")]
    public Task Reflection(string statement) => RuleTest<ReflectionAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use(text.GetType());")]
    [InlineData("Use(typeof(Signal).Name);")]
    [InlineData("Use(color.HasFlag(Color.Green));")]
    [InlineData("Use(Activator.CreateInstance<Bare>());")]
    public Task NoReflection(string statement) => RuleTest<ReflectionAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("[|s_text += text|];")]
    [InlineData("[|s_text = s_text + i|];")]
    [InlineData("[|s_text = \"-\" + s_text + text|];")]
    [InlineData("[|text += 'c'|];")]
    public Task AStringThatGrows(string statement) => RuleTest<StringAppendAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("string s = \"\"; s += text; Use(s);")]
    [InlineData("s_text = text + i;")]
    [InlineData("s_builder.Append(text);")]
    [InlineData("n += 1;")]
    public Task AStringThatDoesNot(string statement) => RuleTest<StringAppendAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use([|text.Substring(i, 2)|]);")]
    [InlineData("Use([|text.Split(',')|]);")]
    [InlineData("Use([|text.Trim()|]);")]
    [InlineData("Use([|text.ToUpperInvariant()|]);")]
    [InlineData("Use([|$\"{i}, {n}\"|]);")]
    [InlineData("Use([|string.Join(',', ints)|]);")]
    [InlineData("Use([|string.Format(\"{0}\", text)|]);")]
    public Task AStringMade(string statement) => RuleTest<StringCreationAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use(text.AsSpan(i, 2).Length);")]
    [InlineData("Use($\"constant\");")]
    [InlineData("s_builder.Append($\"{i}\");")]
    [InlineData("Use(text.IndexOf('c'));")]
    [InlineData("Use(text.Equals(\"x\", StringComparison.OrdinalIgnoreCase));")]
    [InlineData("if (i < 0) throw new InvalidOperationException($\"{i}\");")]
    [InlineData("Use(nameof(text));")]
    public Task NoStringMade(string statement) => RuleTest<StringCreationAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("foreach (double v in [|s_list|]) Use(v);")]
    [InlineData("IEnumerable<double> e = list; foreach (double v in [|e|]) Use(v);")]
    [InlineData("foreach (object o in [|(System.Collections.IEnumerable)ints|]) Use(o);")]
    public Task AnEnumerationThroughAnInterface(string statement) => RuleTest<InterfaceEnumerationAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("foreach (double v in list) Use(v);")]
    [InlineData("foreach (int v in ints) Use(v);")]
    [InlineData("foreach (float v in span) Use(v);")]
    [InlineData("foreach (int v in Neighbours(i)) Use(v);")]
    [InlineData("foreach (char c in text) Use(c);")]
    public Task AnEnumerationOfTheCollectionItself(string statement) => RuleTest<InterfaceEnumerationAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("foreach (int k in [|Neighbours(i)|]) Use(k);")]
    [InlineData("Use([|Neighbours(i)|]);")]
    [InlineData("IEnumerable<int> Own() { yield return n; } Use([|Own()|]);")]
    public Task AnIterator(string statement) => RuleTest<IteratorAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use(Stored(i));")]
    [InlineData("Use(Inner());")]
    [InlineData("Use(Work(i));")]
    public Task NoIterator(string statement) => RuleTest<IteratorAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("[|System.Threading.Tasks.Task.Run(() => Work(1))|];")]
    [InlineData("Use([|System.Threading.Tasks.Task.FromResult(i)|]);")]
    [InlineData("System.Threading.Tasks.Task<int>? t = null; Use([|t!.Result|]);")]
    [InlineData("System.Threading.Tasks.Task? t = null; [|t!.Wait()|];")]
    [InlineData("System.Threading.Tasks.Task? t = null; [|t!.GetAwaiter().GetResult()|];")]
    [InlineData("[|System.Threading.ThreadPool.QueueUserWorkItem(_ => { })|];")]
    public Task ATask(string statement) => RuleTest<TaskAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("System.Threading.Tasks.Task? t = null; Use(t!.IsCompleted);")]
    [InlineData("Use(System.Threading.Tasks.Task.CompletedTask);")]
    public Task NoTask(string statement) => RuleTest<TaskAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use(SumArray([|ints[1..^1]|]));")]
    [InlineData("Use([|span.ToArray()|]);")]
    [InlineData("Use([|list.ToArray()|]);")]
    [InlineData("Use([|list.GetRange(0, 1)|]);")]
    [InlineData("Use([|ints.Clone()|]);")]
    public Task ACopyOfElements(string statement) => RuleTest<ArrayCopyAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Use(span[1..].Length);")]
    [InlineData("Use(ints.AsSpan(1..).Length);")]
    [InlineData("Use(ints[^1]);")]
    [InlineData("Use(text[1..]);")]
    public Task NoCopyOfElements(string statement) => RuleTest<ArrayCopyAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Fact]
    public Task ARangeBecomesASpanWhereOneIsWanted() => FixTest<ArrayCopyAnalyzer, ArrayRangeFixer>.Verify(
        HotSource.InLoop("Use(Sum([|ints[1..^1]|]));", Members),
        HotSource.InLoop("Use(Sum(ints.AsSpan(1..^1)));", Members));

    [Fact]
    public Task ARangeThatIsKeptStays() => FixTest<ArrayCopyAnalyzer, ArrayRangeFixer>.VerifyNone(HotSource.InLoop("int[] part = [|ints[1..^1]|]; Use(part);", Members));
}
