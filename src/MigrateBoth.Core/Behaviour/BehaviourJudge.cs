using System.Text.RegularExpressions;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Behaviour;

/// <summary>One difference between two answers.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Engine">The engine that deviates, or null where neither does more than the other.</param>
/// <param name="Pair">The probe.</param>
/// <param name="Sqlite">SQLite's answer.</param>
/// <param name="MySql">MySQL's answer.</param>
/// <param name="What">What is ignored, where that depends on the values.</param>
public sealed record BehaviourDifference(BehaviourCause Cause, Engine? Engine, ProbePair Pair, ProbeAnswer Sqlite, ProbeAnswer MySql, string? What = null);

/// <summary>Compares the answers of both engines. Pure.</summary>
public static partial class BehaviourJudge
{
    /// <summary>The differences of one probe; none where both answer alike, an equal refusal included.</summary>
    public static IReadOnlyList<BehaviourDifference> Judge(ProbePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (IsRowOnOneEngine(pair) is { } blocked)
        {
            return [blocked];
        }

        return pair.Ran
            ? [.. pair.Answers().Where(answers => !IsOfCheck(pair, answers.Sqlite, answers.MySql) && !AreSame(pair.Planned.Probe.Kind, answers.Sqlite, answers.MySql)).Select(answers => Explain(pair, answers.Sqlite, answers.MySql))]
            : [];
    }

    /// <summary>Whether a value came back the same on both.</summary>
    public static bool IsKept(ProbePair roundTrip, string? value)
    {
        ArgumentNullException.ThrowIfNull(roundTrip);
        return roundTrip.Answers().Any(answers => answers.Sqlite.Input == value
            && answers is { Sqlite: { Rows: { } left, Error: null }, MySql: { Rows: { } right, Error: null } } && left.SequenceEqual(right, StringComparer.Ordinal));
    }

    private static BehaviourDifference? IsRowOnOneEngine(ProbePair pair)
    {
        if (pair.Planned.Probe.Kind != ProbeKind.Insert)
        {
            return null;
        }

        var (left, right) = (ErrorOf(pair.Sqlite), ErrorOf(pair.MySql));
        return (left, right) switch
        {
            (null, { } error) => Refused(Engine.MySql, error),
            ({ } error, null) => Refused(Engine.Sqlite, error),
            _ => null,
        };

        BehaviourDifference Refused(Engine engine, ProbeError error)
        {
            var (refused, taken) = (new ProbeAnswer("row", null, error), new ProbeAnswer("row", ["accepted"]));
            return new BehaviourDifference(BehaviourCause.RowRefused, engine, pair, engine == Engine.Sqlite ? refused : taken, engine == Engine.MySql ? refused : taken);
        }
    }

    // What a check refuses is told by the probe of the check.
    private static bool IsOfCheck(ProbePair pair, ProbeAnswer left, ProbeAnswer right) =>
        pair.Planned is { Probe.Kind: ProbeKind.RoundTrip, Subject: { } subject } && (subject.Sqlite.IsChecked || subject.MySql.IsChecked)
        && (left.Error ?? right.Error)?.Kind == ProbeErrorKind.Database
        && pair.Planned.Traits.GetValueOrDefault(left.Input ?? "") == ValueTrait.Plain;

    private static ProbeError? ErrorOf(ProbeOutcome outcome) => outcome.Blocked ?? (outcome.Answers is [{ Error: { } error }, ..] ? error : null);

    private static bool AreSame(ProbeKind kind, ProbeAnswer left, ProbeAnswer right)
    {
        if (left.Error is { } one && right.Error is { } other)
        {
            return one.Type == other.Type;
        }

        if (left.Rows is null || right.Rows is null)
        {
            return false;
        }

        // What the application itself makes of a value, such as the time of a change, differs from run to run: then it counts whether that was kept.
        return kind == ProbeKind.RoundTrip && left.Written != right.Written && left.Written is not null && right.Written is not null
            ? left.Rows is [var l] && right.Rows is [var r] && (l == left.Written) == (r == right.Written)
            : left.Rows.SequenceEqual(right.Rows, StringComparer.Ordinal);
    }

    private static BehaviourDifference Explain(ProbePair pair, ProbeAnswer left, ProbeAnswer right)
    {
        (BehaviourCause Cause, Engine? Engine, string? What) why = pair.Planned.Probe.Kind switch
        {
            _ when left.Error is not null && right.Error is not null => (BehaviourCause.OtherException, null, null),
            ProbeKind.RoundTrip => OfRoundTrip(pair, left, right),
            > ProbeKind.RoundTrip and <= ProbeKind.Holds => OfQuery(pair, left, right),
            _ => OfObject(pair, left, right),
        };
        return new BehaviourDifference(why.Cause, why.Engine, pair, left, right, why.What);
    }

