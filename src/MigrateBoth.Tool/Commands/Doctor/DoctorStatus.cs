namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>How a thing is that the tool depends on.</summary>
internal enum DoctorStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Missing, and another way leads on.</summary>
    Optional,

    /// <summary>Missing or broken, and something does not work without it.</summary>
    Failed,

    /// <summary>Could not be looked at, because something before it failed.</summary>
    Skipped,
}
