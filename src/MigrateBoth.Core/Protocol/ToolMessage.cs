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
