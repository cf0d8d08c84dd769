using System;
using System.Collections.Generic;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;

namespace Corpus.Collections;

public struct Cell
{
    public int X;
    public int Y;
}

public readonly record struct Key(int X, int Y);

public enum Kind
{
    Wall,
    Floor,
    Door,
}

public abstract class Shape
{
    public abstract double Area();
}

public sealed class Circle : Shape
{
    public double R { get; init; }

    public override double Area() => Math.PI * Math.Pow(R, 2);
}

public class Graph
{
    private readonly List<int>[] _edges = new List<int>[100];
    private readonly Dictionary<Cell, Kind> _cells = new();
    private readonly Dictionary<Key, Kind> _keys = new();
    private readonly object _gate = new();
    private int _visits;

    public IEnumerable<int> Neighbours(int node)
    {
        foreach (int next in _edges[node])
        {
            yield return next;
        }
    }

    public int Reach(int start)
    {
        var seen = new HashSet<int> { start };
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (queue.Count > 0)
        {
            int node = queue.Dequeue();
            foreach (int next in Neighbours(node))
            {
                if (seen.Add(next))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return seen.Count;
    }

    public int Degree(int nodes)
    {
        int sum = 0;
        for (int i = 0; i < nodes; i++)
        {
            for (int j = 0; j < nodes; j++)
            {
                sum += Neighbours(j).Count(); // ACC4301 ACC4307
            }
        }

        return sum;
    }

    public int Walls(int width, int height)
    {
        int walls = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                walls += _cells.TryGetValue(new Cell { X = x, Y = y }, out Kind kind) && kind == Kind.Wall ? 1 : 0; // ACC4103
            }
        }

        return walls;
    }

    public int WallsByKey(int width, int height)
    {
        int walls = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                walls += _keys.TryGetValue(new Key(x, y), out Kind kind) && kind == Kind.Wall ? 1 : 0;
            }
        }

        return walls;
    }

    public void Visit(int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                lock (_gate) // ACC4402
                {
                    _visits++;
                }
            }
        }
    }

    public int Doors(Kind[,] map)
    {
        int doors = 0;
        for (int y = 0; y < map.GetLength(0); y++)
        {
            for (int x = 0; x < map.GetLength(1); x++)
            {
                doors += map[y, x].Equals(Kind.Door) ? 1 : 0; // ACC4101
            }
        }

        return doors;
    }

    public int KnownDoors(int[,] map)
    {
        int doors = 0;
        for (int y = 0; y < map.GetLength(0); y++)
        {
            for (int x = 0; x < map.GetLength(1); x++)
            {
                doors += Enum.IsDefined(typeof(Kind), map[y, x]) ? 1 : 0; // ACC4101 ACC4202
            }
        }

        return doors;
    }

    public double Areas(List<Shape> shapes, int times)
    {
        double sum = 0;
        for (int t = 0; t < times; t++)
        {
            foreach (Shape shape in shapes)
            {
                sum += shape.Area();
            }
        }

        return sum;
    }

    public double AreasOf(IEnumerable<Shape> shapes, int times)
    {
        double sum = 0;
        for (int t = 0; t < times; t++)
        {
            foreach (Shape shape in shapes) // ACC4306
            {
                sum += shape.Area();
            }
        }

        return sum;
    }

    public void Fill(Shape[] shapes, int times)
    {
        for (int t = 0; t < times; t++)
        {
            for (int i = 0; i < shapes.Length; i++)
            {
                shapes[i] = shapes[0]; // ACC4405
            }
        }
    }

    public int Copy(IList<int> from, IList<int> to)
    {
        int n = 0;
        while (n < 10)
        {
            for (int i = 0; i < from.Count; i++) // ACC4404
            {
                to[i] = from[i];
            }

            n++;
        }

        return n;
    }

    public object?[] Properties(object[] items, PropertyInfo[] properties)
    {
        var values = new object?[items.Length * properties.Length];
        int k = 0;
        foreach (object item in items)
        {
            foreach (PropertyInfo property in properties)
            {
                values[k++] = property.GetValue(item); // ACC4202
            }
        }

        return values;
    }

    public int Smallest(int[][] rows)
    {
        int smallest = int.MaxValue;
        foreach (int[] row in rows)
        {
            int[] sorted = (int[])row.Clone();
            Array.Sort(sorted);
            smallest = Math.Min(smallest, sorted[0]);
        }

        return smallest;
    }

    public int Sliding(int[] x, int window)
    {
        int best = 0;
        for (int repeat = 0; repeat < 2; repeat++)
        {
            for (int i = 0; i + window <= x.Length; i++)
            {
                best = Math.Max(best, Total(x[i..(i + window)])); // ACC4309
            }
        }

        return best;
    }

    public int Ring(int[] buffer, int[] input)
    {
        int at = 0;
        for (int repeat = 0; repeat < 2; repeat++)
        {
            foreach (int value in input)
            {
                buffer[at] = value;
                at = (at + 1) % buffer.Length; // ACC4502
            }
        }

        return at;
    }

    public int Cached(int[][] rows)
    {
        List<int>? cache = null;
        int sum = 0;
        foreach (int[] row in rows)
        {
            foreach (int value in row)
            {
                cache ??= new List<int>();
                sum += cache.Count + value;
            }
        }

        return sum;
    }

    private static int Total(ReadOnlySpan<int> values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return sum;
    }
}
