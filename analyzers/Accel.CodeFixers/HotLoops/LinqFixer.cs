using System.Composition;
using Accel.Analyzers;
using Accel.Analyzers.HotLoops;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers.HotLoops;

/// <summary>
/// ACC4301: <c>xs.Count()</c> and <c>xs.Any()</c> become the length, and <c>double s = xs.Sum();</c> a loop, over arrays and lists that are
/// not null.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LinqFixer : RuleFixer
{
    public LinqFixer()
        : base("Replace the LINQ call", DiagnosticIds.LinqCall)
    {
    }

    private protected override Task<Document?> TryFixAsync(FixSite site) => Task.FromResult(TryFix(site));

    private static Document? TryFix(FixSite site)
    {
        if (site.Find<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: { } source } } call
            || call.ArgumentList.Arguments.Count != 0
            || site.Model.GetOperation(call, site.CancellationToken) is not IInvocationOperation { TargetMethod: { } method }
            || !LinqCalls.IsLinq(method)
            || site.Model.GetTypeInfo(source, site.CancellationToken) is not { Type: { } type, Nullability.FlowState: not NullableFlowState.MaybeNull })
        {
            return null;
        }

        return method.Name switch
        {
            "Count" when CountProperty(type) is { } property => site.Edit(new TextChange(call.Span, $"{source}.{property}")),
            "Any" when CountProperty(type) is { } property => ReplaceAny(site, call, $"{source}.{property}"),
            "Sum" when CountProperty(type) is not null => ReplaceSum(site, call, source, method.ReturnType),
            _ => null,
        };
    }

    private static string? CountProperty(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } => "Length",
        INamedTypeSymbol { Name: "List", Arity: 1 } list when list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" => "Count",
        _ => null,
    };

    private static Document ReplaceAny(FixSite site, InvocationExpressionSyntax call, string count)
    {
        if (call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
        {
            return site.Edit(new TextChange(not.Span, Precedence.Wrap(not, $"{count} == 0")));
        }

        return site.Edit(new TextChange(call.Span, Precedence.Wrap(call, $"{count} != 0")));
    }

    // double s = xs.Sum();   ->   double s = 0; foreach (double item in xs) { s += item; }
    // The integer sums of .NET are vectorized, so outside a kernel, which compiles the loop, they stay.
    private static Document? ReplaceSum(FixSite site, InvocationExpressionSyntax call, ExpressionSyntax source, ITypeSymbol type)
    {
        bool isInteger = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        bool inKernel = site.Diagnostic.Properties.ContainsKey(HotLoopAnalyzer.InKernelProperty);
        if ((!isInteger && type.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal))
            || (isInteger && !inKernel)
            || call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            || declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement }
            || site.Model.GetDeclaredSymbol(declarator, site.CancellationToken) is not ILocalSymbol { Type: var declared }
            || !SymbolEqualityComparer.Default.Equals(declared, type))
        {
            return null;
        }

        SourceText text = site.Root.GetText();
        if (Indentation.Of(text, statement) is not { } indent)
        {
            return null;
        }

        string newLine = Indentation.LineBreak(text, statement) + indent;
        string keyword = type.ToDisplayString();
        string item = FreeNames.FindInScope("item", statement, site.Model);
        string sum = declarator.Identifier.Text;

        // The float sum of LINQ is carried in double and rounded once.
        string carried = type.SpecialType == SpecialType.System_Single ? FreeNames.Find(sum + "Sum", statement) : sum;
        string step = isInteger ? $"{carried} = checked({carried} + {item});" : $"{carried} += {item};";
        var lines = new List<string>
        {
            $"{(carried == sum ? keyword : "double")} {carried} = 0;",
            $"foreach ({keyword} {item} in {source})",
            "{",
            Indentation.Step + step,
            "}",
        };
        if (carried != sum)
        {
            lines.Add(string.Empty);
            lines.Add($"{keyword} {sum} = (float){carried};");
        }

        string replacement = string.Join(newLine, lines).Replace(newLine + newLine, Indentation.LineBreak(text, statement) + newLine);
        return site.Edit(new TextChange(statement.Span, replacement));
    }
}
