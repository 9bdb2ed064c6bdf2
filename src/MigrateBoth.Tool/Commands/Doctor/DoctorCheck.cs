namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>One line of the doctor's list.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do, or null.</param>
internal sealed record DoctorCheck(string Name, DoctorStatus Status, string Detail, string? Fix = null);
