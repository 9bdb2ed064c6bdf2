using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Add;
using MigrateBoth.Tool.Commands.Apply;
using MigrateBoth.Tool.Commands.Completion;
using MigrateBoth.Tool.Commands.Diff;
using MigrateBoth.Tool.Commands.Doctor;
using MigrateBoth.Tool.Commands.Explain;
using MigrateBoth.Tool.Commands.Gate;
using MigrateBoth.Tool.Commands.Init;
using MigrateBoth.Tool.Commands.List;
using MigrateBoth.Tool.Commands.Merge;
using MigrateBoth.Tool.Commands.Remove;
using MigrateBoth.Tool.Commands.Schema;
using MigrateBoth.Tool.Commands.Script;
using MigrateBoth.Tool.Commands.Server;
using MigrateBoth.Tool.Commands.Status;
using MigrateBoth.Tool.Commands.Test;
using MigrateBoth.Tool.Commands.Verify;

namespace MigrateBoth.Tool.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        new InitDefinition(),
        new AddDefinition(),
        new RemoveDefinition(),
        new ListDefinition(),
        new StatusDefinition(),
        new ScriptDefinition(),
        new ApplyDefinition(),
        new VerifyDefinition(),
        new TestDefinition(),
        new MergeDefinition(),
        new DiffDefinition(),
        new GateDefinition(),
        new ServerDefinition(),
        new DoctorDefinition(),
        new ExplainDefinition(),
        new SchemaDefinition(),
        new CompletionDefinition(),
    ];
}
