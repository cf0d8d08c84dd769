using System.Runtime.CompilerServices;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Generators;

/// <summary>
/// The names that calls of kernels can have, so that only calls with such a name are bound: every call of a project is looked at on every
/// edit. What one file or one reference contributes is kept with it.
/// </summary>
internal static class KernelCallNames
{
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> s_ofCompilation = new();
    private static readonly ConditionalWeakTable<MetadataReference, HashSet<string>> s_ofReference = new();
    private static readonly ConditionalWeakTable<SyntaxTree, MarkedMethods> s_ofTree = new();

    public static HashSet<string> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!s_ofCompilation.TryGetValue(compilation, out HashSet<string>? names))
        {
            names = Collect(compilation, cancellation);
            s_ofCompilation.GetValue(compilation, _ => names);
        }

        return names;
    }

    private static HashSet<string> Collect(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        List<MarkedMethods> files = compilation.SyntaxTrees
            .Select(tree => s_ofTree.GetValue(tree, key => MarkedMethods.In(key, cancellation)))
            .ToList();
        var attributes = new HashSet<string>(files.SelectMany(file => file.Aliases), StringComparer.Ordinal) { "Kernel", "KernelAttribute" };
        names.UnionWith(files.SelectMany(file => file.Methods).Where(method => attributes.Contains(method.Attribute)).Select(method => method.Name));

        foreach (MetadataReference reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                names.UnionWith(s_ofReference.GetValue(reference, _ => OfEntryClasses(assembly)));
            }
        }

        return names;
    }

    /// <summary>Every tail of an entry class's name that can be the method's: where the name has <c>_</c>, more than one.</summary>
    private static HashSet<string> OfEntryClasses(IAssemblySymbol assembly)
    {
        const int hashLength = 9;
        var names = new HashSet<string>(StringComparer.Ordinal);
        INamespaceSymbol? scope = assembly.GlobalNamespace;
        foreach (string part in KernelNames.GeneratedNamespace.Split('.'))
        {
            scope = scope?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        }

        foreach (string entry in scope?.GetTypeMembers().Select(type => type.Name).Where(name => name.Length > hashLength) ?? [])
        {
            string path = entry.Substring(0, entry.Length - hashLength);
            for (int start = 0; start >= 0 && start < path.Length; start = path.IndexOf('_', start) + 1)
            {
                names.Add(path.Substring(start));
                if (path.IndexOf('_', start) < 0)
                {
                    break;
                }
            }
        }

        return names;
    }

    /// <summary>The methods of one file with any attribute, and the aliases of the kernel attribute.</summary>
    private sealed record MarkedMethods(IReadOnlyList<(string Attribute, string Name)> Methods, IReadOnlyList<string> Aliases)
    {
        public static MarkedMethods In(SyntaxTree tree, CancellationToken cancellation)
        {
            var methods = new List<(string, string)>();
            var aliases = new List<string>();
            foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes(IsOutsideBodies))
            {
                switch (node)
                {
                    case MethodDeclarationSyntax method:
                        methods.AddRange(method.AttributeLists.SelectMany(list => list.Attributes)
                            .Select(attribute => (LastName(attribute.Name), method.Identifier.ValueText)));
                        break;
                    case UsingDirectiveSyntax { Alias: { } alias, NamespaceOrType: NameSyntax target } when LastName(target) == "KernelAttribute":
                        aliases.Add(alias.Name.Identifier.ValueText);
                        break;
                }
            }

            return new(methods, aliases);
        }

        private static bool IsOutsideBodies(SyntaxNode node) =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

        private static string LastName(NameSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
    }
}
