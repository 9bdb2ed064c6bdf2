using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of unique indexes and keys: rows that are equal under them, or twins but for the spelling of one value.</summary>
internal sealed class UniqueProbe(ProbeScene scene)
{
    /// <summary>Two rows that are equal under an index or key but for the spelling of one text.</summary>
    public IReadOnlyList<ProbeAnswer> Run(IEntityType type, Probe probe)
    {
        var properties = probe.Name.Split(", ").Select(name => type.FindProperty(name)!).ToList();
        var answers = new List<ProbeAnswer>();
        foreach (var argument in probe.Arguments)
        {
            // property, first value, second value; nothing for equal rows.
            var parts = argument.Split('\u001f');
            var (first, second) = (Spelled(properties, parts, 1), Spelled(properties, parts, 2));
            if (parts.Length > 1 && (first is null || second is null))
            {
                continue;
            }

            scene.Linq = $"context.AddRange(new {type.ClrType.Name} {{ {string.Join(", ", properties.Select(property => $"{property.Name} = …"))} }}, …); context.SaveChanges()";
            answers.Add(scene.Step(Label(parts), () => Pair(type, properties, first, second)));
        }

        return answers;
    }

    private static string Label(string[] parts) => parts is [_, var left, var right] ? $"{parts[0]}: {Shown(left)} beside {Shown(right)}" : ProbeAnswer.Twice;

    private static string Shown(string text) => text == "\u0000" ? "NULL" : $"\"{text}\"";

    private static (IProperty Property, object? Value)? Spelled(List<IProperty> properties, string[] parts, int index)
    {
        if (parts.Length == 1 || properties.FirstOrDefault(candidate => candidate.Name == parts[0]) is not { } property)
        {
            return null;
        }

        var text = parts[index] == "\u0000" ? null : parts[index];
        return ProbeValues.TryParse(property, ProbeValues.KindOf(property), text, out var value) ? (property, value) : null;
    }

    private string?[] Pair(IEntityType type, List<IProperty> properties, (IProperty Property, object? Value)? first, (IProperty Property, object? Value)? second)
    {
        EntityEntry? written = null;
        scene.Make(type, holder =>
        {
            Set(holder, first);
            FillOptional(holder, type, properties, first?.Property);
            written = holder;
        });

        // As they are in the database: a false where the default is true may have become true.
        var values = properties.ToDictionary(property => property, property => written!.Property(property.Name).CurrentValue);
        var generated = properties.Where(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd).ToHashSet();
        scene.Context.ChangeTracker.Clear();
        scene.Make(type, holder =>
        {
            foreach (var property in properties.Where(property => !generated.Contains(property) && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save))
            {
                holder.Property(property.Name).CurrentValue = values[property];
            }

            Set(holder, second);
        });
        return [ProbeScene.Accepted];
    }

    // NULL is never equal to NULL in an index: every other column needs a value to show what one of them does.
    private void FillOptional(EntityEntry entry, IEntityType type, List<IProperty> properties, IProperty? probed)
    {
        foreach (var property in properties.Where(property => property != probed && property.IsNullable && entry.Property(property.Name).CurrentValue is null))
        {
            if (type.GetForeignKeys().FirstOrDefault(key => !key.IsOwnership && key.Properties.Contains(property) && !key.PrincipalEntityType.IsOwned()) is { } key)
            {
                var principal = scene.Maker.Parent(key.PrincipalEntityType);
                for (var index = 0; index < key.Properties.Count; index++)
                {
                    entry.Property(key.Properties[index].Name).CurrentValue = principal[key.PrincipalKey.Properties[index].Name];
                }
            }
            else
            {
                entry.Property(property.Name).CurrentValue = RowProfiles.ValueOf(property, null, 0, 1);
            }
        }
    }

    private static void Set(EntityEntry entry, (IProperty Property, object? Value)? spelled)
    {
        if (spelled is { } one)
        {
            entry.Property(one.Property.Name).CurrentValue = one.Value;
        }
    }
}
