using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Reporting;

/// <summary>What is asked once in front of a nest, in words; where an answer is no, the nest runs as written.</summary>
internal static class GuardTexts
{
    public static IEnumerable<string> Of(LoweredNest nest) =>
        Subscripts(nest.Nest)
            .Concat(nest.AliasRules.Select(Overlap))
            .Concat(LaneConditions(nest.Nest))
            .Concat(nest.Nest.Assumptions.Where(assumption => assumption.Otherwise is null).Select(assumption => $"'{assumption.Local.Name}' is {assumption.Value}"))
            .Concat(nest.Nest.Divisors.Select(_ => "no divisor is 0 or -1"))
            .Concat(nest.Nest.WrongEnds.Select(_ => "the ends of each Clamp are in order"))
            .Concat(nest.Nest.Limits.Select(limit => $"not: {limit.Otherwise}"))
            .Distinct();

    private static IEnumerable<string> Subscripts(Nest nest)
    {
        List<string> buffers = [.. Accesses.Of(nest.Loop).Select(access => access.Buffer).Where(buffer => buffer.Kind != BufferKind.Elements).Select(buffer => $"'{buffer.UserName}'").Distinct()];
        return buffers.Count == 0 ? [] : [$"all subscripts of {string.Join(", ", buffers)} are in range"];
    }

    private static string Overlap(AliasRule rule) => rule switch
    {
        { Shift: not null } => $"'{rule.Other.UserName}' does not overlap '{rule.Written.UserName}' against the order of the iterations",
        { MayStartAlike: true } => $"'{rule.Other.UserName}' is '{rule.Written.UserName}' or does not overlap it",
        _ => $"'{rule.Other.UserName}' does not overlap '{rule.Written.UserName}'",
    };

    private static IEnumerable<string> LaneConditions(Nest nest) => StmtFacts.Loops(Block.Of(nest.Loop))
        .SelectMany(loop => loop.Schedule.Vector?.Conditions.Select(condition => $"iterations over '{loop.Variable.Name}' do not meet in '{condition.Buffer}'") ?? []);
}
