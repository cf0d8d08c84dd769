using Accel.Fuzz.Compiling;
using Accel.Fuzz.Generating;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Fuzz.Mutating;

/// <summary>The kernels of the samples, benchmarks and tests, each with the members of its class that it may need.</summary>
internal static class KernelCorpus
{
    private static readonly Lazy<KernelText[]> s_all = new(() => [.. Read()]);

    public static IReadOnlyList<KernelText> All => s_all.Value;

    private static IEnumerable<KernelText> Read()
    {
        System.Reflection.Assembly assembly = typeof(KernelCorpus).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Corpus/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            SyntaxNode root = CSharpSyntaxTree.ParseText(reader.ReadToEnd(), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot();
            foreach (TypeDeclarationSyntax type in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                foreach (MethodDeclarationSyntax kernel in type.Members.OfType<MethodDeclarationSyntax>().Where(IsKernel))
                {
                    if (FuzzSignature.Of(kernel) is not null)
                    {
                        yield return new(Members(type, kernel), $"mutant of {type.Identifier.Text}.{kernel.Identifier.Text}");
                    }
                }
            }
        }
    }

    private static string Members(TypeDeclarationSyntax type, MethodDeclarationSyntax kernel)
    {
        string text = kernel.ToString();
        IEnumerable<MemberDeclarationSyntax> others = type.Members.Where(member =>
            member != kernel && (member is not MethodDeclarationSyntax method || !IsKernel(method) || text.Contains(method.Identifier.Text + "(", StringComparison.Ordinal)));

        // The kernel first: it is the one that runs.
        return string.Join("\n\n", new[] { Public(kernel).ToString() }.Concat(others.Select(member => member.ToString()))) + "\n";
    }

    private static MethodDeclarationSyntax Public(MethodDeclarationSyntax kernel)
    {
        IEnumerable<SyntaxToken> kept = kernel.Modifiers.Where(token => !(token.IsKind(SyntaxKind.PrivateKeyword) || token.IsKind(SyntaxKind.InternalKeyword) || token.IsKind(SyntaxKind.PublicKeyword)));
        return kernel.WithModifiers(SyntaxFactory.TokenList([SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space), .. kept]));
    }

    private static bool IsKernel(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Kernel");
}
