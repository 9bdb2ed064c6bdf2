using System.Globalization;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Behaviour;

/// <summary>How many probes there were.</summary>
/// <param name="Planned">Those that the models call for.</param>
/// <param name="Ran">Those that ran on both engines.</param>
/// <param name="Identical">Those that both engines answered alike.</param>
public sealed record ProbeCounts(int Planned, int Ran, int Identical);

/// <summary>One cause with all that it concerns, and a recipe to try.</summary>
/// <param name="Differences">What was found; the first is the example.</param>
/// <param name="Objects">What it concerns, sorted.</param>
/// <param name="Recipe">The same probe under the recipe, or null where none is known.</param>
public sealed record CauseGroup(IReadOnlyList<BehaviourDifference> Differences, IReadOnlyList<ObjectPath> Objects, Probe? Recipe)
{
    /// <summary>The example.</summary>
    public BehaviourDifference Example => Differences[0];
}

/// <summary>Turns differences into findings: one for each cause, not for each property.</summary>
public static class BehaviourFindings
{
    private const int Longest = 160;

    /// <summary>Groups the differences of all probes by their cause.</summary>
    public static IReadOnlyList<CauseGroup> Group(IEnumerable<ProbePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var groups = pairs.SelectMany(BehaviourJudge.Judge).GroupBy(difference => (difference.Cause.Id, difference.Engine, Apart(difference))).ToList();
        return
        [
            .. groups.Select((group, index) => new CauseGroup(
                [.. group.OrderBy(difference => difference.Pair.Planned.Probe.Kind)],
                [.. group.SelectMany(difference => difference.Pair.Planned.Objects).Distinct().OrderBy(path => path.ToString(), StringComparer.Ordinal)],
                RecipeOf(group.OrderBy(difference => difference.Pair.Planned.Probe.Kind).First(), $"r{index + 1}"))),
        ];
    }

