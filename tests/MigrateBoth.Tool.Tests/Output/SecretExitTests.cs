using System.Text.Json;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Test;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Rendering;
using MigrateBoth.Tool.Tests.Reporting;

namespace MigrateBoth.Tool.Tests.Output;

/// <summary>Every way in which a secret can be in a text, through every way in which text leaves the process.</summary>
public sealed class SecretExitTests : IDisposable
{
    /// <summary>What no exit may show: the pieces of which the secrets below are made.</summary>
    private static readonly string[] Pieces = ["hunter2", "zz9", "hunter3", "zz%39", "aHVudGVyMnp6OQ"];

    /// <summary>Texts that hold a secret which is not known to the run: an application's own.</summary>
    private static readonly string[] Forms =
    [
        "Server=h;Password=hunter2zz9;Port=1",
        "Server=h;Password=hunter2 zz9 hunter3",
        "Server=h;Password=hunter2\"zz9;Port=1",
        "Server=h;Password=hunter2'zz9;Port=1",
        "Server=h;Password=\"hunter2\"\"zz9\";Port=1",
        "Server=h;Password='hunter2''zz9';Port=1",
        "Server=h;Password=\"hunter2;zz9\";Port=1",
        "Server=h;Password=\"hunter2\"zz9;Port=1",
        "Server=h;Password=\"hunter2 zz9",
        "Server=h;Password={hunter2;zz9};Port=1",
        "Server=h;pwd = hunter2zz9",
        "Server=h;PWD=hunter2zz9",
        "Pwd=\"hunter2\"\"zz9\"",
        "CertificatePassword=hunter2zz9;Server=h",
        "Certificate Password=hunter2 zz9;Server=h",
        "Password1=hunter2zz9;Server=h",
        "MYSQL_ROOT_PASSWORD=hunter2zz9",
        "docker run -e MYSQL_PASSWORD='hunter2 zz9' mysql",
        "export DB_PASS=hunter2zz9",
        "GITHUB_TOKEN=hunter2zz9",
        "AccountKey=hunter2zz9;Endpoint=x",
        "ClientSecret=hunter2zz9",
        "The connection string 'Server=h;Password=hunter2zz9' does not open",
        "The connection string \"Server=h;Password=hunter2zz9\" does not open",
        "{\"ConnectionStrings\":{\"Default\":\"Server=h;Password=hunter2zz9\"}}",
        "{\"password\": \"hunter2\\\"zz9\"}",
        "{\\\"password\\\": \\\"hunter2zz9\\\"}",
        "password: hunter2zz9",
        "mysql://root:hunter2zz9@db/shop",
        "mysql://root:hunter2@zz9@db/shop",
        "mysql://root:hunter2/zz9@db/shop",
        "mysql://root:hunter2 zz9@db/shop",
        "mysql://root:hunter2:zz9?#@db/shop",
        "mysql://ro@ot:hunter2zz9@db",
        "mysql://:hunter2zz9@db",
        "mysql://root:hunter2%39zz%39@db",
        "/src/mysql:/root:hunter2zz9@db/shop",
        "'mariadb://root:hunter2zz9@db/shop' is no file",
        "redis://:hunter2zz9@cache:6379",
        "HTTPS_PROXY=https://me:hunter2zz9@proxy:8080/",
        "mysqldump -h db -uroot -phunter2zz9 shop",
        "mysql --password hunter2zz9 shop",
        "mysql --password=hunter2zz9 shop",
        "CREATE USER app IDENTIFIED BY 'hunter2zz9'",
        "ALTER USER app IDENTIFIED WITH caching_sha2_password BY 'hunter2''zz9'",
        "SET PASSWORD FOR app = 'hunter2zz9'",
        "Authorization: Bearer hunter2zz9",
        "at line one\nServer=h;Password=hunter2zz9\nat line three",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("mb-exit-").FullName;

    public static TheoryData<string> AllForms => [.. Forms];

    /// <summary>Command lines and variables whose secret has to be known from then on, in whatever text.</summary>
    public static TheoryData<string, string, string> Given => new()
    {
        { "Server=h;User ID=app;Password=hunter2zz9", string.Empty, "it said hunter2zz9, and HUNTER" },
        { "Server=h;Password=\"hunter2;\"\"zz9\"", string.Empty, "it said (hunter2;\"zz9) and hunter2;\"\"zz9" },
        { "mysql://app:hunter2%20zz9@h/shop", string.Empty, "it said hunter2 zz9 and hunter2%20zz9 and hunter2+zz9" },
        { "mysql://app:hunter2@zz9@h/shop", string.Empty, "it said hunter2@zz9 and hunter2%40zz9" },
        { "Data Source=x;Password=hunter2<zz9>", string.Empty, "it said hunter2<zz9> and hunter2&lt;zz9&gt; and hunter2\\u003Czz9\\u003E" },
        { "Server=h;Password=hunter2zz9", string.Empty, "it said aHVudGVyMnp6OQ==" },
        { "status", "hunter2zz9", "the variable holds hunter2zz9" },
        { "status", "/hunter2zz9", "the variable holds Server=h;Password=/hunter2zz9" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task A_form_shows_at_no_exit(string text)
    {
        await ThroughTheApplicationAsync(text, [], new Dictionary<string, string>());
        ThroughReports(text);
        ThroughFiles(text);
    }

    [Theory]
    [MemberData(nameof(Given))]
    public async Task What_the_run_was_given_shows_at_no_exit(string argument, string variable, string text) =>
        await ThroughTheApplicationAsync(text, ["--given", argument], new Dictionary<string, string> { ["SHOP_DB_PASSWORD"] = variable });

    [Theory]
    [InlineData("mysql://root:hunter2zz9@db/shop")]
    [InlineData("mysql:/root:hunter2zz9@db/shop")]
    [InlineData("mariadb://ro@ot:hunter2 zz9@db/shop")]
    [InlineData("postgres://root:hunter2/zz9@db/shop")]
    [InlineData("Data Source=a.db;hunter2=zz9;Password=hunter2zz9")]
    [InlineData("Server=db;Password=hunter2zz9")]
    public async Task Another_engines_connection_is_refused_without_its_password(string connection)
    {
        foreach (var format in new[] { "text", "json" })
        {
            var run = await ToolRun.Of("apply", "--sqlite", connection, "--format", format, "--verbose");
            Assert.NotEqual(0, run.ExitCode);
            Check("stdout", run.Out);
            Check("stderr", run.Error);
        }
    }

    private static void Check(string exit, string shown)
    {
        foreach (var piece in Pieces)
        {
            Assert.False(shown.Contains(piece, StringComparison.OrdinalIgnoreCase), $"{exit} shows '{piece}':\n{shown}");
        }
    }

    private static async Task ThroughTheApplicationAsync(string text, string[] args, Dictionary<string, string> environment)
    {
        foreach (var fails in new[] { true, false })
        {
            CommandDefinition[] commands = [new Leak(text, fails)];
            foreach (var format in new[] { "text", "json" })
            {
                var run = await ToolRun.Of(commands, environment, ["leak", .. args, "--format", format, "--verbose"]);
                Check("stdout", run.Out);
                Check("stderr", run.Error);
                Assert.Contains("***", run.Error, StringComparison.Ordinal);
            }
        }

        using var terminal = new StringWriter();
        using (var progress = new LiveProgress(new MaskedWriter(terminal), 400, color: false))
        {
            using var step = progress.Begin("server");
            step.Update(text);
            step.Fail(text);
            progress.Warning(text);
        }

        if (args.Length == 0)
        {
            Check("a terminal", terminal.ToString());
        }
    }

    private static void ThroughReports(string text)
    {
        var failed = SampleReports.Failed;
        var report = failed with
        {
            Command = "test",
            Error = new ReportError("mysql-failed", text, text),
            Stages = [.. failed.Stages.Select(stage => stage with { Note = text, Findings = [.. stage.Findings.Select(finding => Leaking(finding, text))] })],
            Tests = [new TestMatrixRow { Project = "A.Tests", Name = "N.C.Test", Verdict = TestVerdict.Different, Sqlite = new TestCell(TestOutcome.Failed, TimeSpan.Zero, text), MySql = new TestCell(TestOutcome.Failed, TimeSpan.Zero, text) }],
        };
        foreach (var kind in ReportFileFormats.Kinds)
        {
            Check($"a report of the kind {kind}", Rendered.As(kind, report));
        }

        Check("stdout", Rendered.Output(OutputFormat.Text, report));
        Check("stdout as JSON", Rendered.Output(OutputFormat.Json, report));
    }

    private static Finding Leaking(Finding finding, string text) => finding with
    {
        Message = text,
        Expected = text,
        Actual = text,
        Advice = text,
        Object = new ObjectPath("T", text.ReplaceLineEndings(" ")),
    };

    private void ThroughFiles(string text)
    {
        var results = Path.Combine(_folder, "results.json");
        ResultsFile.Write(results, new ShardResults
        {
            ToolVersion = "1",
            Shard = new Shard(1, 1),
            Result = new SuiteResult { Obstacles = [new SuiteObstacle(Engine.MySql, text, text)] },
        });
        Check("a results file", File.ReadAllText(results));

        var lease = new LeaseStore(_folder).Open();
        lease.Add(new LeasedResource("database", "migrateboth_x", text));
        Check("a lease", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(_folder, "leases"), "*.json"))));
    }