    private static (BehaviourCause, Engine?, string?) OfRoundTrip(ProbePair pair, ProbeAnswer left, ProbeAnswer right)
    {
        var trait = left.Input is { } text ? pair.Planned.Traits.GetValueOrDefault(text) : ValueTrait.Plain;
        var kind = pair.Planned.Probe.ValueKind;
        if (left.Error is not null || right.Error is not null)
        {
            var engine = left.Error is not null ? Engine.Sqlite : Engine.MySql;
            var isRead = (left.Error ?? right.Error)!.Kind is ProbeErrorKind.Exception or ProbeErrorKind.Translation;
            var cause = trait switch
            {
                ValueTrait.NotFinite => BehaviourCause.NotFinite,
                ValueTrait.Nul => BehaviourCause.NulRefused,
                ValueTrait.TooLong => Length(pair),
                _ when isRead => BehaviourCause.NotRead,
                ValueTrait.Range when kind == ProbeValueKind.Decimal => BehaviourCause.DecimalRange,
                ValueTrait.Range when kind == ProbeValueKind.TimeSpan => BehaviourCause.SpanRange,
                ValueTrait.Range => BehaviourCause.IntegerRange,
                _ => BehaviourCause.ValueRefused,
            };
            return (cause, engine, null);
        }

        var changed = IsAsWritten(right) ? Engine.Sqlite : Engine.MySql;
        return (trait switch
        {
            ValueTrait.TooLong => Length(pair),
            ValueTrait.NotFinite => BehaviourCause.NotFinite,
            ValueTrait.TrailingBlank => BehaviourCause.TrailingBlanks,
            ValueTrait.Fraction => Microseconds(left) == Microseconds(right) ? BehaviourCause.FractionCut : BehaviourCause.TimeRounded,
            ValueTrait.Offset => BehaviourCause.OffsetLost,
            ValueTrait.Scale => BehaviourCause.DecimalRounded,
            ValueTrait.Digits => BehaviourCause.FloatDigits,
            _ => BehaviourCause.ValueChanged,
        }, changed, null);
    }

    // Without the seventh digit of a second, which MySQL's types never have.
    private static string? Microseconds(ProbeAnswer answer) => answer.Rows is [{ } text, ..] ? SeventhDigit().Replace(text, string.Empty) : null;

    [GeneratedRegex(@"(?<=:\d\d\.\d{6})\d")]
    private static partial Regex SeventhDigit();

    // SQLite's types have no length: what it knows is the model's.
    private static BehaviourCause Length(ProbePair pair) =>
        pair.Planned.Subject?.Sqlite.MaxLength is null ? BehaviourCause.LengthNotDeclared : BehaviourCause.LengthNotEnforced;

    private static bool IsAsWritten(ProbeAnswer answer) => answer.Rows is [var read] && (read == (answer.Written ?? answer.Input));

    private static (BehaviourCause, Engine?, string?) OfQuery(ProbePair pair, ProbeAnswer left, ProbeAnswer right)
    {
        var (probe, kind) = (pair.Planned.Probe.Kind, pair.Planned.Probe.ValueKind);
        if ((left.Error ?? right.Error) is { } error)
        {
            Engine? engine = left.Error is not null ? Engine.Sqlite : Engine.MySql;
            var isOrder = probe is >= ProbeKind.Less and <= ProbeKind.OrderDescending or ProbeKind.Max or ProbeKind.Min;
            return error.Kind != ProbeErrorKind.Translation
                ? (probe == ProbeKind.Increment ? BehaviourCause.Overflow : BehaviourCause.QueryThrows, engine, null)
                : (kind switch
                {
                    ProbeValueKind.Decimal when isOrder => BehaviourCause.DecimalOrder,
                    ProbeValueKind.DateTimeOffset when isOrder => BehaviourCause.OffsetOrder,
                    ProbeValueKind.TimeSpan when isOrder => BehaviourCause.SpanOrder,
                    ProbeValueKind.ULong when isOrder => BehaviourCause.UnsignedOrder,
                    ProbeValueKind.Collection => BehaviourCause.Collections,
                    _ => BehaviourCause.Translation,
                }, engine, null);
        }

        var isText = kind is ProbeValueKind.Text or ProbeValueKind.Char or ProbeValueKind.Enum;
        return probe switch
        {
            <= ProbeKind.In or ProbeKind.Distinct or ProbeKind.Group when isText => TextEquality(pair, left, right),
            ProbeKind.In => (BehaviourCause.ListMembership, left.Rows!.Count < right.Rows!.Count ? Engine.Sqlite : Engine.MySql, null),
            <= ProbeKind.In when kind == ProbeValueKind.Float => (BehaviourCause.FloatEquality, Engine.MySql, null),
            ProbeKind.Less or ProbeKind.Greater when kind == ProbeValueKind.Float => (BehaviourCause.FloatEquality, Engine.MySql, null),
            <= ProbeKind.In or ProbeKind.Distinct or ProbeKind.Group => (BehaviourCause.Equality, null, null),
            <= ProbeKind.OrderDescending or ProbeKind.Max or ProbeKind.Min => (isText ? BehaviourCause.TextOrder : BehaviourCause.Order, Engine.MySql, null),
            ProbeKind.Contains or ProbeKind.IndexOf => (BehaviourCause.TextSearch, Engine.MySql, null),
            ProbeKind.StartsWith or ProbeKind.EndsWith => (BehaviourCause.TextPrefix, Engine.MySql, null),
            ProbeKind.ToUpper or ProbeKind.ToLower => (OnlyAboutNul(left, right) ? BehaviourCause.NulLength : BehaviourCause.LetterCase, Engine.Sqlite, null),
            ProbeKind.Length or ProbeKind.Trim or ProbeKind.Substring when OnlyAboutNul(left, right) => (BehaviourCause.NulLength, Engine.Sqlite, null),
            ProbeKind.Divide => (BehaviourCause.IntegerDivision, Engine.MySql, null),
            ProbeKind.Increment => (BehaviourCause.Overflow, Engine.Sqlite, null),
            ProbeKind.Sum or ProbeKind.Average or ProbeKind.Remainder => (BehaviourCause.Arithmetic, null, null),
            _ => (BehaviourCause.Function, null, null),
        };
    }

