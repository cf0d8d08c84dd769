using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Corpus.Text;

public sealed class Csv
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        foreach (string line in text.Split('\n'))
        {
            rows.Add(line.Split(','));
        }

        return rows;
    }

    public static double[,] Table(string[] lines, int columns)
    {
        var table = new double[lines.Length, columns];
        for (int r = 0; r < lines.Length; r++)
        {
            string[] cells = lines[r].Split(';');
            for (int c = 0; c < columns; c++)
            {
                table[r, c] = double.Parse(cells[c].Trim(), CultureInfo.InvariantCulture); // ACC4305
            }
        }

        return table;
    }

    public static double[,] TableOfSpans(string[] lines, int columns)
    {
        var table = new double[lines.Length, columns];
        for (int r = 0; r < lines.Length; r++)
        {
            ReadOnlySpan<char> rest = lines[r];
            for (int c = 0; c < columns; c++)
            {
                int end = rest.IndexOf(';');
                table[r, c] = double.Parse(end < 0 ? rest : rest[..end], CultureInfo.InvariantCulture);
                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }

        return table;
    }

    public static string Write(double[,] table)
    {
        string text = "";
        for (int r = 0; r < table.GetLength(0); r++)
        {
            for (int c = 0; c < table.GetLength(1); c++)
            {
                text += table[r, c].ToString(CultureInfo.InvariantCulture) + ";"; // ACC4304
            }

            text += "\n";
        }

        return text;
    }

    public static string WriteBuilt(double[,] table)
    {
        var text = new StringBuilder();
        for (int r = 0; r < table.GetLength(0); r++)
        {
            for (int c = 0; c < table.GetLength(1); c++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{table[r, c]};");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    public static int Bad(string[][] cells)
    {
        int bad = 0;
        foreach (string[] row in cells)
        {
            foreach (string cell in row)
            {
                try
                {
                    _ = int.Parse(cell, CultureInfo.InvariantCulture);
                }
                catch (FormatException) // ACC4401
                {
                    bad++;
                }
            }
        }

        return bad;
    }

    public static int BadAsked(string[][] cells)
    {
        int bad = 0;
        foreach (string[] row in cells)
        {
            foreach (string cell in row)
            {
                bad += int.TryParse(cell, out _) ? 0 : 1;
            }
        }

        return bad;
    }
}

public static class Words
{
    public static Dictionary<string, int> Count(IEnumerable<string> lines)
    {
        var counts = new Dictionary<string, int>();
        foreach (string line in lines)
        {
            foreach (string word in line.ToLowerInvariant().Split(' '))
            {
                if (counts.ContainsKey(word))
                {
                    counts[word]++; // ACC4403
                }
                else
                {
                    counts[word] = 1;
                }
            }
        }

        return counts;
    }

    public static int Vowels(string[] words)
    {
        int count = 0;
        foreach (string word in words)
        {
            foreach (char c in word)
            {
                count += "aeiou".Contains(c) ? 1 : 0;
            }
        }

        return count;
    }

    public static int Longest(string[][] pages)
    {
        int longest = 0;
        foreach (string[] page in pages)
        {
            longest = Math.Max(longest, page.Max(word => word.Length));
        }

        return longest;
    }

    public static bool AnyMatch(string[] words, string[] wanted)
    {
        foreach (string word in words)
        {
            foreach (string other in wanted)
            {
                if (word.ToUpper() == other.ToUpper()) // ACC4305 ACC4305
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    public static string Join(List<List<string>> groups)
    {
        var parts = new List<string>();
        foreach (List<string> group in groups)
        {
            foreach (string item in group)
            {
                parts.Add(string.Format(CultureInfo.InvariantCulture, "{0}: {1}", group.Count, item)); // ACC4101 ACC4305
            }
        }

        return string.Join(", ", parts);
    }

    public static int Digits(int[][] numbers)
    {
        int digits = 0;
        foreach (int[] row in numbers)
        {
            foreach (int number in row)
            {
                Span<char> buffer = stackalloc char[12];
                number.TryFormat(buffer, out int written, provider: CultureInfo.InvariantCulture);
                digits += written;
            }
        }

        return digits;
    }

    public static void Log(string[] names, int[] values)
    {
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                Console.WriteLine($"{names[i]} = {values[j]}"); // ACC4305
            }
        }
    }

    public static void Fail(string[] names, int[] values)
    {
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
            {
                if (values[j] < 0)
                {
                    throw new ArgumentException($"{names[i]} is {values[j]}", nameof(values));
                }
            }
        }
    }
}
