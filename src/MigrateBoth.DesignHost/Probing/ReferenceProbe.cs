using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of foreign keys: rows without a principal, and what becomes of rows whose principal is deleted.</summary>
internal sealed class ReferenceProbe(ProbeScene scene)
{
    /// <summary>Runs the probe.</summary>
    public IReadOnlyList<ProbeAnswer> Run(IEntityType type, Probe probe)
    {
        var key = type.GetForeignKeys().First(candidate => !candidate.IsOwnership && SurfaceReader.NameOf(candidate.Properties) == probe.Name);
        var answers = new List<ProbeAnswer> { scene.Step(ProbeAnswer.Orphan, () => Orphan(type, key)) };
        if (key.PrincipalEntityType.IsOwned())
        {
            return answers;
        }

        if (key.Properties is [{ ClrType: var clr } only] && clr == typeof(string) && !only.IsPrimaryKey() && !only.GetContainingIndexes().Any(index => index.IsUnique))
        {
            answers.Add(scene.Step("a row that refers to its principal in other case", () => OtherCase(type, key)));
        }

        answers.Add(scene.Step("the principal is deleted, its rows are not loaded", () => Deleted(type, key, tracked: false)));
        answers.Add(scene.Step("the principal is deleted, its rows are loaded", () => Deleted(type, key, tracked: true)));
        return answers;
    }

    private string?[] Orphan(IEntityType type, IForeignKey key)
    {
        scene.Linq = $"context.Add(new {type.ClrType.Name} {{ {probeName(key)} = … }}); context.SaveChanges()";
        scene.Make(type, holder =>
        {
            foreach (var property in key.Properties)
            {
                holder.Property(property.Name).CurrentValue = Nowhere(property);
            }
        });
        return [ProbeScene.Accepted];

        static string probeName(IForeignKey key) => key.Properties[0].Name;
    }

    private static object? Nowhere(IProperty property)
    {
        var kind = ProbeValues.KindOf(property);
        foreach (var text in (string[])["zq", "2000000123", "31000", "250", "120", "0000000a-0007-0007-0102-030405060709", "1999-12-31", "0909", "zq@nowhere.example", "{}", "[]", "https://nowhere.example"])
        {
            var filled = property.GetMaxLength() is { } length && kind == ProbeValueKind.Text && text.Length > length ? text[..length] : text;
            if (ProbeValues.TryParse(property, kind, filled, out var value))
            {
                return value;
            }
        }

        throw new NothingShownException($"no value of {property.DeclaringType.DisplayName()}.{property.Name} is known that refers to nothing");
    }

    private string?[] OtherCase(IEntityType type, IForeignKey key)
    {
        var principal = scene.Maker.Make(PropertyPath.Concrete(key.PrincipalEntityType), entry => SetText(entry, key.PrincipalKey.Properties[0], "qa"));
        var value = (string)principal.Entry.Property(key.PrincipalKey.Properties[0].Name).CurrentValue!;
        scene.Context.ChangeTracker.Clear();
        scene.Make(type, holder =>
            holder.Property(key.Properties[0].Name).CurrentValue = value.ToUpperInvariant());
        return [ProbeScene.Accepted];
    }

    private static void SetText(EntityEntry entry, IProperty property, string text)
    {
        if (property.GetMaxLength() is not { } length || length >= text.Length)
        {
            entry.Property(property.Name).CurrentValue = text;
        }
    }

    /// <summary>Deletes a principal, and counts what becomes of the rows that refer to it.</summary>
    private string?[] Deleted(IEntityType type, IForeignKey key, bool tracked)
    {
        var principal = scene.Maker.Make(PropertyPath.Concrete(key.PrincipalEntityType));
        var values = key.PrincipalKey.Properties.Select(property => principal.Entry.Property(property.Name).CurrentValue).ToList();
        scene.Make(type, holder =>
        {
            for (var index = 0; index < values.Count; index++)
            {
                holder.Property(key.Properties[index].Name).CurrentValue = values[index];
            }
        });
        var entity = principal.Entry.Entity;
        if (!tracked)
        {
            scene.Context.ChangeTracker.Clear();
        }

        var equal = key.Properties.Select((property, index) => (property, values[index])).ToList();
        var before = scene.Count(type, equal);
        if (before == 0)
        {
            throw new NothingShownException($"the row of {type.DisplayName()} that refers to its principal is not found");
        }

        scene.Linq = $"context.Remove({key.PrincipalEntityType.ClrType.Name[..1].ToLowerInvariant()}{key.PrincipalEntityType.ClrType.Name[1..]}); context.SaveChanges()";
        if (tracked)
        {
            principal.Entry.State = EntityState.Deleted;
        }
        else
        {
            scene.Maker.SetOf(PropertyPath.Concrete(key.PrincipalEntityType)).Entry(entity).State = EntityState.Deleted;
        }

        var all = scene.Count(type, []);
        scene.Context.SaveChanges();
        scene.Context.ChangeTracker.Clear();
        return [$"deleted; {before} row referred to it, {scene.Count(type, equal)} do; {all - scene.Count(type, [])} rows fewer"];
    }
}
