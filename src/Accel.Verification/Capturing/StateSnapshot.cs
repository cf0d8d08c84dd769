namespace Accel.Verification.Capturing;

/// <summary>The contents of a <see cref="CapturedState"/> at one time.</summary>
internal sealed record StateSnapshot(byte[][] Buffers, object?[] Numbers);
