using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Pow(Real x, Real y)
    {
        // +0 to a positive power is common (clamped values), so it is a blend and not a reason to go lane by lane.
        // Not by &, see dotnet/runtime#123399: of a constant x the JIT finds the first comparison false, and drops it.
        Real zero = ConditionalSelect(LessThan(x.AsUInt32(), Create(1u)).AsSingle(), GreaterThan(y, Real.Zero), Real.Zero);
        Real nonzero = ConditionalSelect(zero, Create(1f), x);

        // The first comparison finds all but the positive finite numbers, see Log.
        if (GreaterThanAny(nonzero.AsInt32() + Create(0x7FFFFFFF), Create(-0x00800002)) || GreaterThanAny(Abs(y).AsInt32(), Create(float.MaxValue).AsInt32()))
        {
            return PowOfAny(x, y);
        }

        Real power = Narrow(PowForSingle(WidenLower(nonzero), WidenLower(y)), PowForSingle(WidenUpper(nonzero), WidenUpper(y)));
        return AndNot(power, zero);
    }
}
