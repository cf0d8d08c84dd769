namespace Accel.Verification.Capturing;

/// <summary>Sizes of elements in memory.</summary>
internal static class ElementBytes
{
    public static int Of(Type element) => Type.GetTypeCode(element) switch
    {
        TypeCode.Boolean or TypeCode.SByte or TypeCode.Byte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        _ => 8,
    };
}
