using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Rules;

/// <content>Structs, metadata, objects and control flow.</content>
public partial class RuleCosts
{
    private readonly Wide _wide = new() { A = 1, D = 4, Rest = default };
    private readonly Huge[] _huge = new Huge[N];
    private readonly Dictionary<Cell, int> _cells = Enumerable.Range(0, 97).ToDictionary(i => new Cell { X = i, Y = i }, i => i);
    private readonly Dictionary<KeyCell, int> _keyCells = Enumerable.Range(0, 97).ToDictionary(i => new KeyCell(i, i), i => i);
    private readonly Dictionary<int, int> _counts = Enumerable.Range(0, 97).ToDictionary(i => i, i => 0);
    private readonly MethodInfo _twice = typeof(RuleCosts).GetMethod(nameof(Twice), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly Func<int, int> _twiceDelegate = Twice;
    private readonly string _line = string.Join(",", Enumerable.Range(0, N).Select(i => (1000 + i).ToString(CultureInfo.InvariantCulture)));
    private readonly string[] _words = [.. Enumerable.Range(0, N).Select(i => i % 2 == 0 ? "12" : "x")];
    private readonly IList<double>[] _lists = [new List<double>(Enumerable.Repeat(1.0, N)), Enumerable.Repeat(1.0, N).ToArray()];
    private readonly Node[] _nodes = new Node[N];
    private readonly LeafNode _leaf = new();
    private readonly IEnumerable<double>[] _sequences = [new List<double>(Enumerable.Repeat(1.0, N)), Enumerable.Repeat(1.0, N).ToArray(), new LinkedList<double>(Enumerable.Repeat(1.0, N))];
    private int _turn;

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4102_Before()
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += _wide.Trace();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4102_After()
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += _wide.ReadOnlyTrace();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4103_Before()
    {
        int sum = 0;
        foreach (int key in _keys)
        {
            sum += _cells[new Cell { X = key, Y = key }];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4103_After()
    {
        int sum = 0;
        foreach (int key in _keys)
        {
            sum += _keyCells[new KeyCell(key, key)];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4104_Before()
    {
        double sum = 0;
        foreach (Huge body in _huge.AsSpan())
        {
            sum += Mass(body);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4104_After()
    {
        double sum = 0;
        foreach (ref readonly Huge body in _huge.AsSpan())
        {
            sum += MassByReference(in body);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4202_Before()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += (int)_twice.Invoke(null, [i])!;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4202_After()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += _twiceDelegate(i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4304_Before()
    {
        string text = "";
        foreach (string word in _words)
        {
            text += word;
        }

        return text.Length;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4304_After()
    {
        var text = new StringBuilder();
        foreach (string word in _words)
        {
            text.Append(word);
        }

        return text.ToString().Length;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4305_Before()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += int.Parse(_line.Substring(5 * i, 4), CultureInfo.InvariantCulture);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4305_After()
    {
        int sum = 0;
        for (int i = 0; i < N; i++)
        {
            sum += int.Parse(_line.AsSpan(5 * i, 4), CultureInfo.InvariantCulture);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4306_Before()
    {
        double sum = 0;
        foreach (double v in _sequences[_turn++ % 2])
        {
            sum += v;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4306_After()
    {
        double sum = 0;
        foreach (double v in _x)
        {
            sum += v;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4307_Before()
    {
        double sum = 0;
        for (int i = 1; i < N - 1; i++)
        {
            foreach (int k in Neighbours(i))
            {
                sum += _x[k];
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4307_After()
    {
        double sum = 0;
        for (int i = 1; i < N - 1; i++)
        {
            for (int k = i - 1; k <= i + 1; k++)
            {
                sum += _x[k];
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4308_Before()
    {
        var tasks = new Task<int>[N];
        for (int i = 0; i < N; i++)
        {
            int k = i;
            tasks[i] = Task.Run(() => Twice(k));
        }

        Task.WaitAll(tasks);
        return tasks.Length;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4308_After()
    {
        Parallel.For(0, 4, part =>
        {
            int sum = 0;
            for (int i = part * (N / 4); i < (part + 1) * (N / 4); i++)
            {
                sum += Twice(i);
            }

            _keys[part] += sum & 0;
        });
        return _keys.Length;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4309_Before()
    {
        double sum = 0;
        for (int i = 0; i < N - 16; i++)
        {
            sum += Sum(_x[i..(i + 16)]);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4309_After()
    {
        double sum = 0;
        for (int i = 0; i < N - 16; i++)
        {
            sum += Sum(_x.AsSpan(i..(i + 16)));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N / 2)]
    public int ACC4401_Before()
    {
        int bad = 0;
        foreach (string word in _words)
        {
            try
            {
                bad += int.Parse(word, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                bad++;
            }
        }

        return bad;
    }

    [Benchmark(OperationsPerInvoke = N / 2)]
    public int ACC4401_After()
    {
        int bad = 0;
        foreach (string word in _words)
        {
            bad += int.TryParse(word, CultureInfo.InvariantCulture, out int value) ? value : 1;
        }

        return bad;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4403_Before()
    {
        foreach (int key in _keys)
        {
            _counts[key]++;
        }

        return _counts.Count;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public int ACC4403_After()
    {
        foreach (int key in _keys)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
        }

        return _counts.Count;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4404_Before()
    {
        double sum = 0;
        IList<double> list = _lists[_turn++ % 2];
        for (int i = 0; i < list.Count; i++)
        {
            sum += _x[i];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public double ACC4404_After()
    {
        double sum = 0;
        IList<double> list = _lists[_turn++ % 2];
        int count = list.Count;
        for (int i = 0; i < count; i++)
        {
            sum += _x[i];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4405_Before()
    {
        Node[] nodes = _nodes;
        Node leaf = _leaf;
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = leaf;
        }
    }

    [Benchmark(OperationsPerInvoke = N)]
    public void ACC4405_After()
    {
        Span<Node> nodes = _nodes;
        Node leaf = _leaf;
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = leaf;
        }
    }

    private static int Twice(int value) => 2 * value;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static double Mass(Huge body) => body[5];

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static double MassByReference(in Huge body) => body[5];

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static IEnumerable<int> Neighbours(int i)
    {
        yield return i - 1;
        yield return i;
        yield return i + 1;
    }

    private struct Wide
    {
        public double A;
        public double D;
        public Huge Rest;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        public double Trace() => A + D;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        public readonly double ReadOnlyTrace() => A + D;
    }

    [System.Runtime.CompilerServices.InlineArray(32)]
    private struct Huge
    {
        private double _first;
    }

    private struct Cell
    {
        public int X;
        public int Y;
    }

    private readonly record struct KeyCell(int X, int Y);

    private class Node
    {
    }

    private sealed class LeafNode : Node
    {
    }
}
