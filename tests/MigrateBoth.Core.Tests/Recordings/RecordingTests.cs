using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Tests.Recordings;

public sealed class RecordingTests
{
    private static readonly SessionStarted Session = new(
        RecordingFormat.Version, "sqlite", "3.50.0", "Microsoft.EntityFrameworkCore.Sqlite", "Shop.ShopContext", "Shop.Tests", 42, new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void What_is_written_is_read_again_test_by_test_in_the_order_of_the_sequence()
    {
        var written = Write(
            new TestStarted(1, "Shop.Tests.OrderTests"),
            new RecordedTransaction { Sequence = 3, Test = 1, Action = TransactionAction.Commit },
            Command(2, test: 1),
            new TestNamed(1, "Shop.Tests.OrderTests.Places", "Places(count: 2)", ["2"], "sqlite", "PRAGMA"),
            new TestEnded(1, 1, 0),
            Command(1, test: null));

        var recording = RecordingReader.Read(new StringReader(written), "memory");

        Assert.True(recording.IsComplete);
        Assert.Equal(Session, recording.Session);
        var test = Assert.Single(recording.Tests);
        Assert.Equal("Shop.Tests.OrderTests.Places", test.Name);
        Assert.Equal(["2"], test.Arguments!);
        Assert.Equal(("sqlite", "PRAGMA"), (test.OnlyOn, test.Reason));
        Assert.True(test.HasEnded);
        Assert.Equal([2L, 3L], test.Steps.Select(step => step.Sequence));
        var command = Assert.IsType<RecordedCommand>(test.Steps[0]);
        Assert.Equal(["n:1", null, "s:é"], command.Rows[0]);
        Assert.Equal(ColumnRole.GeneratedKey, command.Columns[0].Role);
        Assert.Equal(FailureClass.ForeignKey, command.Failure!.Class);
        Assert.Equal(1, Assert.Single(recording.Outside).Sequence);
    }

    [Fact]
    public void Every_member_of_every_line_is_written_as_the_reader_expects_it()
    {
        var columns = new[] { new RecordedColumn("Id", "Orders.Id", ColumnRole.GeneratedKey), new RecordedColumn("N", null, ColumnRole.Value) };
        var rest = new RowsDigest(3, "a", "b", [new ColumnDigest("c", "d"), new ColumnDigest("e", "f")]);
        RecordingLine[] lines =
        [
            new OnlyOnDeclared("A.B", "mysql", "why \"so\""),
            new TestStarted(1, null),
            new TestStarted(2, "A"),
            new TestNamed(1, "A.B", null, null, null, null),
            new TestNamed(1, "A.B", "A.B(x: 1)", ["1", "é\n"], "sqlite", "because"),
            new TestEnded(1, 2, 3),
            new RecordedSave { Sequence = 1 },
            new RecordedSave
            {
                Sequence = 2, Test = 1, Context = "Other", RowsAffected = 4, Entities = [new SavedEntities("Order", 1, 2, 3)],
                Failure = new RecordedFailure(FailureClass.Unique, "E", null, "m"),
            },
            new RecordedTransaction { Sequence = 3, Action = TransactionAction.RollbackToSavepoint },
            new RecordedTransaction { Sequence = 4, Test = 1, Context = "C", Action = TransactionAction.Begin, Save = 2, Isolation = "Serializable", Failure = new RecordedFailure(FailureClass.Other, "E", "5", "m") },
            new RecordedObstacle { Sequence = 7, At = 1, Statement = "connect", Failure = new RecordedFailure(FailureClass.Server, "E", "1040", "m") },
            new RecordedObstacle { Sequence = 7, Test = 1, Context = "C", Statement = "SELECT 1" },
            new RecordedUntranslated { Sequence = 8, At = 2, Test = 1, Context = "C", Shape = "DbSet<Order>()", Failure = new RecordedFailure(FailureClass.Other, "E", null, "m") },
            new RecordedSave { Sequence = 9, At = 3 },
            new RecordedTransaction { Sequence = 10, At = 4, Action = TransactionAction.Commit },
            new RecordedCommand { Sequence = 5, At = 5, IsInScope = true, Kind = CommandKind.NonQuery, Source = CommandSource.Other, Sql = "" },
            new RecordedCommand
            {
                Sequence = 6, Test = 1, Context = "C", Failure = new RecordedFailure(FailureClass.TooLong, "E", "1406", "m"), Kind = CommandKind.Reader, Source = CommandSource.Save,
                Save = 2, Tags = ["one", "two"], Shape = "DbSet<Order>()", Sql = "SELECT \"a\" + '1' & <b>", OrderBy = "a", Parameters = ["n:1", null, "s:🌹"], Columns = columns,
                Rows = [["n:1", null], ["n:2", "-"]], RowCount = 5, Rest = rest, MoreResults = [new RecordedResult(columns, [[null, "s:"]], 1, null), new RecordedResult([], [], 0, rest)],
                RowsAffected = 7, Scalar = "n:8", Truncated = true,
            },
        ];

        var written = Write(lines).TrimEnd('\n').Split('\n');

        Assert.Equal(lines.Length + 2, written.Length);
        foreach (var (line, text) in lines.Prepend(Session).Zip(written))
        {
            // As text, because a record of lists is equal to no other.
            Assert.Equal(Json(line), Json(JsonSerializer.Deserialize<RecordingLine>(text, RecordingJson.Default.RecordingLine)!));
        }

        // A type or a member that is new has to be among the lines above.
        var members = lines.Prepend(Session).Append(new SessionEnded(1)).ToLookup(line => line.GetType(), line => JsonNode.Parse(Json(line))!.AsObject().Select(member => member.Key));
        foreach (var type in typeof(RecordingLine).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType))
        {
            var known = RecordingJson.Default.Options.GetTypeInfo(type).Properties.Where(property => property.Get is not null).Select(property => property.Name);
            Assert.Empty(known.Except(members[type].SelectMany(names => names)));
        }

        static string Json(RecordingLine line) => JsonSerializer.Serialize(line, RecordingJson.Default.RecordingLine);
    }

