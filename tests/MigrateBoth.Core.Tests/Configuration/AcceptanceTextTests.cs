using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Tests.Configuration;

public sealed class AcceptanceTextTests
{
    private const string File = "/shop/migrateboth.json";

    private static readonly Acceptance Total = new("MB301", "Orders.Total", "TEXT -> decimal(10,2)", "old", new DateOnly(2027, 3, 31));
    private static readonly Acceptance Hostile = new("MB902", "Say \"hi\".a\\b", "größer <> `x` -> \u0001\n'", "why // not, ever */");

    public static TheoryData<string> Files =>
    [
        AcceptanceText.NewFile,
        "{}",
        "{ }\n",
        "{ // nothing yet\n}\n",
        "{ \"context\": \"A\" }",
        "{\n  \"context\": \"A\" // the only one, so far\n}\n",
        "{\n  \"context\": \"A\", // the only one\n}\n",
        "{\n  \"context\": \"A\" /* , */ /* b */,\n  // end\n}\n",
        "{\r\n\t\"context\": \"A\"\r\n}\r\n",
        "{ \"accept\": null, \"context\": \"A\" }",
        "{ \"accept\": [] }",
        "{\n  \"accept\": [\n    // none yet\n  ],\n  \"context\": \"Käse\" // ü\n}\n",
        "{\n  \"accept\": [ { \"rule\": \"MB302\", \"object\": \"ö\", \"difference\": \"c\", \"reason\": \"d\" } ],\n  \"layout\": \"folders\"\n}\n",
        "{\n  // \"accept\": [],\n  \"accept\": [\n    { \"rule\": \"MB302\", \"object\": \"b\", \"difference\": \"]\", \"reason\": \"d\" }, // because, well, }\n    // more to come\n  ]\n}\n",
        "{\n    \"accept\": [\n        {\n            \"rule\": \"MB302\",\n            \"object\": \"b\",\n            \"difference\": \"c\",\n            \"reason\": \"d\"\n        } // last\n    ]\n}",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Entries_are_added_and_not_a_character_of_the_file_is_lost(string text)
    {
        var changed = AcceptanceText.Add(File, text, [Total, Hostile]);

        var accept = ConfigurationFile.Parse(File, changed).Accept!;
        Assert.Equal([Total, Hostile], accept.TakeLast(2));
        Assert.Equal(ConfigurationFile.Parse(File, text).Accept ?? [], accept.SkipLast(2));
        Assert.True(IsWithin(text.Replace("null", "", StringComparison.Ordinal), changed), changed);
        Assert.Equal(text.Contains("\r\n", StringComparison.Ordinal), changed.Contains("\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain(changed.ReplaceLineEndings("\n").Split('\n'), line => line.Length > 0 && line.TrimEnd(' ').Length == 0);

        // A second time, into what the first made.
        Assert.Equal(accept.Count + 1, ConfigurationFile.Parse(File, AcceptanceText.Add(File, changed, [Total])).Accept!.Count);
    }

    [Fact]
    public void A_new_list_looks_as_a_person_would_write_it() => Assert.Equal(
        """
        {
          // ours
          "context": "A", // the only one
          "accept": [
            {
              "rule": "MB301",
              "object": "Orders.Total",
              "difference": "TEXT -> decimal(10,2)",
              "reason": "old",
              "until": "2027-03-31"
            }
          ]
        }

        """.ReplaceLineEndings("\n"),
        AcceptanceText.Add(File, "{\n  // ours\n  \"context\": \"A\" // the only one\n}\n", [Total]));

    [Fact]
    public void A_list_of_one_line_entries_gets_another_line() => Assert.Equal(
        """
        {
          "accept": [
            { "rule": "MB302", "object": "b", "difference": "c", "reason": "d" }, // known
            { "rule": "MB301", "object": "Orders.Total", "difference": "TEXT -> decimal(10,2)", "reason": "old", "until": "2027-03-31" },
          ],
        }
        """.ReplaceLineEndings("\n"),
        AcceptanceText.Add(
            File,
            "{\n  \"accept\": [\n    { \"rule\": \"MB302\", \"object\": \"b\", \"difference\": \"c\", \"reason\": \"d\" }, // known\n  ],\n}",
            [Total]));

    [Fact]
    public void A_file_that_is_wrong_is_refused() =>
        Assert.Equal("malformed-config", Assert.Throws<MigrateBothException>(() => AcceptanceText.Add(File, "{ \"accept\": [ }", [Total])).Code);

    /// <summary>Whether all characters of one text are in the other, in their order.</summary>
    private static bool IsWithin(string part, string whole)
    {
        var next = 0;
        foreach (var character in whole)
        {
            next += next < part.Length && part[next] == character ? 1 : 0;
        }

        return next == part.Length;
    }
}
