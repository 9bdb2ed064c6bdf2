using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Core.Behaviour;

/// <summary>A probe with both engines' answers.</summary>
/// <param name="Planned">The probe.</param>
/// <param name="Sqlite">SQLite's answers.</param>
/// <param name="MySql">MySQL's answers.</param>
public sealed record ProbePair(PlannedProbe Planned, ProbeOutcome Sqlite, ProbeOutcome MySql)
{
    /// <summary>Whether both could be asked.</summary>
    public bool Ran => Obstacle is null;

    /// <summary>Why nothing is known, or null. That both fail at every value in the same way shows nothing of the mapping.</summary>
    public ProbeError? Obstacle => Blocked
        ?? (IsVoid ? Sqlite.Answers.Concat(MySql.Answers).First(answer => answer.Input is not null).Error : null)
        ?? (IsSilent ? new ProbeError(ProbeErrorKind.NotShown, "NoValues", "no value that it writes can be made") : null)
        ?? (Unanswered is [var first, ..] && Unanswered.Count == Answers().Count() ? first : null);

    /// <summary>
    /// Questions to which both engines gave the same that is no answer: what was asked could not be put together, the row that was written is not there,
    /// or what has to be refused was not.
    /// </summary>
    public IReadOnlyList<ProbeError> Unanswered => [.. Answers().Select(answers => NoAnswer(answers.Sqlite, answers.MySql)).OfType<ProbeError>()];

    // That no row can be made says more than what follows from it on the other engine.
    private ProbeError? Blocked => MySql.Blocked is { Kind: ProbeErrorKind.NoRow } noRow ? noRow : Sqlite.Blocked ?? MySql.Blocked;

    private bool IsVoid => Planned.Probe is { Recipe: null, Kind: ProbeKind.RoundTrip or ProbeKind.Check or ProbeKind.Computed or ProbeKind.Default or ProbeKind.Filter }
        && Planned.Subject is not ({ Sqlite.IsChecked: true } or { MySql.IsChecked: true })
        && Sqlite.Answers.Any(answer => answer.Input is not null)
        && Sqlite.Answers.Concat(MySql.Answers).All(answer => answer.Input is null || answer.Error is not null);

    // NULL alone says nothing of a mapping.
    private bool IsSilent => Planned.Probe.Kind == ProbeKind.RoundTrip
        ? !Sqlite.Answers.Concat(MySql.Answers).Any(answer => answer.Input is not null)
        : Sqlite.Answers.Count == 0 && MySql.Answers.Count == 0;

    private ProbeError? NoAnswer(ProbeAnswer sqlite, ProbeAnswer mySql)
    {
        if (sqlite.Error is { } one && mySql.Error is { } other)
        {
            // A value or a row may be refused by the application's own rules, which is an answer; a query and what the database makes are not.
            var isAnswer = Planned.Probe.Kind is ProbeKind.RoundTrip or ProbeKind.Insert or ProbeKind.Check
                || (Planned.Probe.Kind is ProbeKind.Unique or ProbeKind.ForeignKey && sqlite.Input is not (ProbeAnswer.Twice or ProbeAnswer.Orphan));
            return one.Kind == other.Kind && (one.Kind == ProbeErrorKind.NotShown || (one.Kind == ProbeErrorKind.Exception && !isAnswer)) ? one : null;
        }

        var isTaken = sqlite.Error is null && mySql.Error is null;
        return isTaken && Planned.Probe.Kind == ProbeKind.Unique && sqlite.Input == ProbeAnswer.Twice
                ? new ProbeError(ProbeErrorKind.NotShown, nameof(ProbeKind.Unique), "two rows that are equal are taken by both engines, so that nothing is known of it")
            : isTaken && Planned.Probe.Kind == ProbeKind.ForeignKey && sqlite.Input == ProbeAnswer.Orphan
                ? new ProbeError(ProbeErrorKind.NotShown, nameof(ProbeKind.ForeignKey), "a row that refers to nothing is taken by both engines, so that nothing is known of it")
            : null;
    }

    /// <summary>The answers to the same question, in order.</summary>
    public IEnumerable<(ProbeAnswer Sqlite, ProbeAnswer MySql)> Answers()
    {
        var (left, right) = (Sqlite.Answers.ToLookup(Key), MySql.Answers.ToLookup(Key));
        return Sqlite.Answers.Concat(MySql.Answers).Select(Key).Distinct(StringComparer.Ordinal)
            .Select(key => (OfBoth(left[key].FirstOrDefault() ?? NotAsked(key)), OfBoth(right[key].FirstOrDefault() ?? NotAsked(key))));

        // A row that only one engine has, such as another one's twin under a unique index, is not the query's doing.
        ProbeAnswer OfBoth(ProbeAnswer answer) => answer.Rows is { } rows && Sqlite.Unwritten.Count + MySql.Unwritten.Count > 0
            ? answer with { Rows = [.. rows.Where(row => !Sqlite.Unwritten.Concat(MySql.Unwritten).Any(text => IsOf(row, text)))] }
            : answer;

        static bool IsOf(string? row, string text) => row is not null
            && (row == text || row.StartsWith($"\"{text}\": ", StringComparison.Ordinal) || row.StartsWith($"{text} × ", StringComparison.Ordinal));
        static string Key(ProbeAnswer answer) => answer.Input ?? "\u0000";
        static ProbeAnswer NotAsked(string key) => new(key == "\u0000" ? null : key, null, new ProbeError(ProbeErrorKind.Exception, "none", "was not asked"));
    }
}
