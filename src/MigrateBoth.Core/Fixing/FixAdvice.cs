using System.Text;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Differences;

namespace MigrateBoth.Core.Fixing;

/// <summary>Adds the call that corrects a finding to its advice, for kinds of findings where the correction is certain.</summary>
public static class FixAdvice
{
    /// <summary>
    /// What would correct a finding, or null where nothing is certain: an engine deviates from its own model, and the object is a column, index,
    /// foreign key or check that the model has.
    /// </summary>
    public static FixTarget? TargetOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { Object.Name: { } name }
            && finding is { Engine: not null, Stage: StageNames.Drift or StageNames.Parity }
            && finding.Kind is ObjectKind.Column or ObjectKind.Index or ObjectKind.ForeignKey or ObjectKind.Check
            && RuleSet.ById.TryGetValue(finding.Rule, out var rule)
            && rule is DifferenceRule difference
            && DifferenceDefinitions.Of(difference.Kind).FixFor(finding.Stage, finding.Engine) is { } action
                ? new FixTarget(action, finding.Kind, finding.Object.Table, name, WasNullable(difference.Kind, finding))
                : null;
    }

    /// <summary>The finding with the call in its advice.</summary>
    /// <param name="finding">The finding, with its line.</param>
    /// <param name="code">The C# statements, as EF Core writes them.</param>
    /// <param name="last">The last pair of migrations; null where there is none.</param>
    public static Finding With(Finding finding, FixCode code, LastPair? last = null)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(code);
        var engine = finding.Engine!.Value.DisplayName();
        var whose = finding.Stage == StageNames.Parity ? $"{engine} is the side that differs from its model. " : "";
        var rows = TargetOf(finding)?.WasNullable == true ? "Fill the rows that hold NULL first. " : "";
        var addition = $"dd a migration (dotnet migrate-both add) and write into Up of its {engine} half: {OneLine(code.Up)}";
        var wanted = finding is { Stage: StageNames.Drift, Expected: { } expected } ? expected : "what the model says";
        var edit = finding.Location is { } location ? $"edit line {location.Line} of {location.File} to make {wanted}, or run dotnet migrate-both verify --fix --edit" : null;
        var advice = last is null || edit is null || !last.Holds(finding) ? $"{rows}A{addition}"
            : last.AppliedTo is { } database ? $"{database} has {last.Id} already, so it stays as it is. {rows}A{addition}"
            : last.WasAsked ? $"No given database has {last.Id}: {edit}."
            : $"If no database has {last.Id} yet, {edit}. Otherwise {(rows.Length == 0 ? "" : "fill the rows that hold NULL, then ")}a{addition}";
        return finding with { Advice = $"{whose}{advice}", Fix = code };
    }

    /// <summary>The advice up to its call, and the call as EF Core lays it out, for those who copy it; null where the advice does not end with one.</summary>
    public static (string Advice, string Code)? Apart(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { Fix.Up: var code, Advice: { } advice } && OneLine(code) is { Length: > 0 } line && advice.EndsWith(line, StringComparison.Ordinal)
            ? (advice[..^line.Length].TrimEnd(), code.Trim())
            : null;
    }

    private static bool? WasNullable(DifferenceKind kind, Finding finding) => kind != DifferenceKind.Nullability ? null
        : (finding is { Stage: StageNames.Parity, Engine: Engine.Sqlite } ? finding.Expected : finding.Actual) == "NULL";

    /// <summary>EF Core puts each argument on a line of its own; line ends within texts are escapes.</summary>
    private static string OneLine(string code)
    {
        var line = new StringBuilder();
        foreach (var part in code.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var glued = line.Length == 0 || line[^1] == '(' || part[0] is ')' or '.';
            line.Append(glued ? "" : " ").Append(part);
        }

        return line.ToString();
    }
}
