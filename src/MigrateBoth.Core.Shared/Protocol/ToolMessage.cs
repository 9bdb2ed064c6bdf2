using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Protocol;

/// <summary>One line from the tool to the design host.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ToolGreeting), "hello")]
[JsonDerivedType(typeof(CancelRequest), "cancel")]
[JsonDerivedType(typeof(ContextsRequest), "contexts")]
[JsonDerivedType(typeof(DescribeRequest), "describe")]
[JsonDerivedType(typeof(HistoryRequest), "history")]
[JsonDerivedType(typeof(OperationsRequest), "operations")]
[JsonDerivedType(typeof(MigrationContentRequest), "migrationContent")]
[JsonDerivedType(typeof(OriginsRequest), "origins")]
[JsonDerivedType(typeof(FixRequest), "fix")]
[JsonDerivedType(typeof(ScaffoldRequest), "scaffold")]
[JsonDerivedType(typeof(PlanRemovalRequest), "planRemoval")]
[JsonDerivedType(typeof(ScriptRequest), "script")]
[JsonDerivedType(typeof(PlanApplyRequest), "planApply")]
[JsonDerivedType(typeof(ApplyRequest), "apply")]
[JsonDerivedType(typeof(CreateFromModelRequest), "createFromModel")]
[JsonDerivedType(typeof(CreateStandInsRequest), "createStandIns")]
[JsonDerivedType(typeof(SurfaceRequest), "surface")]
[JsonDerivedType(typeof(ProbeRequest), "probe")]
public abstract record ToolMessage;

/// <summary>The tool's first line.</summary>
/// <param name="Protocol">The version it speaks; see <see cref="ProtocolVersion"/>.</param>
/// <param name="Session">What the host works on.</param>
public sealed record ToolGreeting(int Protocol, HostSession Session) : ToolMessage;

/// <summary>Stop a request; it still gets its reply. Closing the pipe stops all of them and ends the host.</summary>
/// <param name="RequestId">The request.</param>
public sealed record CancelRequest(int RequestId) : ToolMessage;

/// <summary>A request to the host. Requests run in parallel; each ends with exactly one <see cref="HostReply"/>.</summary>
/// <param name="Id">Chosen by the tool, unique in the conversation.</param>
/// <param name="Engine">The engine it is about.</param>
public abstract record HostRequest(int Id, Engine Engine) : ToolMessage;