    /// <summary>The findings of the groups, with what became of the recipes.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="recipes">The recipes that were tried, by the id of their probes.</param>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<CauseGroup> groups, IReadOnlyDictionary<string, ProbePair> recipes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return [.. groups.Select(group => Of(group, group.Recipe is { } recipe ? recipes.GetValueOrDefault(recipe.Id) : null))];
    }

    /// <summary>What could not be asked. Where no row of a table can be made, all that follows from it is said once.</summary>
    public static IReadOnlyList<Finding> Blocked(IReadOnlyList<ProbePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var told = pairs.SelectMany(BehaviourJudge.Judge).Where(difference => difference.Cause == BehaviourCause.RowRefused)
            .Select(difference => (difference.Sqlite.Error ?? difference.MySql.Error)!.Message).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from pair in pairs
               where !told.Contains(pair.Obstacle?.Message ?? "")
               where !pair.Ran && BehaviourJudge.Judge(pair).Count == 0
               let engine = (pair.Sqlite.Blocked is null) == (pair.MySql.Blocked is null) ? (Engine?)null : pair.Sqlite.Blocked is not null ? Engine.Sqlite : Engine.MySql
               let reason = pair.Obstacle!.Message
               group pair by (reason, engine) into same
               let first = same.OrderBy(pair => pair.Planned.Probe.Kind).First().Planned
               select ProbeNotRun.Of(first.Objects[0], first.Object is null ? ObjectKind.Property : KindOf(first), same.Key.reason, same.Key.engine, same.Count()),
        ];
    }

    /// <summary>
    /// What keeps two differences of one cause in findings of their own. A cause that lies in a mapping, a collation or the way an engine makes keys and tokens is said once;
    /// one that lies in the SQL of a check or a default once for each SQL; what is not explained once for each object.
    /// </summary>
    private static string? Apart(BehaviourDifference difference)
    {
        var (cause, planned) = (difference.Cause, difference.Pair.Planned);
        return cause == BehaviourCause.RowRefused ? (difference.Sqlite.Error ?? difference.MySql.Error)!.Message
            : cause.Rows.Count == 0 ? $"{planned.Objects[0]} {planned.Probe.Kind}"
            : planned.Object is not { } one || cause == BehaviourCause.TextTwins || cause == BehaviourCause.ReferenceCase || cause == BehaviourCause.Token || cause == BehaviourCause.Keys ? null
            : one.Kind is ProbeKind.Check or ProbeKind.Default or ProbeKind.Computed && one.Definition is { } sql ? $"{one.Kind} {sql}"
            : planned.Objects[0].ToString();
    }

    private static Finding Of(CauseGroup group, ProbePair? recipe)
    {
        var (example, cause) = (group.Example, group.Example.Cause);
        var (departs, other) = Names(example.Engine);
        var ignored = group.Differences.Select(difference => difference.What).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var says = string.Format(CultureInfo.InvariantCulture, cause.Says, departs, other, ignored.Count == 0 ? "differences of spelling" : string.Join(" and ", ignored));
        var (sqlite, mySql) = Apart(example.Pair.Planned.Probe.Kind, example.Sqlite, example.MySql);
        var proof = recipe is null ? null : Proof(recipe);
        return new Finding
        {
            Rule = cause.Rule.Id,
            Severity = cause.Severity ?? cause.Rule.DefaultSeverity,
            Engine = null,
            Stage = StageNames.Behaviour,
            Object = group.Objects[0],
            Kind = KindOf(example.Pair.Planned),
            Message = $"{says[..1].ToUpperInvariant()}{says[1..]}: {Listed(group.Objects, example.Pair.Planned)}. {Shown(example.Sqlite.Input, sqlite, mySql)}{(cause.Rows.Count == 0 ? "" : $" ({string.Join(", ", cause.Rows)})")}",
            Expected = sqlite,
            Actual = mySql,
            Objects = group.Objects.Count > 1 ? [.. group.Objects.Select(path => path.ToString())] : [],
            Advice = cause.Advice + " " + (proof ?? "This was not tried in the run."),
            Cause = new FindingCause(cause.Id, cause.Rows),
            HelpUri = cause.Rule.HelpUri,
            Example = new FindingExample(
                example.Pair.Sqlite.Linq ?? example.Pair.MySql.Linq ?? "",
                example.Sqlite.Input,
                new FindingExampleSide(example.Pair.Sqlite.Sql, example.Sqlite.Error is null ? sqlite : Detail(example.Sqlite)),
                new FindingExampleSide(example.Pair.MySql.Sql, example.MySql.Error is null ? mySql : Detail(example.MySql)),
                proof),
        };
    }

    private static (string Departs, string Other) Names(Engine? engine) =>
        engine is { } one ? (one.DisplayName(), one.Other().DisplayName()) : ("one engine", "the other");

    private static string Listed(IReadOnlyList<ObjectPath> objects, PlannedProbe planned)
    {
        var noun = planned.Object is null ? "properties" : "objects";
        return objects.Count == 1 ? objects[0].ToString()
            : $"{objects.Count} {noun} ({string.Join(", ", objects.Take(6))}{(objects.Count > 6 ? $" and {objects.Count - 6} more" : "")})";
    }

    private static string Shown(string? input, string sqlite, string mySql) =>
        $"{(input is "rows" or "row" ? "" : $"For {Quoted(input)} ")}SQLite gives {sqlite}, MySQL {mySql}.";

    /// <summary>Both answers, without the rows in which they agree where there are many.</summary>
    private static (string Sqlite, string MySql) Apart(ProbeKind kind, ProbeAnswer left, ProbeAnswer right)
    {
        if (left.Rows is not { } l || right.Rows is not { } r || Math.Max(l.Count, r.Count) < 7)
        {
            return (Text(left), Text(right));
        }

        if (kind is ProbeKind.Order or ProbeKind.OrderDescending)
        {
            var first = l.Zip(r).TakeWhile(pair => pair.First == pair.Second).Count();
            return ($"… {Text(left with { Rows = [.. l.Skip(first).Take(4)] })} …", $"… {Text(right with { Rows = [.. r.Skip(first).Take(4)] })} …");
        }

        return (Text(left with { Rows = [.. l.Except(r, StringComparer.Ordinal).Take(4)] }), Text(right with { Rows = [.. r.Except(l, StringComparer.Ordinal).Take(4)] }));
    }

    private static string Quoted(string? text) => text is null ? "NULL" : text.Length > 60 ? $"a text of {text.Length} characters" : $"'{Visible(text)}'";

    private static string Text(ProbeAnswer answer)
    {
        var text = answer.Error is { } error ? $"{(error.Kind == ProbeErrorKind.Translation ? "no translation" : "an error")} ({error.Type})"
            : answer.Rows!.Count == 0 ? "no row"
            : string.Join(", ", answer.Rows.Select(row => row is null ? "NULL" : Visible(row)));
        return text.Length == 0 ? "an empty text" : text.Length > Longest ? text[..Longest] + "…" : text;
    }

    private static string Detail(ProbeAnswer answer) =>
        answer.Error is { } error ? $"{error.Type}: {error.Message}" : Text(answer);

    private static string Visible(string text) => text.Replace("\u0000", "\\0", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>Both sides' answers under the recipe.</summary>
    private static string Proof(ProbePair recipe)
    {
        if (!recipe.Ran)
        {
            return $"The recipe could not be tried: {recipe.Obstacle!.Message}";
        }

        var differs = BehaviourJudge.Judge(recipe);
        var shown = recipe.Sqlite.Answers is [var answer, ..] ? answer : null;
        return differs.Count == 0 && shown is not null
            ? $"Tried in this run on scratch tables: with it both give {Text(shown)}{(shown.Error is null ? "" : ", which is the same refusal")}."
            : differs.Count > 0 ? $"Tried in this run on scratch tables: it does not help here, SQLite gives {Text(differs[0].Sqlite)}, MySQL {Text(differs[0].MySql)}."
            : "The recipe gave no answer.";
    }

    private static Probe? RecipeOf(BehaviourDifference difference, string id)
    {
        if (difference.Cause.Recipe is not { } mapping
            || (difference.Cause == BehaviourCause.ListMembership && difference.Pair.Planned.Probe.ValueKind is not (ProbeValueKind.Time or ProbeValueKind.TimeSpan)))
        {
            return null;
        }

        var probe = difference.Pair.Planned.Probe;
        var subject = difference.Pair.Planned.Subject;
        var input = difference.Sqlite.Input;
        var (precision, scale) = subject?.Digits ?? (0, 0);
        var facets = probe.ValueKind switch
        {
            ProbeValueKind.Decimal => new ProbeRecipe(mapping, Precision: precision, Scale: scale),
            ProbeValueKind.Text or ProbeValueKind.Bytes => new ProbeRecipe(mapping, MaxLength: subject?.Limit is { } limit && (limit < 1000 || mapping == RecipeMapping.LengthCheck) ? limit : 300),
            ProbeValueKind.DateTime or ProbeValueKind.Time when mapping == RecipeMapping.TruncatedTime && subject?.Fraction < 6 => new ProbeRecipe(mapping, Precision: subject!.Fraction),
            _ => new ProbeRecipe(mapping),
        };
        return probe.Kind switch
        {
            ProbeKind.RoundTrip => probe with { Id = id, Entity = null, Name = "Value", Recipe = facets, Values = [input] },
            // Two spellings under an index: that both engines tell them apart is what the recipe is to show.
            ProbeKind.Unique when Twins(input) is { } twins => new Probe
            {
                Id = id,
                Kind = ProbeKind.Equal,
                Name = "Value",
                ValueKind = ProbeValueKind.Text,
                Values = [twins.Left, twins.Right],
                Arguments = [twins.Left],
                Recipe = new ProbeRecipe(mapping, MaxLength: 300),
            },
            ProbeKind.Unique => null,
            _ => probe with
            {
                Id = id,
                Entity = null,
                Name = "Value",
                Recipe = facets,
                Values = [.. probe.Values.Where(value => value is not null)],
                Arguments = input is not null && probe.Kind is ProbeKind.Equal or ProbeKind.NotEqual or ProbeKind.Less or ProbeKind.Greater ? [input!] : probe.Arguments,
            },
        };
    }

    private static (string Left, string Right)? Twins(string? input) =>
        input?.Split("\" beside \"") is [var left, var right] ? (left[(left.IndexOf('"', StringComparison.Ordinal) + 1)..], right.TrimEnd('"')) : null;

    private static ObjectKind KindOf(PlannedProbe planned) => planned.Probe.Kind switch
    {
        ProbeKind.Insert or ProbeKind.Filter => ObjectKind.Table,
        ProbeKind.Unique => ObjectKind.Index,
        ProbeKind.ForeignKey => ObjectKind.ForeignKey,
        ProbeKind.Check => ObjectKind.Check,
        ProbeKind.Default or ProbeKind.Computed or ProbeKind.Token or ProbeKind.GeneratedKey => ObjectKind.Column,
        _ => ObjectKind.Property,
    };
}
