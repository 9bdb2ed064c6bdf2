using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting.Sinks;

namespace MigrateBoth.Tool.Commands.Schema;

/// <summary>Prints or writes the schema that is included in the package: it matches this version, and needs no network.</summary>
internal sealed class SchemaCommand(string? output) : ICommand
{
    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var schema = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "migrateboth.schema.json"));
        var file = output is null ? null : Path.GetFullPath(output, context.Console.WorkingDirectory);
        if (file is not null)
        {
            if (Path.GetFileName(file) == ConfigurationNames.FileName)
            {
                throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--output {output} is the configuration itself.", "Write the schema beside it, such as migrateboth.schema.json.");
            }

            new ReplacedFile(file).Write(schema);
        }

        return Task.FromResult<ICommandResult>(new Result(schema, file));
    }

    private sealed record Result(string Schema, string? File) : ICommandResult
    {
        public ExitCode ExitCode => ExitCode.Ok;

        public void WriteText(TextOutput output)
        {
            if (File is null)
            {
                output.Raw(Schema);
            }
            else
            {
                output.Line($"{File} is written.");
            }
        }

        public void WriteJson(Utf8JsonWriter json)
        {
            json.WriteString("file", File);
            json.WritePropertyName("schema");
            using var document = JsonDocument.Parse(Schema);
            document.RootElement.WriteTo(json);
        }
    }
}
