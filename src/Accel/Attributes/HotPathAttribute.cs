namespace Accel;

/// <summary>
/// Says that a method runs often: the rules about hot loops (ACC4xxx) then hold for all of its code, and are warnings there. Nothing is compiled differently.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class HotPathAttribute : Attribute
{
}
