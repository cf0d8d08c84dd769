using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content><c>T.CreateChecked</c>, <c>T.CreateSaturating</c> and <c>T.CreateTruncating</c>: the conversions that generic code has.</content>
internal sealed partial class NestReader
{
    private static bool IsNumericConversion(IMethodSymbol method) =>
        method is { Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating", IsStatic: true, Parameters.Length: 1 }
        && ScalarTypeReader.Of(method.ContainingType) is { } target && target != ScalarType.Bool && !ScalarTypeReader.IsRenamed(method.ContainingType)
        && ScalarTypeReader.Of(method.Parameters[0].Type) is { } source && source != ScalarType.Bool;

    private Expr ReadNumericConversion(IInvocationOperation call)
    {
        ScalarType target = ScalarTypeReader.Of(call.TargetMethod.ContainingType)!.Value;
        Expr value = ReadExpression(call.Arguments[0].Value);
        string name = call.TargetMethod.Name;
        if (value is Constant { Type: not ScalarType.UInt64 and var own, Bits: var bits } && own.IsInteger() && (target.IsFloat() || AlwaysFits(value, target)))
        {
            return target switch
            {
                ScalarType.Single => ScalarTypeReader.ConstantOf((float)bits, target),
                ScalarType.Double => ScalarTypeReader.ConstantOf((double)bits, target),
                _ => new Constant(target, bits),
            };
        }

        if (target.IsFloat())
        {
            return ConvertTo(target, value);
        }

        if (value.Type.IsFloat())
        {
            // A cast to one of these saturates, and makes 0 of NaN, as both functions do.
            return name == "CreateChecked" ? CheckedConversion(call, target, value) : !target.IsNarrow() ? ConvertTo(target, value) : throw RejectConversion(call);
        }

        if (name == "CreateTruncating" || AlwaysFits(value, target))
        {
            return ConvertTo(target, value);
        }

        return name == "CreateSaturating" ? Saturated(AsOperand(value, "saturated"), target) : CheckedConversion(call, target, value);
    }

    private RejectedException RejectConversion(IInvocationOperation call) => Reject(call, RejectionReason.UnsupportedCall,
        $"'{call.TargetMethod.Name}' from a fraction to '{call.TargetMethod.ContainingType.ToDisplayString()}' is not compiled, so the nest stays plain; create an int, and of that the narrower type.");

    private bool AlwaysFits(Expr value, ScalarType target)
    {
        if (value.Type == target)
        {
            return true;
        }

        // Of the two widest types a range says less than the types themselves.
        return value.Type == ScalarType.UInt64 ? false
            : target == ScalarType.UInt64 ? RangeOf(value).Low >= 0
            : RangeOf(value).Fits(target);
    }

    /// <summary>The nearest value that the target has.</summary>
    private static Expr Saturated(Expr value, ScalarType target)
    {
        (Constant? low, Constant? high) = Limits(value.Type, target);
        Expr result = low is null ? value : new Select(new Compare(CompareOp.Less, value, low), low, value);
        return ConvertTo(target, high is null ? result : new Select(new Compare(CompareOp.Greater, value, high), high, result));
    }

    /// <summary>The least and the greatest value of an integer type that another has too; <see langword="null"/> where it has no value beyond.</summary>
    private static (Constant? Low, Constant? High) Limits(ScalarType type, ScalarType target)
    {
        ValueRange own = ValueRange.Of(type);
        ValueRange range = target == ScalarType.UInt64 ? new(0, long.MaxValue) : ValueRange.Of(target);
        return (
            type.IsSigned() && range.Low > own.Low ? new(type, range.Low) : null,
            target != ScalarType.UInt64 && (type == ScalarType.UInt64 || range.High < own.High) ? new(type, range.High) : null);
    }
}
