using System.Globalization;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rules.Unverified;

namespace MigrateBoth.Core.Behaviour;

/// <summary>How many probes there were.</summary>
/// <param name="Planned">Those that the models call for.</param>
/// <param name="Ran">Those that ran on both engines.</param>
/// <param name="Identical">Those that both engines answered alike.</param>
public sealed record ProbeCounts(int Planned, int Ran, int Identical);

/// <summary>What is reported in one finding, with all that it concerns, and the recipes to try.</summary>
/// <param name="Differences">What was found; the first is the example.</param>
/// <param name="Objects">What it concerns, sorted.</param>
/// <param name="Recipes">For each cause in it the probe of its example under the recipe, as far as one is known; that of the example first.</param>
public sealed record CauseGroup(IReadOnlyList<BehaviourDifference> Differences, IReadOnlyList<ObjectPath> Objects, IReadOnlyList<PlannedProbe> Recipes)
{
    /// <summary>The first difference, which the finding shows as its example.</summary>
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
        var groups = pairs.SelectMany(BehaviourJudge.Judge).GroupBy(difference => (difference.Cause.Told.Id, Engine: difference.Cause.ToldOf ?? difference.Engine, Apart(difference))).ToList();
        return
        [
            .. groups.Select((group, index) =>
            {
                var sorted = group.OrderBy(difference => difference.Cause == difference.Cause.Told ? 0 : 1).ThenBy(difference => difference.Pair.Planned.Probe.Kind).ToList();
                return new CauseGroup(
                    sorted,
                    [.. group.SelectMany(difference => difference.Pair.Planned.Objects).Distinct().OrderBy(path => path.ToString(), StringComparer.Ordinal)],
                    [.. sorted.DistinctBy(difference => difference.Cause)
                        .Select((difference, cause) => RecipeOf(difference, $"r{index + 1}.{cause + 1}") is { } recipe ? difference.Pair.Planned with { Probe = recipe } : null).OfType<PlannedProbe>()]);
            }),
        ];
    }

    /// <summary>The findings of the groups, with what became of the recipes.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="recipes">The recipes that were tried, by the id of their probes.</param>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<CauseGroup> groups, IReadOnlyDictionary<string, ProbePair> recipes)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return [.. groups.Select(group => Of(group, [.. group.Recipes.Select(recipe => recipes.GetValueOrDefault(recipe.Probe.Id)).OfType<ProbePair>()]))];
    }

    /// <summary>What could not be asked. Where no row of a table can be made, all that follows from it is reported once.</summary>
    public static IReadOnlyList<Finding> Blocked(IReadOnlyList<ProbePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var told = pairs.SelectMany(BehaviourJudge.Judge).Where(difference => difference.Cause == BehaviourCause.RowRefused)
            .Select(difference => (difference.Sqlite.Error ?? difference.MySql.Error)!.Message).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from pair in pairs
               let obstacle = pair.Obstacle ?? (pair.Unanswered is [var first, ..] ? first : null)
               where obstacle is not null && !told.Contains(obstacle.Message)
               where pair.Ran || BehaviourJudge.Judge(pair).Count == 0
               let engine = (pair.Sqlite.Blocked is null) == (pair.MySql.Blocked is null) ? (Engine?)null : pair.Sqlite.Blocked is not null ? Engine.Sqlite : Engine.MySql
               let reason = obstacle.Message
               group pair by (reason, engine) into same
               let shown = same.OrderBy(pair => pair.Planned.Probe.Kind).First().Planned
               let objects = shown.Objects.Take(1).Concat(same.SelectMany(pair => pair.Planned.Objects).OrderBy(path => path.ToString(), StringComparer.Ordinal)).Distinct().ToList()
               select ProbeNotRun.Of(objects, shown.Object is null ? ObjectKind.Property : KindOf(shown), same.Key.reason, same.Key.engine, same.Count()),
        ];
    }

    /// <summary>
    /// What keeps two differences of one cause in findings of their own. A cause that is in a mapping, a collation or the way an engine makes keys and tokens is reported once;
    /// one that is in the SQL of a check or a default once for each SQL; what is not explained once for each object.
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

    private static Finding Of(CauseGroup group, IReadOnlyList<ProbePair> recipes)
    {
        var (example, cause) = (group.Example, group.Example.Cause);
        var told = cause.Told;
        IReadOnlyList<BehaviourCause> causes = [.. group.Differences.Select(difference => difference.Cause).Distinct()];
        var says = string.Join("; ", causes.Select(one => Says(group, one)));
        var rows = causes.SelectMany(one => one.Rows).Distinct(StringComparer.Ordinal).ToList();
        var (sqlite, mySql) = Apart(example.Pair.Planned.Probe.Kind, example.Sqlite, example.MySql);
        var proof = recipes.Count == 0 ? null : Proof(recipes);
        return new Finding
        {
            Rule = told.Rule.Id,
            Severity = causes.Max(one => one.Severity ?? one.Rule.DefaultSeverity),
            Engine = null,
            Stage = StageNames.Behaviour,
            Object = group.Objects[0],
            Kind = KindOf(example.Pair.Planned),
            Message = $"{says[..1].ToUpperInvariant()}{says[1..]}: {Listed(group)}. {Shown(example.Sqlite.Input, sqlite, mySql)}{(rows.Count == 0 ? "" : $" ({string.Join(", ", rows)})")}",
            Expected = sqlite,
            Actual = mySql,
            Objects = group.Objects.Count > 1 ? [.. group.Objects.Select(path => path.ToString())] : [],
            Advice = string.Join(" ", causes.Select(one => one.Advice).Distinct(StringComparer.Ordinal)) + " " + (proof ?? "This was not tried in the run."),
            Cause = new FindingCause(told.Id, rows),
            HelpUri = told.Rule.HelpUri,
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

    private static string Says(CauseGroup group, BehaviourCause cause)
    {
        var differences = group.Differences.Where(difference => difference.Cause == cause).ToList();
        var (departs, other) = Names(differences[0].Engine);
        var ignored = differences.Select(difference => difference.What).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return string.Format(CultureInfo.InvariantCulture, cause.Says, departs, other, ignored.Count == 0 ? "differences of spelling" : string.Join(" and ", ignored));
    }

    private static string Listed(CauseGroup group)
    {
        var objects = group.Objects;
        var noun = group.Differences.All(difference => difference.Pair.Planned.Object is null) ? "properties" : "objects";
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

    /// <summary>Both sides' answers under the recipes: the example's in words, of the others whether they helped.</summary>
    private static string Proof(IReadOnlyList<ProbePair> recipes)
    {
        var helpless = recipes.Skip(1).Where(recipe => !recipe.Ran || BehaviourJudge.Judge(recipe).Count > 0).Select(recipe => recipe.Planned.Probe.Kind.ToString()).ToList();
        return Proof(recipes[0]) + (recipes.Count == 1 ? string.Empty
            : helpless.Count == 0 ? " The other differences are gone with it as well."
            : $" It does not help with {string.Join(", ", helpless)}.");
    }

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
