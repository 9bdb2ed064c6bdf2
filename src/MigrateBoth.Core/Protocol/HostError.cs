namespace MigrateBoth.Core.Protocol;

/// <summary>An error on its way from the host to the tool, where it becomes a <see cref="Errors.MigrateBothException"/>.</summary>
/// <param name="ExitCode">How the command ends.</param>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What went wrong, without secrets.</param>
/// <param name="Hint">What to do next, or null.</param>
public sealed record HostError(int ExitCode, string Code, string Message, string? Hint);
