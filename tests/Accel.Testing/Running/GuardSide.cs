namespace Accel.Testing.Running;

/// <summary>Which end of a buffer touches an inaccessible page.</summary>
public enum GuardSide
{
    /// <summary>The element after the last one is inaccessible.</summary>
    After,

    /// <summary>The element before the first one is inaccessible.</summary>
    Before,
}
