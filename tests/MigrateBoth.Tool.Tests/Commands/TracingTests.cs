using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Tracing.Origins;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class TracingTests : IDisposable
{
    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("migrateboth-tracing-");

    public TracingTests() => _app.Schemas = (engine, purpose) => Schema(engine, isNullable: engine == Engine.MySql && purpose == "migrated");

    public void Dispose()
    {
        _app.Dispose();
        _repository.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true, "src/Migrations/Init.cs")]
    [InlineData(false, "Migrations/Init.cs")]
    public async Task Lines_are_relative_to_the_repository_or_else_to_the_configuration(bool isRepository, string file)
    {
        var source = _repository.CreateSubdirectory("src");
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "migrateboth.json"), "{}");
        if (isRepository)
        {
            _repository.CreateSubdirectory(".git");
        }

        _app.Origins = engine => Origins(engine, Path.Combine(source.FullName, "Migrations", "Init.cs"));
        _app.Fix = target => $"migrationBuilder.Alter(\n    {target.Name});";

        var run = await ToolRun.With(_app.Services, source.FullName, null, null, "verify", "--format", "json");
        var text = await ToolRun.With(_app.Services, source.FullName, null, null, "verify", "--verbose");

        var finding = run.Json.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("rule").GetString() == "MB202");
        Assert.Equal(file, finding.GetProperty("file").GetString());
        Assert.Equal(7, finding.GetProperty("line").GetInt32());
        Assert.EndsWith("Up of its MySQL half: migrationBuilder.Alter(Id);", finding.GetProperty("advice").GetString(), StringComparison.Ordinal);
        Assert.Contains($"{file}:7", text.Out, StringComparison.Ordinal);
        Assert.Contains("difference: ", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_have_no_lines_when_the_application_cannot_provide_them()
    {
        _app.Origins = _ => throw new MigrateBothException(ExitCode.Incomplete, "host-failed", "no symbols");

        var run = await ToolRun.With(_app.Services, _repository.FullName, null, null, "verify", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.All(run.Json.GetProperty("findings").EnumerateArray(), finding => Assert.Equal(JsonValueKind.Null, finding.GetProperty("file").ValueKind));
    }

    private static EngineOrigins Origins(Engine engine, string file)
    {
        var create = new OperationOrigin
        {
            Kind = "CreateTable",
            Summary = "create table Orders",
            Table = "Orders",
            Location = new(file, 5),
            Parts = [new OperationPart(ObjectKind.Column, "Id", new(file, 7))],
        };
        return new EngineOrigins(engine, [new MigrationOrigin("20260101000000_Init", new(file, 3), [create])], []);
    }

    private static DatabaseSchema Schema(Engine engine, bool isNullable)
    {
        var schema = SampleModels.SchemaOf(engine);
        var table = schema.Tables[0];
        return schema with { Tables = [table with { Columns = [table.Columns[0] with { IsNullable = isNullable }] }] };
    }
}
