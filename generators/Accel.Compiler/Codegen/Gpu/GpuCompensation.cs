using System.Globalization;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Two compensated sums become one, as <c>Compensated&lt;T&gt;</c> does it on the host.</summary>
internal static class GpuCompensation
{
    /// <summary>Adds one sum and its errors to another, each given as the C# of a variable.</summary>
    public static void EmitCombine(SourceWriter writer, Local target, (string Sum, string Error) left, (string Sum, string Error) right)
    {
        string type = target.Type.Keyword();
        string id = target.Id.ToString(CultureInfo.InvariantCulture);
        string kept = $"GpuMath.Subtract({left.Sum}, GpuMath.Subtract(sum_{id}, added_{id}))";
        using SourceWriter.Scope scope = writer.Block("");
        writer.Line($"{type} sum_{id} = GpuMath.Add({left.Sum}, {right.Sum});");
        writer.Line($"{type} added_{id} = GpuMath.Subtract(sum_{id}, {left.Sum});");
        writer.Line($"{type} lost_{id} = GpuMath.Add({kept}, GpuMath.Subtract({right.Sum}, added_{id}));");
        writer.Line($"{left.Sum} = sum_{id};");
        writer.Line($"{left.Error} = GpuMath.Add(GpuMath.Add({left.Error}, {right.Error}), lost_{id});");
    }
}
