using System.Globalization;
using Accel.Compiler.Codegen.Nests;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>Numbers the accesses that a checked nest announces, and writes the list that the numbers refer to.</summary>
internal sealed class CheckedAccesses(KernelSignature signature, EquatableArray<SourceSite> sites)
{
    private readonly List<(int Site, int Target)> _accesses = [];

    /// <summary>The number of an access, as C# text.</summary>
    /// <param name="site">Where it stands.</param>
    /// <param name="target">What it reads or writes.</param>
    public string Number(int site, int target)
    {
        int index = _accesses.IndexOf((site, target));
        if (index < 0)
        {
            index = _accesses.Count;
            _accesses.Add((site, target));
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The entries of the list, one line each.</summary>
    public IEnumerable<string> Entries() => _accesses.Select(access => $"new({access.Target.ToString(CultureInfo.InvariantCulture)}, {Place(access.Site)}),");

    /// <summary>The arguments text, file and line of a place.</summary>
    public string Place(int site)
    {
        SourceSite place = sites[site];
        string line = SourcePlacesEmitter.Line(signature, place.Origin);
        string offset = place.Line == 0 ? "" : place.Line > 0 ? $" + {Text(place.Line)}" : $" - {Text(-place.Line)}";
        return $"{GuardExpressions.Text(place.Text)}, {SourcePlacesEmitter.Path(signature, place.Origin)}, {line}{offset}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