    /// <summary>A command that says a text in every way that commands have.</summary>
    private sealed class Leak(string text, bool fails) : CommandDefinition
    {
        public override string Name => "leak";

        public override string Summary => "Says everything";

        public override IReadOnlyList<CommandExample> Examples => [new("leak", "Says everything")];

        public override Func<ICommand> Configure(CommandLineApplication app)
        {
            _ = app.Option("--given <TEXT>", "Given", CommandOptionType.SingleValue);
            return () => new Command(text, fails);
        }
    }

    private sealed class Command(string text, bool fails) : ICommand, ICommandResult
    {
        public ExitCode ExitCode => ExitCode.Ok;

        public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
        {
            using (var step = context.Progress.Begin("step"))
            {
                step.Update(text);
                step.Fail(text);
            }

            context.Progress.Info(text);
            context.Progress.Warning(text);
            context.Progress.Detail(text);
            return fails
                ? throw new MigrateBothException(ExitCode.Incomplete, "leaked", text, text, new InvalidOperationException(text))
                : Task.FromResult<ICommandResult>(this);
        }

        public void WriteError(TextWriter error) => error.WriteLine(text);

        public void WriteText(TextOutput output)
        {
            output.Line(text);
            output.Raw(text + "\n");
            output.Columns([["a", text]]);
        }

        public void WriteJson(Utf8JsonWriter json) => json.WriteString("said", text);
    }
}
