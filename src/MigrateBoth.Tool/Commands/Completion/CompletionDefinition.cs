using System.Text.Json;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>The command line of <c>completion</c>.</summary>
internal sealed class CompletionDefinition : CommandDefinition
{
    private static readonly Dictionary<string, Func<CompletionModel, string>> Shells = new()
    {
        ["bash"] = BashCompletion.Script,
        ["zsh"] = ZshCompletion.Script,
        ["fish"] = FishCompletion.Script,
        ["powershell"] = PowerShellCompletion.Script,
    };

    public override string Name => "completion";

    public override string Summary => "Print a script that completes commands and options in a shell: bash, zsh, fish or powershell";

    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("completion bash", "In ~/.bashrc: eval \"$(dotnet migrate-both completion bash)\""),
        new("completion zsh", "In ~/.zshrc, after compinit: eval \"$(dotnet migrate-both completion zsh)\""),
        new("completion fish", "In config.fish: dotnet migrate-both completion fish | source"),
        new("completion powershell", "In $PROFILE: dotnet migrate-both completion powershell | Out-String | Invoke-Expression"),
    ];

    public override Func<ICommand> Configure(CommandLineApplication app)
    {
        var shell = app.Argument("SHELL", "bash, zsh, fish or powershell").IsRequired().Takes(Shells.Keys);
        return () => new CompletionCommandLine(OptionValues.Choose("completion", shell.Value!, Shells)(CompletionModel.Of(CommandCatalog.All)));
    }

    /// <summary>Prints the script.</summary>
    private sealed class CompletionCommandLine(string script) : ICommand, ICommandResult
    {
        public ExitCode ExitCode => ExitCode.Ok;

        public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult<ICommandResult>(this);

        public void WriteText(TextOutput output) => output.Raw(script);

        public void WriteJson(Utf8JsonWriter json) => json.WriteString("script", script);
    }
}
