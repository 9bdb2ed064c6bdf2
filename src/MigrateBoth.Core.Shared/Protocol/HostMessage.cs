using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Protocol;

/// <summary>One line from the design host to the tool.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HostGreeting), "hello")]
[JsonDerivedType(typeof(ProgressReport), "progress")]
[JsonDerivedType(typeof(RequestFailed), "failed")]
[JsonDerivedType(typeof(ContextsReply), "contexts")]
[JsonDerivedType(typeof(ModelReply), "model")]
[JsonDerivedType(typeof(HistoryReply), "history")]
[JsonDerivedType(typeof(OperationsReply), "operations")]
[JsonDerivedType(typeof(MigrationContentReply), "migrationContent")]
[JsonDerivedType(typeof(OriginsReply), "origins")]
[JsonDerivedType(typeof(FixReply), "fix")]
[JsonDerivedType(typeof(ScaffoldReply), "scaffold")]
[JsonDerivedType(typeof(RemovalReply), "removal")]
[JsonDerivedType(typeof(ScriptReply), "script")]
[JsonDerivedType(typeof(PlanReply), "plan")]
[JsonDerivedType(typeof(RunReply), "run")]
[JsonDerivedType(typeof(StandInsReply), "standIns")]
[JsonDerivedType(typeof(SurfaceReply), "surface")]
[JsonDerivedType(typeof(ProbeReply), "probed")]
[JsonDerivedType(typeof(DoneReply), "done")]
public abstract record HostMessage;

/// <summary>The host's first line.</summary>
/// <param name="Protocol">The version it speaks; see <see cref="ProtocolVersion"/>.</param>
/// <param name="EfCoreMajor">The EF Core major it was compiled for.</param>
/// <param name="Runtime">The .NET runtime it runs on, for display.</param>
public sealed record HostGreeting(int Protocol, int EfCoreMajor, string Runtime) : HostMessage;

/// <summary>The last message of a request.</summary>
/// <param name="RequestId">The request it answers.</param>
public abstract record HostReply(int RequestId) : HostMessage;

/// <summary>A reply without content.</summary>
/// <param name="RequestId">The request it answers.</param>
public sealed record DoneReply(int RequestId) : HostReply(RequestId);

/// <summary>The request could not be answered.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Error">Why.</param>
public sealed record RequestFailed(int RequestId, HostError Error) : HostReply(RequestId);

/// <summary>An error on its way from the host to the tool, where it becomes a <see cref="Errors.MigrateBothException"/>.</summary>
/// <param name="ExitCode">How the command ends.</param>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What went wrong, without secrets.</param>
/// <param name="Hint">What to do next, or null.</param>
public sealed record HostError(int ExitCode, string Code, string Message, string? Hint);

/// <summary>A sign that a request is still being processed.</summary>
/// <param name="RequestId">The request it belongs to.</param>
/// <param name="Progress">What is being done.</param>
public sealed record ProgressReport(int RequestId, HostProgress Progress) : HostMessage;

/// <summary>What the host is doing, for a progress display; the last one is part of the message when the host dies.</summary>
/// <param name="Engine">The engine concerned, or null.</param>
/// <param name="Text">One short line, such as <c>applying 20261122170000_Init (3/7)</c>.</param>
public sealed record HostProgress(Engine? Engine, string Text);
