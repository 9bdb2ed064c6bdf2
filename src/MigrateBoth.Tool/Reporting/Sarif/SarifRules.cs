using System.Text.Json;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>The rules that a report's findings refer to, with their pages.</summary>
internal sealed class SarifRules(IReadOnlyList<Finding> findings)
{
    private readonly List<string> _ids = [.. findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The place of a rule in the list.</summary>
    public int IndexOf(string id) => _ids.BinarySearch(id, StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var id in _ids)
        {
            Write(id, RuleSet.ById.GetValueOrDefault(id), json);
        }

        json.WriteEndArray();
    }

    private static void Write(string id, Rule? rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (rule is not null)
        {
            json.WriteString("name", NameOf(rule.Title));
            WriteText("shortDescription", $"{char.ToUpperInvariant(rule.Title[0])}{rule.Title[1..]}", null, json);
            WriteText("fullDescription", Description(rule, id), null, json);
            json.WriteString("helpUri", rule.HelpUri);
            if (RuleDocs.Find(id) is { } page)
            {
                WriteText("help", page, page, json);
            }

            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SarifText.Level(rule.DefaultSeverity));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(string member, string text, string? markdown, Utf8JsonWriter json)
    {
        json.WriteStartObject(member);
        json.WriteString("text", text);
        if (markdown is not null)
        {
            json.WriteString("markdown", markdown);
        }

        json.WriteEndObject();
    }

    /// <summary>The paragraph of the rule's page that explains it, cut to what GitHub takes.</summary>
    private static string Description(Rule rule, string id)
    {
        const int Longest = 1_024;
        var text = RuleDocs.Find(id)?.Split("\n\n").ElementAtOrDefault(2)?.Trim() is { Length: > 0 } paragraph ? paragraph : rule.Title;
        return text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
    }

    /// <summary>The title as an identifier, as the standard wants names of rules: <c>Column type differs</c> becomes <c>ColumnTypeDiffers</c>.</summary>
    private static string NameOf(string title) =>
        string.Concat(title.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit)))
            .Where(word => word.Length > 0)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