    [Fact]
    public void A_recording_whose_process_died_is_read_up_to_its_half_line_and_is_not_complete()
    {
        var written = Write(new TestStarted(1, null), Command(1, test: 1), new TestEnded(1, 1, 0));
        var end = written.IndexOf("test-end", StringComparison.Ordinal);

        var recording = RecordingReader.Read(new StringReader(written[..end]), "memory");

        Assert.False(recording.IsComplete);
        Assert.False(Assert.Single(recording.Tests).HasEnded);
        Assert.Single(recording.Tests[0].Steps);
    }

    [Fact]
    public void A_lost_line_makes_a_recording_incomplete()
    {
        var lines = Write(new TestStarted(1, null), Command(1, test: 1), Command(2, test: 1)).Split('\n').ToList();
        lines.RemoveAt(2);

        Assert.False(RecordingReader.Read(new StringReader(string.Join('\n', lines)), "memory").IsComplete);
    }

    [Fact]
    public void A_damaged_line_in_the_middle_is_an_error_that_names_file_and_line()
    {
        var lines = Write(new TestStarted(1, null), Command(1, test: 1)).Split('\n');
        lines[1] = lines[1][..10];

        var error = Assert.Throws<RecordingException>(() => RecordingReader.Read(new StringReader(string.Join('\n', lines)), "a.jsonl"));

        Assert.StartsWith("a.jsonl, line 2,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "not JSON")]
    [InlineData("{}", "no format")]
    [InlineData("{\"type\":\"later\",\"format\":2}", "format 2")]
    public void What_is_no_recording_of_this_version_is_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<RecordingException>(() => RecordingReader.Read(new StringReader(text), "f")).Message, StringComparison.Ordinal);

    public static TheoryData<object?, string?> Values => new()
    {
        { null, null },
        { DBNull.Value, null },
        { 5, "n:5" },
        { 5L, "n:5" },
        { (byte)5, "n:5" },
        { 5.0m, "n:5" },
        { 1.10m, "n:1.1" },
        { -0.0m, "n:0" },
        { 100m, "n:100" },
        { 0.1 + 0.2, "f:0.30000000000000004" },
        { 0.1f, "f:0.1" },
        { true, "b:true" },
        { 'x', "s:x" },
        { "5", "s:5" },
        { "", "s:" },
        { new byte[] { 1, 255 }, "x:01FF" },
        { DayOfWeek.Tuesday, "n:2" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_234_560), "dt:2026-01-02T03:04:05.123456" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), "do:2026-01-02T03:04:05+02:00" },
        { new DateOnly(2026, 1, 2), "da:2026-01-02" },
        { new TimeOnly(13, 0), "ti:13:00:00" },
        { new TimeSpan(1, 2, 3, 4), "ts:1.02:03:04" },
        { Guid.Parse("AABBCCDD-0000-0000-0000-000000000001", CultureInfo.InvariantCulture), "g:aabbccdd-0000-0000-0000-000000000001" },
        { new Uri("https://example.org"), "o:System.Uri https://example.org/" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_the_same_text_whatever_the_engine_stored(object? value, string? expected) =>
        Assert.Equal(expected, RecordedValue.Encode(value));

    [Fact]
    public void Long_values_that_differ_at_their_end_only_stay_different()
    {
        var text = new string('a', RecordingFormat.MaximumValueLength);

        Assert.StartsWith("s:", RecordedValue.Encode(text), StringComparison.Ordinal);
        Assert.StartsWith("s#2001#", RecordedValue.Encode(text + "x"), StringComparison.Ordinal);
        Assert.NotEqual(RecordedValue.Encode(text + "x"), RecordedValue.Encode(text + "y"));
        Assert.True(RecordedValue.Encode(text + "x").Length < 200);
        Assert.NotEqual(RecordedValue.Encode(new byte[5000]), RecordedValue.Encode(new byte[5001]));
    }

    private static RecordedCommand Command(long sequence, int? test) => new()
    {
        Sequence = sequence,
        Test = test,
        Kind = CommandKind.Reader,
        Source = CommandSource.Linq,
        Sql = "SELECT 1",
        Columns = [new("Id", "Orders.Id", ColumnRole.GeneratedKey), new("Note", null, ColumnRole.Value), new("Name", "Orders.Name", ColumnRole.Value)],
        Rows = [["n:1", null, "s:é"]],
        RowCount = 1,
        Rest = new RowsDigest(2, "a", "b", [new("c", "d")]),
        Failure = new RecordedFailure(FailureClass.ForeignKey, "Microsoft.Data.Sqlite.SqliteException", "787", "FOREIGN KEY constraint failed"),
    };

    private static string Write(params RecordingLine[] lines)
    {
        var stream = new MemoryStream();
        using (var writer = new RecordingWriter(stream, Session))
        {
            foreach (var line in lines)
            {
                writer.Write(line);
            }
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
