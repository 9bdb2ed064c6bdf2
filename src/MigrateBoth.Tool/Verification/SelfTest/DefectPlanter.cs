using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>Works on one copy: plants, reads, judges, undoes, and makes sure that the copy is what it was.</summary>
internal sealed class DefectPlanter(ICatalogReader reader, ICloneSource source, PlantingGround ground, DefectJudge judge)
{
    /// <summary>How many defects of a kind are planted, where there is room for them.</summary>
    private const int PerKind = 2;

    /// <summary>How many places a server may refuse before a kind is given up: what it refuses cannot go wrong there.</summary>
    private const int Refusals = 8;

    /// <summary>The maximum number of places to try; a schema with thousands of columns has too many.</summary>
    private const int Places = 500;

    private readonly Dictionary<string, string?> _whyNotAnew = new(StringComparer.Ordinal);
    private IClone _clone = null!;

    /// <summary>Processes kinds until none are left.</summary>
    /// <exception cref="MigrateBothException">The copy could not be made, or is not like the original.</exception>
    public async Task WorkAsync(ScoreBoard board, CancellationToken cancellationToken)
    {
        _clone = await source.CloneAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await DifferenceAsync(cancellationToken).ConfigureAwait(false) is { } difference)
            {
                throw new MigrateBothException(
                    ExitCode.Incomplete,
                    "clone-differs",
                    $"The copy of the migrated {ground.Engine.DisplayName()} database is not like the original: {difference}.");
            }

            while (board.Next(ground.Engine) is { } kind)
            {
                await TryAsync(kind, board, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await _clone.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task TryAsync(DefectKind kind, ScoreBoard board, CancellationToken cancellationToken)
    {
        var (planted, refused) = (0, 0);
        string? reason = null;
        List<MissedDefect> missed = [];
        foreach (var defect in Spread(kind))
        {
            if (planted == PerKind || refused == Refusals)
            {
                break;
            }

            if (await RefusalAsync(defect, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                refused++;
                reason ??= refusal;
                continue;
            }

            planted++;
            var unseen = await UnseenAsync(defect, cancellationToken).ConfigureAwait(false);
            if (unseen is not null)
            {
                missed.Add(new MissedDefect(kind.Id, defect.Object, ground.Engine, unseen));
            }

            await RestoreAsync(defect.Edit, cancellationToken).ConfigureAwait(false);
        }

        var why = planted > 0 ? null : reason is null ? "the schema has no place for it" : $"the server refuses it: {reason}";
        board.Write(kind, new KindScore(kind.Id, ground.Engine, planted, planted - missed.Count, why), missed);
    }

    /// <summary>Places that lie far apart come first; a place of which something is said already tells nothing.</summary>
    private List<Defect> Spread(DefectKind kind)
    {
        var places = kind.Find(ground).Take(Places)
            .Where(defect => !defect.Sightings.Any(sighting => judge.IsSpokenOf(ground.Engine, sighting.Object)))
            .ToList();
        var first = Enumerable.Range(0, PerKind).Select(i => i * places.Count / PerKind).Distinct().Where(i => i < places.Count).ToList();
        return [.. first.Select(i => places[i]), .. places.Where((_, i) => !first.Contains(i))];
    }

    /// <summary>Plants the defect, or says why that was refused.</summary>
    private async Task<string?> RefusalAsync(Defect defect, CancellationToken cancellationToken)
    {
        if (defect.Edit is ReplaceTable replace && await WhyNotAnewAsync(replace.Original, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            return reason;
        }

        var refusal = await _clone.PlantAsync(defect.Edit, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            await RestoreAsync(defect.Edit, cancellationToken).ConfigureAwait(false);
        }

        return refusal is null ? null : Redaction.MaskSecrets(refusal);
    }

    /// <summary>The control: a table that is recreated without a defect must not differ. Otherwise a found difference proves nothing.</summary>
    private async Task<string?> WhyNotAnewAsync(Table table, CancellationToken cancellationToken)
    {
        if (_whyNotAnew.TryGetValue(table.Name, out var known))
        {
            return known;
        }

        var edit = new ReplaceTable(table, table);
        var refusal = await _clone.PlantAsync(edit, cancellationToken).ConfigureAwait(false);
        var difference = refusal ?? await DifferenceAsync(cancellationToken).ConfigureAwait(false);
        await RestoreAsync(edit, cancellationToken).ConfigureAwait(false);
        return _whyNotAnew[table.Name] = difference is null ? null : $"table {table.Name} cannot be made anew as it is: {difference}";
    }

    /// <summary>What should have been found and was not, or null.</summary>
    private async Task<string?> UnseenAsync(Defect defect, CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> found;
        try
        {
            found = judge.FindNew(await reader.ReadAsync(_clone.ConnectionString, cancellationToken).ConfigureAwait(false));
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return Redaction.MaskSecrets(exception.Message);
        }

        var unseen = defect.Sightings.Where(sighting => !found.Any(sighting.IsMetBy)).ToList();
        return unseen.Count == 0
            ? null
            : $"{string.Join(", ", unseen)}; found: {(found.Count == 0 ? "nothing" : string.Join(", ", found.Select(finding => $"{finding.Rule} at {finding.Object}").Distinct()))}";
    }

    private async Task RestoreAsync(SchemaEdit edit, CancellationToken cancellationToken)
    {
        try
        {
            await _clone.RestoreAsync(edit, cancellationToken).ConfigureAwait(false);
            if (await DifferenceAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                return;
            }
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or MigrateBothException)
        {
            // What cannot be undone is thrown away.
        }

        await _clone.DisposeAsync().ConfigureAwait(false);
        _clone = await source.CloneAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In what the copy differs from the original, or null.</summary>
    private async Task<string?> DifferenceAsync(CancellationToken cancellationToken)
    {
        var now = await reader.ReadAsync(_clone.ConnectionString, cancellationToken).ConfigureAwait(false);
        return SchemaComparer.Compare(ground.Schema, now, SameEngineProfile.Full).Differences is not [var first, ..] ? null : $"{first.Kind} of {first.Object} ({first.Left ?? "none"} -> {first.Right ?? "none"})";
    }
}
