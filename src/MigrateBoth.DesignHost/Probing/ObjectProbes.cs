using System.Globalization;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of what is no single property: uniqueness, foreign keys, checks, values that the database makes, tokens, filters.</summary>
/// <param name="scene">Rows and steps.</param>
/// <param name="commands">The last commands.</param>
internal sealed class ObjectProbes(ProbeScene scene, CommandCapture commands)
{
    public ProbeOutcome Run(Probe probe)
    {
        var type = scene.Context.Model.FindEntityType(probe.Entity!)!;
        scene.Linq = null;
        IReadOnlyList<ProbeAnswer> answers = probe.Kind switch
        {
            ProbeKind.Insert => [scene.Step("row", () => Inserted(type))],
            ProbeKind.Unique => new UniqueProbe(scene).Run(type, probe),
            ProbeKind.ForeignKey => new ReferenceProbe(scene).Run(type, probe),
            ProbeKind.Check or ProbeKind.Computed or ProbeKind.Filter => new CombinationProbe(scene).Run(type, probe),
            ProbeKind.Default => [scene.Step("nothing written", () => DefaultOf(type, probe.Name))],
            ProbeKind.Token => [scene.Step("stale token", () => new TokenProbe(scene).Run(type, probe.Name))],
            ProbeKind.GeneratedKey => [scene.Step("keys", () => Keys(type, probe.Name))],
            _ => throw new NotSupportedException($"The probe {probe.Kind} is about a property."),
        };
        return new ProbeOutcome { Probe = probe.Id, Answers = answers, Linq = scene.Linq, Sql = commands.LastWrite };
    }

    private IReadOnlyList<string?> Inserted(IEntityType type)
    {
        scene.Linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        scene.Make(type);
        return [ProbeScene.Accepted];
    }

    private string?[] DefaultOf(IEntityType type, string name)
    {
        scene.Linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        var first = scene.Reread(scene.Make(type), type, name);
        var second = scene.Reread(scene.Make(type), type, name);
        return [Nearly(first) ?? (first == second ? first : "another value for each row")];
    }

    /// <summary>The current time is a class of values, not one.</summary>
    private static string? Nearly(string? text)
    {
        if (text is null || text.Length < 10 || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var now = DateTime.UtcNow;
        return Math.Abs((time - now).TotalMinutes) < 10 ? "the current time"
            : Math.Abs((time - now).TotalHours) < 15 && text.Contains(':', StringComparison.Ordinal) ? "the current time of another zone"
            : time.Date == now.Date ? "the current day"
            : null;
    }

    /// <summary>Where generated keys begin, and whether one is handed out again.</summary>
    private string?[] Keys(IEntityType type, string name)
    {
        scene.Linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        decimal Next()
        {
            var made = scene.Make(type);
            var value = ProbeValues.Format(made.Entry.Property(name).CurrentValue, type.FindProperty(name));
            return decimal.Parse(value!, CultureInfo.InvariantCulture);
        }

        var first = Next();
        var second = Next();
        var last = scene.Make(type);
        var third = decimal.Parse(ProbeValues.Format(last.Entry.Property(name).CurrentValue, type.FindProperty(name))!, CultureInfo.InvariantCulture);
        last.Entry.State = EntityState.Deleted;
        scene.Context.SaveChanges();
        scene.Context.ChangeTracker.Clear();
        var fourth = Next();
        return
        [
            second > first && third > second ? "each greater than the last" : $"in the order {first}, {second}, {third}",
            fourth > third ? "that of a deleted row is not used again" : "that of a deleted row is used again",
        ];
    }
}