    private static bool OnlyAboutNul(ProbeAnswer left, ProbeAnswer right) =>
        left.Rows!.Except(right.Rows!).Concat(right.Rows!.Except(left.Rows!)).All(row => row?.Contains('\u0000', StringComparison.Ordinal) == true);

    private static (BehaviourCause, Engine?, string?) TextEquality(ProbePair pair, ProbeAnswer left, ProbeAnswer right)
    {
        // The engine that takes more for the same: finds more rows, or tells fewer values apart.
        var isMore = pair.Planned.Probe.Kind is not (ProbeKind.Distinct or ProbeKind.Group or ProbeKind.NotEqual);
        var engine = (left.Rows!.Count > right.Rows!.Count) == isMore ? Engine.Sqlite : Engine.MySql;
        var extra = left.Rows.Except(right.Rows, StringComparer.Ordinal).Concat(right.Rows.Except(left.Rows, StringComparer.Ordinal)).FirstOrDefault();
        var what = pair.Planned.Probe.Kind == ProbeKind.Equal && left.Input is { } asked && extra is not null ? Ignored(asked, extra) : null;
        return (BehaviourCause.TextEquality, engine, what);
    }

    /// <summary>What two texts differ in that one engine takes for the same.</summary>
    public static string Ignored(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.TrimEnd(' ') == right.TrimEnd(' ') ? "trailing blanks"
            : left.Equals(right, StringComparison.OrdinalIgnoreCase) ? "case"
            : Bare(left) == Bare(right) ? "accents"
            : "kinds of letters";
    }

    // The letters that probes use; what a machine knows of Unicode depends on its libraries.
    private static string Bare(string text) =>
        text.Replace("\u0301", "", StringComparison.Ordinal).Replace('é', 'e').Replace('É', 'E').ToUpperInvariant();

    private static (BehaviourCause, Engine?, string?) OfObject(ProbePair pair, ProbeAnswer left, ProbeAnswer right)
    {
        Engine? refuser = left.Error is not null ? Engine.Sqlite : right.Error is not null ? Engine.MySql : null;
        return pair.Planned.Probe.Kind switch
        {
            ProbeKind.Unique when TextsOf(left.Input) is { } texts && pair.Planned.Object!.Texts.Contains(left.Input!.Split(':')[0], StringComparer.Ordinal) => (BehaviourCause.TextTwins, refuser, Ignored(texts.Left, texts.Right)),
            ProbeKind.Unique => (BehaviourCause.Twins, refuser, null),
            ProbeKind.ForeignKey when left.Input!.Contains("other case", StringComparison.Ordinal) => (BehaviourCause.ReferenceCase, refuser?.Other(), null),
            ProbeKind.ForeignKey when left.Input == ProbeAnswer.Orphan => (BehaviourCause.Orphan, refuser, null),
            ProbeKind.ForeignKey => (BehaviourCause.Delete, Engine.MySql, null),
            ProbeKind.Check => (BehaviourCause.Check, refuser, null),
            ProbeKind.Default => (BehaviourCause.Default, refuser, null),
            ProbeKind.Computed => (BehaviourCause.Computed, refuser ?? Engine.MySql, null),
            ProbeKind.GeneratedKey => (BehaviourCause.Keys, refuser ?? Engine.Sqlite, null),
            ProbeKind.Token => (BehaviourCause.Token, refuser, null),
            ProbeKind.Filter => (BehaviourCause.Filter, refuser, null),
            _ => (BehaviourCause.RowRefused, refuser, null),
        };
    }

    private static (string Left, string Right)? TextsOf(string? input)
    {
        var parts = input?.Split("\" beside \"");
        return parts is [var left, var right] ? (left[(left.IndexOf('"', StringComparison.Ordinal) + 1)..], right.TrimEnd('"')) : null;
    }
}
