using System.Text.Json.Nodes;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>Joins the runs of several configurations into one document.</summary>
internal static class SarifRuns
{
    /// <summary>GitHub refuses a document with more.</summary>
    public const int Most = 20;

    private static readonly string[] Worst = ["error", "warning", "note"];

    /// <summary>A run for each configuration, told apart by their categories; where those are too many, one run for all.</summary>
    public static JsonArray Join(IReadOnlyList<JsonObject> runs) =>
        new([.. runs.Count <= Most ? runs.Select(run => run.DeepClone()) : [InOne(runs)]]);

    private static JsonObject InOne(IReadOnlyList<JsonObject> runs)
    {
        var rules = runs.SelectMany(run => RulesOf(run).AsArray()).OfType<JsonObject>().DistinctBy(Id).OrderBy(Id, StringComparer.Ordinal).ToList();
        var results = runs.SelectMany(ResultsOf)
            .OrderBy(result => result["suppressions"] is not null)
            .ThenBy(result => Array.IndexOf(Worst, result["level"]!.GetValue<string>()))
            .ToList();
        foreach (var result in results)
        {
            result["ruleIndex"] = rules.FindIndex(rule => Id(rule) == result["ruleId"]!.GetValue<string>());
        }

        var joined = runs[0].DeepClone().AsObject();
        joined["tool"]!["driver"]!["rules"] = new JsonArray([.. rules.Select(rule => rule.DeepClone())]);
        joined["automationDetails"]!["id"] = $"{string.Join('/', Category(runs[0]).Split('/').Take(2))}/";
        joined["invocations"] = new JsonArray([.. runs.SelectMany(run => run["invocations"]!.AsArray()).Select(invocation => invocation!.DeepClone())]);
        joined["results"] = new JsonArray([.. results.Take(SarifResults.Most)]);
        if (results.Count > SarifResults.Most)
        {
            joined["invocations"]!.AsArray().Add(Notice($"{results.Count - SarifResults.Most} more findings are not shown here: a run has at most {SarifResults.Most} results. The JSON and HTML reports have all of them."));
        }

        return joined;
    }

    /// <summary>Two configurations may find the same in the same object: each result is marked with its own.</summary>
    private static IEnumerable<JsonObject> ResultsOf(JsonObject run)
    {
        foreach (var result in run["results"]!.AsArray().Select(result => result!.DeepClone().AsObject()))
        {
            var prints = result["partialFingerprints"]!.AsObject();
            foreach (var (name, value) in prints.ToList())
            {
                prints[name] = $"{value!.GetValue<string>()}:{Category(run)}";
            }

            result["properties"]!["category"] = Category(run);
            yield return result;
        }
    }

    private static JsonNode RulesOf(JsonObject run) => run["tool"]!["driver"]!["rules"]!;

    private static string Id(JsonObject rule) => rule["id"]!.GetValue<string>();

    private static string Category(JsonObject run) => run["automationDetails"]!["id"]!.GetValue<string>();

    private static JsonObject Notice(string text) => new()
    {
        ["executionSuccessful"] = true,
        ["toolExecutionNotifications"] = new JsonArray(new JsonObject
        {
            ["descriptor"] = new JsonObject { ["id"] = "results-limit" },
            ["level"] = "warning",
            ["message"] = new JsonObject { ["text"] = text },
        }),
    };
}
