using System.Text.RegularExpressions;
using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Finds where code compares something with the names of the engines.</summary>
/// <param name="constants">The constants of all sources, by name.</param>
internal sealed partial class EngineComparisons(IReadOnlyDictionary<string, string> constants)
{
    /// <summary>All comparisons of a file, those of one expression together.</summary>
    public IEnumerable<EngineComparison> Find(SourceText source) =>
        Statements(source).Concat(Expressions(source)).Concat(Conditions(source)).Where(comparison => comparison.Values.Count > 0 && comparison.Expression.Length > 0)
            .GroupBy(comparison => Normalized(comparison.Expression), StringComparer.Ordinal)
            .Select(group => group.First() with
            {
                Values = group.SelectMany(comparison => comparison.Values).GroupBy(value => value.Key).ToDictionary(values => values.Key, values => values.First().Value),
                IsOpen = group.Any(comparison => comparison.IsOpen),
            });

    /// <summary>Which provider a piece of code configures, if it is one.</summary>
    public static Engine? Configured(string code) =>
        (UsesSqlite().IsMatch(code), UsesMySql().IsMatch(code)) switch { (true, false) => Engine.Sqlite, (false, true) => Engine.MySql, _ => null };

    /// <summary>Whether code configures a provider at all.</summary>
    public static bool Configures(string code) => UsesSqlite().IsMatch(code) || UsesMySql().IsMatch(code);

    private IEnumerable<EngineComparison> Statements(SourceText source)
    {
        foreach (Match match in SwitchStatement().Matches(source.Code))
        {
            var open = match.Index + match.Length - 1;
            if (source.End(open) is { } end && source.Code.IndexOf('{', end) is > 0 and var brace && source.Within(brace) is { } body)
            {
                var arms = Labels().Matches(body);
                var bodies = arms.Select((arm, i) => (Label: arm.Groups["label"].Value, Code: body[(arm.Index + arm.Length)..(i + 1 < arms.Count ? arms[i + 1].Index : body.Length)])).ToList();

                // 'case "a": case "b": ...' shares the code of the last.
                for (var i = bodies.Count - 2; i >= 0; i--)
                {
                    bodies[i] = string.IsNullOrWhiteSpace(bodies[i].Code) ? bodies[i] with { Code = bodies[i + 1].Code } : bodies[i];
                }

                yield return OfArms(source, match.Index, source.Code[(open + 1)..end], bodies);
            }
        }
    }

    private IEnumerable<EngineComparison> Expressions(SourceText source)
    {
        foreach (Match match in SwitchExpression().Matches(source.Code))
        {
            if (source.Within(match.Index + match.Length - 1) is { } body)
            {
                var arms = SourceText.Split(body, ',').Select(arm => arm.Split("=>", 2)).Where(arm => arm.Length == 2).Select(arm => (Label: arm[0].Split(" when ")[0], Code: arm[1]));
                yield return OfArms(source, match.Index, source.Before(match.Index), [.. arms]);
            }
        }
    }

    private EngineComparison OfArms(SourceText source, int position, string expression, IReadOnlyList<(string Label, string Code)> arms)
    {
        var values = new Dictionary<Engine, string>();
        foreach (var (label, code) in arms)
        {
            foreach (var value in label.Split(" or ").Select(Value).OfType<string>())
            {
                // A name speaks for itself; "file" and "server" are what their code makes of them.
                if ((EngineWords.OfName(value) ?? Configured(code)) is { } engine)
                {
                    values.TryAdd(engine, value);
                }
            }
        }

        var rest = arms.FirstOrDefault(arm => arm.Label.Trim() is "_" or "default" or "var _").Code;
        return new EngineComparison(source, position, expression.Trim(), values, rest is not null && !rest.Contains("throw", StringComparison.Ordinal));
    }

    private IEnumerable<EngineComparison> Conditions(SourceText source)
    {
        foreach (Match match in Operator().Matches(source.Code))
        {
            var labels = match.Groups["label"].Captures.Select(capture => capture.Value).Concat(match.Groups["more"].Captures.Select(capture => capture.Value));
            yield return Of(source, match.Index, source.Before(match.Index), labels);
        }

        foreach (Match match in Method().Matches(source.Code))
        {
            var receiver = source.Before(match.Index).TrimEnd('?');
            var passed = SourceText.Split(source.Within(match.Index + match.Length - 1) ?? string.Empty, ',').ToList();
            yield return receiver is not ("string" or "String") ? Of(source, match.Index, receiver, passed[..1])
                : passed.Count > 1 ? Of(source, match.Index, passed[0].Trim(), passed[1..2])
                : Of(source, match.Index, receiver, []);
        }
    }

    private EngineComparison Of(SourceText source, int position, string expression, IEnumerable<string> labels)
    {
        var values = new Dictionary<Engine, string>();
        foreach (var value in labels.Select(Value).OfType<string>())
        {
            if (EngineWords.OfName(value) is { } engine)
            {
                values.TryAdd(engine, value);
            }
        }

        return new EngineComparison(source, position, expression, values, IsOpen: true);
    }

    /// <summary>A text, the text of a constant, or the name of an enumeration's member.</summary>
    private string? Value(string label)
    {
        var text = label.Trim();
        if (text is ['"', .., '"'])
        {
            return text[1..^1];
        }

        var name = text[(text.LastIndexOf('.') + 1)..];
        return !Name().IsMatch(text) ? null : constants.TryGetValue(name, out var value) ? value : text.Contains('.', StringComparison.Ordinal) ? name : null;
    }

    private static string Normalized(string expression) => Normalization().Replace(expression, string.Empty);

    [GeneratedRegex("""\.\s*UseSqlite\s*\(""")]
    private static partial Regex UsesSqlite();

    [GeneratedRegex("""\.\s*UseMyS(?:ql|QL)\s*\(""")]
    private static partial Regex UsesMySql();

    [GeneratedRegex("""\bswitch\s*\(""")]
    private static partial Regex SwitchStatement();

    [GeneratedRegex("""\bswitch\s*\{""")]
    private static partial Regex SwitchExpression();

    [GeneratedRegex("""\b(?:case\s+(?<label>(?:"[^"\n]*"|[\w.]+)(?:\s+or\s+(?:"[^"\n]*"|[\w.]+))*)[^:"\n]*|(?<label>default)\s*):""")]
    private static partial Regex Labels();

    [GeneratedRegex("""\s*(?:[!=]=|\bis(?:\s+not)?\b)\s*(?<label>"[^"\n]*"|[A-Za-z_][\w.]*)(?:\s+or\s+(?<more>"[^"\n]*"|[A-Za-z_][\w.]*))*""")]
    private static partial Regex Operator();

    [GeneratedRegex("""\.(?:Equals|Contains|StartsWith)\s*\(""")]
    private static partial Regex Method();

    [GeneratedRegex("""^[A-Za-z_][\w.]*$""")]
    private static partial Regex Name();

    [GeneratedRegex("""\s+|[?!]|\.(?:ToLower|ToUpper|Trim)(?:Invariant)?\(\s*\)""")]
    private static partial Regex Normalization();
}
