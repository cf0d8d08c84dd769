using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;
using Fix = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.HotLoops.BoxingAnalyzer, Accel.CodeFixers.HotLoops.BoxingFixer>;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.BoxingAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

public sealed class BoxingTests
{
    [Theory]
    [InlineData("object o = [|i|];")]
    [InlineData("object o = [|(object)i|];")]
    [InlineData("object? o = [|(int?)i|];")]
    [InlineData("IComparable c = [|i|];")]
    [InlineData("IComparable<int> c = [|i|];")]
    [InlineData("ValueType v = [|bare|];")]
    [InlineData("Enum e = [|color|];")]
    [InlineData("dynamic d = [|i|];")]
    [InlineData("UseObject([|i|]);")]
    [InlineData("Use<object>([|span[i]|]);")]
    [InlineData("var all = new object[] { [|i|], text };")]
    [InlineData("Console.WriteLine(\"{0}\", [|i|]);")]
    [InlineData("string s = string.Format(\"{0} {1} {2} {3}\", text, [|i|], text, [|bare|]);")]
    [InlineData("string s = string.Concat(text, [|i|]);")]
    [InlineData("FormattableString s = $\"{[|i|]} {text}\";")]
    [InlineData("IFormattable s = $\"{[|i|],5:F2}\";")]
    [InlineData("object o = i > 1 ? [|i|] : text;")]
    [InlineData("object o = i switch { 1 => [|i|], _ => text };")]
    [InlineData("foreach ([|object|] o in ints) { }")]
    [InlineData("_ = ReferenceEquals([|bare|], text);")]
    public Task AValueTurnedIntoAnObjectIsReported(string statement) => Test.Verify(HotSource.InLoop(statement));

    [Theory]
    [InlineData("string s = [|color.ToString()|];")]
    [InlineData("bool b = [|color.Equals(Color.Red)|];")]
    [InlineData("int c = [|color.CompareTo(Color.Red)|];")]
    [InlineData("string? s = [|bare.ToString()|];")]
    [InlineData("int h = [|bare.GetHashCode()|];")]
    [InlineData("bool b = [|bare.Equals(bare)|];")]
    public Task AMethodInheritedFromAClassBoxesItsReceiver(string statement) => Test.Verify(HotSource.InLoop(statement));

    // Each of these allocates nothing; measured on .NET 10.
    [Theory]
    [InlineData("string s = text + i;")]
    [InlineData("string s = text; s += i; s += named;")]
    [InlineData("string s = $\"{i} {bare} {color} {i:F2}\";")]
    [InlineData("string s = string.Concat(text, text);")]
    [InlineData("bool b = color.HasFlag(Color.Green);")]
    [InlineData("int h = color.GetHashCode();")]
    [InlineData("Type t = color.GetType();")]
    [InlineData("Type t = bare.GetType();")]
    [InlineData("string s = named.ToString(); int h = named.GetHashCode();")]
    [InlineData("string s = i.ToString(); bool b = i.Equals(3);")]
    [InlineData("int c = ((IComparable<int>)i).CompareTo(3);")]
    [InlineData("bool b = i is IComparable<int>;")]
    [InlineData("int j = (int)(object)i;")]
    [InlineData("object? o = (object?)null;")]
    [InlineData("const string s = \"a\" + \"b\";")]
    [InlineData("Use(i); Use(bare); Use(color);")]
    [InlineData("var b = new StringBuilder(); b.Append(i).Append(text).Append($\"{i}\");")]
    [InlineData("string s = nameof(i);")]
    [InlineData("foreach (int j in ints) { }")]
    [InlineData("if (i < 0) throw new ArgumentException(string.Format(\"{0}\", i));")]
    [InlineData("if (i < 0) throw new ArgumentOutOfRangeException(nameof(i), i, null);")]
    [InlineData("System.Diagnostics.Debug.Assert(i >= 0, string.Format(\"{0}\", i));")]
    public Task WhatNeedsNoBoxIsNotReported(string statement) => Test.Verify(HotSource.InLoop(statement));

    [Fact]
    public Task GenericCodeIsReportedOnlyWhereItMustBox() => Test.Verify("""
        using System;

        public static class Generic
        {
            public static void Run<T, S, C>(T[] ts, S[] ss, C[] cs)
                where S : struct, IComparable<S>
                where C : class
            {
                for (int i = 0; i < ts.Length; i++)
                    for (int j = 0; j < ts.Length; j++)
                    {
                        int c = ss[i].CompareTo(ss[j]);
                        object? o = ts[j];
                        object p = cs[j];
                        bool b = typeof(T) == typeof(int) && (int)(object)ts[j]! == 0;
                        bool n = ts[j] == null;
                        IComparable<S> q = [|ss[j]|];
                    }
            }
        }
        """);

    [Fact]
    public Task ExpressionsOutsideTheLoopMayBox() => Test.Verify(HotSource.InLoop(
        "i++;",
        "[Kernel] public static void Other(int n) { Console.WriteLine(\"{0}\", n); }"));

    [Theory]
    [InlineData("bool b = [|color.Equals(Color.Red)|];", "bool b = color == Color.Red;")]
    [InlineData("if (![|color.Equals(Color.Red)|] && n > 1) i++;", "if (color != Color.Red && n > 1) i++;")]
    [InlineData("bool b = [|color.Equals((Color)i)|] == false;", "bool b = (color == ((Color)i)) == false;")]
    [InlineData("string s = string.Concat(text, [|i|], [|n + i|]);", "string s = string.Concat(text, i.ToString(), (n + i).ToString());")]
    [InlineData("var b = new StringBuilder(); b.Append([|named|]);", "var b = new StringBuilder(); b.Append(named.ToString());")]
    [InlineData("string s = string.Format(\"{0}: {1,8:F2}\", text, [|i|]);", "string s = $\"{text}: {i,8:F2}\";")]
    [InlineData("string s = string.Format(\"{{{0}}}\\n\", [|i > 1 ? i : n|]);", "string s = $\"{{{(i > 1 ? i : n)}}}\\n\";")]
    [InlineData("string s = string.Format(\"{0}{1}{2}{3}\", [|i|], [|n|], [|bare|], [|color|]);", "string s = $\"{i}{n}{bare}{color}\";")]
    public Task TheFixKeepsTheResult(string before, string after) => Fix.Verify(HotSource.InLoop(before), HotSource.InLoop(after));

    [Theory]
    [InlineData("string s = [|color.ToString()|];")]
    [InlineData("bool b = [|bare.Equals(bare)|];")]
    [InlineData("bool b = [|color.Equals(i)|];")]
    [InlineData("string s = string.Concat(text, [|bare|], [|color|]);")]
    [InlineData("string s = string.Format(\"{1} {0}\", text, [|i|]);")]
    [InlineData("string s = string.Format(\"{0} {0}\", [|i|]);")]
    [InlineData("string s = string.Format(\"{0}\", text, [|i|]);")]
    [InlineData("string s = string.Format(text, [|i|]);")]
    [InlineData("string s = string.Format(null, \"{0}\", [|i|]);")]
    [InlineData("UseObject([|i|]);")]
    public Task NoFixWhereTheResultMightDiffer(string statement) => Fix.VerifyNone(HotSource.InLoop(statement));

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken(HotSource.InLoop("""
        object o = [|i|];
        object p = missing;
        Missing(i);
        [|color.ToString(|];
        $"{i
        """));
}
