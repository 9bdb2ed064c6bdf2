using System.Linq.Expressions;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of what is read back of a property's values.</summary>
/// <param name="source">Rows with the property.</param>
/// <param name="commands">The last command of the context.</param>
internal sealed class RoundTripProbe(ProbeSource source, CommandCapture commands)
{
    /// <summary>Writes each value in a row of its own and reads it back.</summary>
    /// <param name="probe">The values.</param>
    /// <param name="isolate">Takes back what a step wrote.</param>
    public ProbeOutcome Run(Probe probe, Action<Action> isolate)
    {
        // Under a unique index one value must not stand in the way of the next.
        var isUnique = source.Property.GetContainingKeys().Any() || source.Property.GetContainingIndexes().Any(index => index.IsUnique);
        var written = new List<(ProbeAnswer Answer, string? Key)>();
        string? sql = null;
        foreach (var text in probe.Values)
        {
            if (!source.TryParse(text, out var value))
            {
                continue;
            }

            source.Context.ChangeTracker.Clear();
            if (isUnique)
            {
                isolate(() =>
                {
                    var (answer, key) = Write(text, value);
                    source.Context.ChangeTracker.Clear();
                    written.Add((key is null ? answer : ReadOne(text, key) with { Written = answer.Written }, null));
                });
            }
            else
            {
                written.Add(Write(text, value));
            }

            sql = commands.LastWrite ?? sql;
        }

        source.Context.ChangeTracker.Clear();
        var read = isUnique ? null : ReadAll();
        return new ProbeOutcome
        {
            Probe = probe.Id,
            Answers =
            [
                .. written.Select(write => write.Key is null ? write.Answer
                    : (read is null ? ReadOne(write.Answer.Input, write.Key) : Found(write.Answer.Input, read, write.Key)) with { Written = write.Answer.Written }),
            ],
            Linq = $"context.Add(new {{ {source.Names.Member[2..]} = value }}); context.SaveChanges(); {source.Names.Set}.Select(x => {source.Names.Member})",
            Sql = sql,
        };
    }

    private (ProbeAnswer Answer, string? Key) Write(string? text, object? value)
    {
        try
        {
            var (written, key) = source.Write(value);
            var before = source.Format(value);
            var after = source.Format(written);
            return (new ProbeAnswer(text, null, Written: before == after ? null : after), key);
        }
        catch (Exception exception) when (exception is not NoAnswerException)
        {
            return (new ProbeAnswer(text, null, ProbeErrors.Of(exception)), null);
        }
    }

    /// <summary>The values of all rows by their keys; null where one of them cannot be read.</summary>
    private Dictionary<string, string?>? ReadAll()
    {
        try
        {
            return Read(source.Rows);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private ProbeAnswer ReadOne(string? text, string key)
    {
        try
        {
            var row = Expression.Parameter(source.Rows.ElementType, "x");
            return Found(text, Read(QueryParts.Call(source.Rows, nameof(Queryable.Where), Expression.Lambda(source.HasKey(row, key), row))), key);
        }
        catch (Exception exception)
        {
            return new ProbeAnswer(text, null, ProbeErrors.Of(exception));
        }
    }

    private static ProbeAnswer Found(string? text, Dictionary<string, string?> rows, string key) =>
        rows.TryGetValue(key, out var found) ? new ProbeAnswer(text, [found]) : new ProbeAnswer(text, null, ProbeError.RowLost);

    private Dictionary<string, string?> Read(IQueryable rows)
    {
        var row = Expression.Parameter(rows.ElementType, "x");
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (object?[] values in QueryParts.Call(rows, nameof(Queryable.Select), source.Select(row, source.Member(row))))
        {
            read[ProbeSource.KeyText(values[..source.KeyLength])] = source.Format(values[^1]);
        }

        return read;
    }
}
