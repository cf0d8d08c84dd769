using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Accel.Fuzz.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Compiling;

/// <summary>
/// Compares what the remarks say with what the generated file holds: as many vector loops in the code of each width as loops are said to be
/// vectorised, code for several cores and the GPU exactly where the descriptor says so, and none of it where a loop is said to have stayed scalar.
/// </summary>
internal static class RemarkCheck
{
    public static Mismatch? Check(BatchedKernel kernel)
    {
        if (kernel.Record?.Compiled is not { } compiled)
        {
            return null;
        }

        SyntaxNode root = CSharpSyntaxTree.ParseText(kernel.Generated, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();
        foreach (LoweredNest nest in compiled.Nests)
        {
            ClassDeclarationSyntax? code = root.DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(type => type.Identifier.Text.EndsWith($"_Nest{nest.Nest.Index}", StringComparison.Ordinal));
            int said = compiled.Remarks.Count(remark => remark.Nest == nest.Nest.Index && remark.Kind == RemarkKind.Vectorized && remark.Message.StartsWith("vectorized:", StringComparison.Ordinal));
            bool saidParallel = compiled.Remarks.Any(remark => remark.Nest == nest.Nest.Index && remark.Kind == RemarkKind.Parallel);
            foreach (int bits in (int[])[128, 256, 512])
            {
                int found = code is null ? 0 : VectorLoops(code, bits);
                if (found != said)
                {
                    return Wrong($"nest {nest.Nest.Index}: {said} loops are said to be vectorized, the {bits}-bit code has {found} vector loops");
                }
            }

            bool hasParallel = code is not null && code.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.ToString() is "ParallelRange.For" or "ParallelRange.ForPieces");
            if (saidParallel != hasParallel)
            {
                return Wrong($"nest {nest.Nest.Index}: its iterations are {(saidParallel ? "" : "not ")}said to be shared among cores, the code does {(hasParallel ? "" : "not ")}share them");
            }

            int loops = StmtFacts.Loops(nest.Nest.Loop).Count();
            int remarks = compiled.Remarks.Count(remark => remark.Nest == nest.Nest.Index && remark.Kind is RemarkKind.Vectorized or RemarkKind.StayedScalar);
            if (loops != remarks)
            {
                return Wrong($"nest {nest.Nest.Index}: it has {loops} loops and {remarks} remarks");
            }
        }

        return null;
    }

    /// <summary>Loops whose body works on vectors: the last step of each is one vector, so those that advance by the lanes of one vector count. A body without effect has no vectors.</summary>
    private static int VectorLoops(ClassDeclarationSyntax code, int bits)
    {
        MethodDeclarationSyntax? run = code.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.Text == $"Run{bits}");
        if (run is null)
        {
            return 0;
        }

        // Narrower ones where dependent iterations are not further apart.
        string[] vectors = [.. new[] { 128, 256, 512 }.Where(width => width <= bits).Select(width => $"Vector{width}")];
        // One around another runs several iterations of a serial loop side by side.
        return run.DescendantNodes().OfType<ForStatementSyntax>()
            .Where(loop => IsOfVectors(loop, vectors) && !loop.Statement.DescendantNodes().OfType<ForStatementSyntax>().Any(inner => IsOfVectors(inner, vectors)))
            .Select(loop => ((AssignmentExpressionSyntax)loop.Incrementors[0]).Left.ToString())
            .Distinct()
            .Count();
    }

    private static bool IsOfVectors(ForStatementSyntax loop, string[] vectors) =>
        loop.Declaration is null
        && loop.Incrementors.Any(step => step is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: LiteralExpressionSyntax })
        && (loop.Statement.DescendantTokens().Any(token => vectors.Contains(token.Text)) || !StoresElements(loop.Statement));

    /// <summary>Scalar stores are assignments to what a call returns by reference.</summary>
    private static bool StoresElements(StatementSyntax body) =>
        body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is InvocationExpressionSyntax);

    private static Mismatch Wrong(string message) => new(MismatchKind.WrongRemark, null, null, message);
}
