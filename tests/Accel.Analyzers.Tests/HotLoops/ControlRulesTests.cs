using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;

namespace Accel.Analyzers.Tests.HotLoops;

/// <summary>ACC4401 to ACC4405: exceptions, locks, look-ups, ends of loops, checked stores.</summary>
public sealed class ControlRulesTests
{
    private const string Members = """
        private class Node { }
        private sealed class Leaf : Node { }
        private static readonly object s_gate = new();
        private static readonly System.Threading.SemaphoreSlim s_slim = new(1);
        private static readonly Dictionary<string, int> s_counts = new();
        private static readonly Dictionary<string, List<int>> s_lists = new();
        private static readonly Node[] s_nodes = new Node[9];
        private static readonly Leaf[] s_leaves = new Leaf[9];
        private static readonly IList<double> s_list = new List<double>();
        private static void Fill(IList<double> x) => x.Add(1);
        """;

    [Theory]
    [InlineData("try { n += int.Parse(text); } catch ([|FormatException|]) { n++; }")]
    [InlineData("try { n += s_counts[text]; } catch ([|KeyNotFoundException|] e) when (e.Data is null) { }")]
    [InlineData("try { if (i < 3) throw new Exception(); n++; } catch ([|Exception|]) { continue; }")]
    [InlineData("try { if (i < 3) throw new Exception(); n++; } [|catch { n--; }|]")]
    public Task AnExceptionThatTheLoopLivesWith(string statement) => RuleTest<ExceptionFlowAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("try { n += int.Parse(text); } catch (FormatException e) { throw new InvalidOperationException(text, e); }")]
    [InlineData("try { n += int.Parse(text); } catch (FormatException) { break; }")]
    [InlineData("try { n++; } catch (System.IO.IOException) { }")]
    [InlineData("try { n++; } finally { n--; }")]
    [InlineData("try { Action later = () => throw new Exception(); Use(later); } catch (Exception) { }")]
    public Task AnExceptionThatEndsItOrIsNotItsOwn(string statement) => RuleTest<ExceptionFlowAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("lock ([|s_gate|]) n++;")]
    [InlineData("[|System.Threading.Monitor.Enter(s_gate)|];")]
    [InlineData("[|s_slim.Wait()|];")]
    public Task ALock(string statement) => RuleTest<LockAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("System.Threading.Interlocked.Increment(ref n);")]
    [InlineData("System.Threading.Monitor.Exit(s_gate);")]
    public Task NoLock(string statement) => RuleTest<LockAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("[|s_counts[text]++|];")]
    [InlineData("[|s_counts[text] += n|];")]
    [InlineData("[|s_counts[text] = s_counts[text] + 1|];")]
    public Task TwoLookUps(string statement) => RuleTest<DictionaryLookupAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("s_counts[text] = n;")]
    [InlineData("s_lists[text].Add(n);")]
    [InlineData("ints[i]++;")]
    [InlineData("list[i] += 1;")]
    [InlineData("s_counts[text] = s_counts[\"other\"];")]
    public Task OneLookUp(string statement) => RuleTest<DictionaryLookupAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("IList<double> x = list;\nfor (int j = 0; j < [|x.Count|]; j++) Use(x[j]);", "IList<double> x = list;\nint count = x.Count;\nfor (int j = 0; j < count; j++) Use(x[j]);")]
    [InlineData("IEnumerable<int> x = ints;\nfor (int j = 0; [|x.Count()|] > j; j++) Use(j);", "IEnumerable<int> x = ints;\nint count = x.Count();\nfor (int j = 0; count > j; j++) Use(j);")]
    public Task AnEndThatIsAskedFor(string statement, string changed) =>
        FixTest<LoopConditionAnalyzer, LoopEndFixer>.Verify(HotSource.InLoop(statement, Members), HotSource.InLoop(changed, Members));

    [Theory]
    [InlineData("for (int j = 0; j < list.Count; j++) Use(list[j]);")]
    [InlineData("for (int j = 0; j < ints.Length; j++) Use(ints[j]);")]
    [InlineData("IList<double> x = list; for (int j = 0; j < x.Count; j++) Fill(x);")]
    [InlineData("IList<double> x = list; for (int j = 0; j < x.Count; j++) x.Add(j);")]
    [InlineData("IList<double> x = list; for (int j = 0; j < x.Count; j++) x = s_list;")]
    [InlineData("for (int j = 0; j < s_list.Count; j++) Use(j);")]
    public Task AnEndThatIsCheapOrMayChange(string statement) => RuleTest<LoopConditionAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Leaf leaf = s_leaves[0]; [|s_nodes[i]|] = leaf;")]
    [InlineData("Node node = s_nodes[0]; [|s_nodes[i]|] = node;")]
    public Task ACheckedStore(string statement) => RuleTest<CovariantStoreAnalyzer>.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("s_leaves[i] = s_leaves[0];")]
    [InlineData("s_nodes[i] = new Leaf();")]
    [InlineData("s_nodes[i] = null!;")]
    [InlineData("ints[i] = n;")]
    [InlineData("Span<Node> nodes = s_nodes; nodes[i] = s_nodes[0];")]
    [InlineData("string[] names = []; names[i] = text;")]
    public Task NoCheckedStore(string statement) => RuleTest<CovariantStoreAnalyzer>.Verify(HotSource.InLoop(statement, Members));
}
