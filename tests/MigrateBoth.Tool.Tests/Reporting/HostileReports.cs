using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>A report about a database whose objects have the worst names that either engine lets through.</summary>
internal static class HostileReports
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "quo\"te's`and\\back",
        "<script>alert(1)</script>",
        "</script><!--<img src=x onerror=alert(2)>",
        "new\nline\r\n::error::second line",
        "::error file=a.cs,line=1::pwned",
        "##[error]old style",
        "pi|pe | ![x](https://example.org/x.png) [link](javascript:alert(3))",
        "**bold** ~~no~~ _x_ # @everyone $x$ :tada:",
        "turn\u202Eround\u2066 \u200F",
        "line\u2028separator\u2029",
        "bell\u0007\u001B[31mred",
        "]]>&amp;%0A%3A,comma:colon",
        "```\nfence",
        "{0} {{x}} ${{ secrets.X }} %%{init: {}}%%",
        "Grüße, Größe, 大小 😀",
        new('x', 64),
    ];

    public static CheckReport Report { get; } = new()
    {
        Command = "verify",
        ToolVersion = "1.2.3",
        FailOn = Severity.Error,
        Model = new ModelInfo("Shop.ShopContext", 14, 16, "9.0.23", null),
        ProjectFile = "/src/My App/App.csproj",
        Schemas = new SchemaSides(new SchemaSide("SQLite", Engine.Sqlite, SchemaOf(Engine.Sqlite)), new SchemaSide("MySQL", Engine.MySql, SchemaOf(Engine.MySql))),
        Stages =
        [
            new()
            {
                Name = "parity",
                Status = StageStatus.Failed,
                Checked = 99,
                Findings = [.. Names.Select(Finding), Accepted],
                Note = "note with <b>markup</b> and\n::error::a line",
            },
        ],
        Error = new ReportError("mysql-failed", "Table '::error::x' is <b>gone</b>\n::error::second", "Look at ##[error]it."),
    };

    private static Finding Accepted => Finding(Names[0], 0) with { Rule = "MB302", Accepted = true, AcceptedBecause = "because of | and <i>\n::error::x" };

    private static Finding Finding(string name, int place) => new()
    {
        Rule = "MB301",
        Severity = place % 3 == 2 ? Severity.Warning : Severity.Error,
        Stage = "parity",
        Object = new(name, name),
        Kind = ObjectKind.Column,
        Message = $"{name}.{name} has another type.",
        Expected = $"TEXT '{name}'",
        Actual = $"enum('{name}')",
        Advice = $"Change {name}\nand then {name}.",
        HelpUri = "https://example.org/rules#mb301",
        Location = place % 2 == 0 ? new SourceLocation($"Migrations/{name}, 50%: x.cs", 7) : null,
    };

    private static DatabaseSchema SchemaOf(Engine engine) => new()
    {
        Engine = engine,
        Server = new ServerIdentity(engine.DisplayName(), "1.0"),
        Tables =
        [
            .. Names.Select(name => new Table
            {
                Name = name,
                Comment = name,
                Columns =
                [
                    new Column { Name = name, Ordinal = 1, Type = StoreTypeParser.Parse(engine == Engine.Sqlite ? "TEXT" : $"enum('{name}')"), IsNullable = true, Comment = name },
                ],
                ForeignKeys =
                [
                    new ForeignKey
                    {
                        Name = name, Columns = [name], PrincipalTable = Names[0], PrincipalColumns = [Names[0]], OnDelete = ReferentialAction.Cascade,
                        OnUpdate = ReferentialAction.NoAction,
                    },
                ],
            }),
        ],
        Views = [.. Names.Select(name => new View(name, [name], $"SELECT '{name}'", IsValid: true))],
    };
}
