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
