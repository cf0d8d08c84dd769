namespace Accel.Samples.Running;

/// <summary>Something that the user can put right: the message is shown as one line and the program ends with exit code 1.</summary>
internal sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
