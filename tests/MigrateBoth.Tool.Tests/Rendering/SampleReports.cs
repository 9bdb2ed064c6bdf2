using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Tests.Rendering;

/// <summary>Reports that never change.</summary>
internal static class SampleReports
{
    public static CheckReport Failed { get; } = new()
    {
        Command = "verify",
        ToolVersion = "1.2.3",
        FailOn = Severity.Error,
        Engines = new Dictionary<Engine, EngineInfo>
        {
            [Engine.MySql] = new("MySQL", "9.7.4", "container", "mysql:9.7"),
            [Engine.Sqlite] = new("SQLite", "3.50.1", "file", null),
        },
        Model = new ModelInfo("Shop.ShopContext", 14, 16, "9.0.23", "Pomelo.EntityFrameworkCore.MySql 9.0.0"),
        Stages =
        [
            new() { Name = "history", Status = StageStatus.Passed, Checked = 12, Duration = TimeSpan.FromMilliseconds(31) },
            new()
            {
                Name = "drift",
                Status = StageStatus.Failed,
                Checked = 1240,
                Duration = TimeSpan.FromMilliseconds(2345),
                Findings =
                [
                    new()
                    {
                        Rule = "MB204", Severity = Severity.Error, Engine = Engine.MySql, Stage = "drift", Object = new("Orders", "Note"), Kind = ObjectKind.Column,
                        Message = "Column Orders.Note is longer in the model than the migrations make it.",
                        Expected = "varchar(200)", Actual = "varchar(100)", Advice = "Add a migration that alters the column.",
                        HelpUri = "https://example.org/rules#mb204", Location = new("Migrations/MySql/20260101000000_Init.cs", 42),
                    },
                    new()
                    {
                        Rule = "MB210", Severity = Severity.Info, Stage = "drift", Object = new("Customers", "Email"), Kind = ObjectKind.Column,
                        Message = "A default was left behind when the column was added.",
                        Expected = null, Actual = "''", Advice = "Nothing has to be done.",
                    },
                ],
            },
            new()
            {
                Name = "parity",
                Status = StageStatus.Passed,
                Checked = 988,
                Duration = TimeSpan.FromMilliseconds(64),
                Findings =
                [
                    new()
                    {
                        Rule = "MB301", Severity = Severity.Error, Stage = "parity", Object = new("Orders", "Total"), Kind = ObjectKind.Column,
                        Message = "Column Orders.Total differs.", Expected = "TEXT", Actual = "decimal(18,2)",
                        Accepted = true, AcceptedBecause = "ordered by the application",
                    },
                ],
            },
            new() { Name = "roundtrip", Status = StageStatus.Skipped, Note = "not available in this version" },
            new() { Name = "behaviour", Status = StageStatus.Skipped, Note = "not available in this version" },
            new() { Name = "tests", Status = StageStatus.Skipped, Note = "not available in this version" },
        ],
    };

    public static CheckReport Passed { get; } = Failed with
    {
        Stages = [.. Failed.Stages.Select(stage => stage with { Findings = [], Status = stage.Status == StageStatus.Failed ? StageStatus.Passed : stage.Status })],
    };

    public static CheckReport Incomplete { get; } = Failed with
    {
        Engines = new Dictionary<Engine, EngineInfo> { [Engine.Sqlite] = new("SQLite", "3.50.1", "file", null) },
        Stages = [Failed.Stages[0], .. Failed.Stages.Skip(1).Take(2).Select(stage => stage with { Status = StageStatus.Incomplete, Checked = 0, Findings = [], Note = "MySQL is not there: Password=secret refused" }), .. Failed.Stages.Skip(3)],
        Error = new ReportError("mysql-unavailable", "MySQL is not there.", "Start Docker."),
    };
}
