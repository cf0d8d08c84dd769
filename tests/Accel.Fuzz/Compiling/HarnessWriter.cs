using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Compiling;

/// <summary>
/// The C# files around a kernel: its class, the oracle (the same members without <c>[Kernel]</c>, so that nothing of Accel is in them, with a count of
/// iterations that ends endless loops), and a <see cref="Running.FuzzCase"/> that calls both.
/// </summary>
internal static class HarnessWriter
{
    public const string Usings = "using System;\nusing System.Numerics;\nusing System.Runtime.CompilerServices;\nusing System.Runtime.InteropServices;\nusing Accel;\n\n";

    /// <summary>The class of the kernel, as a user would write it.</summary>
    public static string Kernel(string members, int index) => $"{Usings}namespace Fuzz;\n\npublic static partial class K{index}\n{{\n{members}}}\n";

    public static string Oracle(string members, int index)
    {
        string text = $"{Usings}namespace Fuzz;\n\npublic static class O{index}\n{{\n{members}}}\n";
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();
        string attributes = FuzzSignature.Find(root)!.AttributeLists.ToString();
        return new OracleRewriter(attributes.Contains("Strict", StringComparison.Ordinal), attributes.Contains("FloatMode.Fast", StringComparison.Ordinal)).Visit(root).ToFullString();
    }

    public static string Case(FuzzSignature signature, int index) => signature.IsElementKernel ? Elements(signature, index) : Loops(signature, index);

    private static string Loops(FuzzSignature signature, int index)
    {
        string arguments = string.Join(", ", signature.Parameters.Select(Argument));
        string with = arguments.Length == 0 ? "backend" : arguments + ", backend";
        return Class(
            index,
            Call(signature, $"O{index}.{signature.Method}({arguments})"),
            Call(signature, $"K{index}.{signature.Method}({with})"),
            Call(signature, $"K{index}.{signature.Method}({arguments})"));
    }

    /// <summary>Element kernels run over spans, which the harness adds: every argument a span, or a scalar where the plan says so.</summary>
    private static string Elements(FuzzSignature signature, int index)
    {
        int count = signature.Parameters.Count;
        string one = string.Join(", ", signature.Parameters.Select((parameter, i) => $"a.IsOneValue({i}) ? a.Scalar<{parameter.Type.Keyword}>({i}) : a.ReadOnlySpan<{parameter.Type.Keyword}>({i})[i]"));
        string all = string.Join(", ", signature.Parameters.Select((parameter, i) => $"a.Elements<{parameter.Type.Keyword}>({i})"));
        string destination = $"a.Span<{signature.Result!.Keyword}>({count})";
        return Class(
            index,
            $"for (int i = 0; i < {destination}.Length; i++) {destination}[i] = O{index}.{signature.Method}({one});",
            $"K{index}.{signature.Method}({all}, {destination}, backend);",
            $"K{index}.{signature.Method}({all}, {destination});");
    }

    private static string Class(int index, string oracle, string run, string intercepted) => $$"""
        using Accel;
        using Accel.Fuzz.Running;

        namespace Fuzz;

        public sealed class C{{index}} : FuzzCase
        {
            public override void Oracle(Arguments a)
            {
                {{oracle}}
            }

            public override void Run(Arguments a, Backend backend)
            {
                {{run}}
            }

            public override void RunIntercepted(Arguments a)
            {
                {{intercepted}}
            }
        }

        """;

    private static string Call(FuzzSignature signature, string call) => signature.Result is null ? call + ";" : $"a.Return({call});";

    private static string Argument(FuzzParameter parameter, int index) => parameter.Kind switch
    {
        ParameterKind.Span => $"a.Span<{parameter.Type.Keyword}>({index})",
        ParameterKind.ReadOnlySpan => $"a.ReadOnlySpan<{parameter.Type.Keyword}>({index})",
        ParameterKind.Array => $"a.Array<{parameter.Type.Keyword}>({index})",
        ParameterKind.Matrix => $"a.Matrix<{parameter.Type.Keyword}>({index})",
        _ => $"{(parameter.Modifier.Length == 0 ? "" : parameter.Modifier + " ")}a.Scalar<{parameter.Type.Keyword}>({index})",
    };

    /// <summary>Takes <c>[Kernel]</c> off, counts iterations, and calls Accel's elementary functions, which every backend but Strict is promised to have.</summary>
    private sealed class OracleRewriter(bool isStrict, bool isFast) : CSharpSyntaxRewriter
    {
        private static readonly StatementSyntax s_count = SyntaxFactory.ParseStatement("global::Accel.Fuzz.Running.Fuel.Burn(); ");

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            base.VisitMethodDeclaration(node.AttributeLists.Count == 0
                ? node
                : node.WithAttributeLists(SyntaxFactory.List(node.AttributeLists.Where(list => !list.ToString().Contains("Kernel", StringComparison.Ordinal)))));

        public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => Counted((ForStatementSyntax)base.VisitForStatement(node)!, loop => loop.Statement, (loop, body) => loop.WithStatement(body));

        public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => Counted((ForEachStatementSyntax)base.VisitForEachStatement(node)!, loop => loop.Statement, (loop, body) => loop.WithStatement(body));

        public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => Counted((WhileStatementSyntax)base.VisitWhileStatement(node)!, loop => loop.Statement, (loop, body) => loop.WithStatement(body));

        public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => Counted((DoStatementSyntax)base.VisitDoStatement(node)!, loop => loop.Statement, (loop, body) => loop.WithStatement(body));

        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
        {
            string name = node.Name.Identifier.Text;
            bool hasFast = isFast && name != nameof(Equals) && typeof(Running.FastFunctions<float>).GetMethod(name) is not null;
            bool hasOwn = !isStrict && name != nameof(Equals) && (hasFast || typeof(Running.Functions<float>).GetMethod(name) is not null);
            return node.Expression.ToString() switch
            {
                "Math" or "double" when hasOwn => Own("double"),
                "MathF" or "float" when hasOwn => Own("float"),
                "VectorMath" when isFast && typeof(VectorMath.Fast).GetMethods().Any(method => method.Name == name) => SyntaxFactory.ParseExpression($"VectorMath.Fast.{node.Name}").WithTriviaFrom(node),
                _ => base.VisitMemberAccessExpression(node),
            };

            SyntaxNode Own(string type) => SyntaxFactory.ParseExpression($"global::Accel.Fuzz.Running.{(hasFast ? "Fast" : "")}Functions<{type}>.{node.Name}").WithTriviaFrom(node);
        }

        private static T Counted<T>(T loop, Func<T, StatementSyntax> body, Func<T, StatementSyntax, T> with)
            where T : StatementSyntax => with(loop, SyntaxFactory.Block(s_count, body(loop)));
    }
}
