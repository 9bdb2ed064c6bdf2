using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of checks, computed columns and query filters: rows with values at which the dialects part.</summary>
internal sealed class CombinationProbe(ProbeScene scene)
{
    /// <summary>Rows with values at the edges of a check, of what is computed from them, or on both sides of a filter.</summary>
    public IReadOnlyList<ProbeAnswer> Run(IEntityType type, Probe probe)
    {
        var answers = new List<ProbeAnswer>();
        foreach (var argument in probe.Arguments)
        {
            var parts = argument.Split('\u001f');
            scene.Linq = probe.Kind == ProbeKind.Filter ? $"context.Set<{type.ClrType.Name}>().Count()"
                : $"context.Add(new {type.ClrType.Name} {{ {(parts.Length == 1 ? "" : $"{parts[0]} = … ")}}}); context.SaveChanges()";
            if (parts.Length == 1)
            {
                answers.Add(scene.Step("row", () => Answer(type, probe, null)));
            }
            else if (Find(type, parts[0]) is var (reference, property) && property is not null
                && ProbeValues.TryParse(property, ProbeValues.KindOf(property), parts[1] == "\u0000" ? null : parts[1], out var value))
            {
                answers.Add(scene.Step(
                    $"{parts[0]} = {(parts[1] == "\u0000" ? "NULL" : $"\"{parts[1]}\"")}",
                    () => reference is null ? Answer(type, probe, holder => holder.Property(property.Name).CurrentValue = value) : Referring(type, probe, reference, property, value)));
            }
        }

        return answers;
    }

    private IReadOnlyList<string?> Answer(IEntityType type, Probe probe, Action<EntityEntry>? shape, Action? afterwards = null)
    {
        var made = scene.Make(type, holder =>
        {
            if (probe.Kind == ProbeKind.Computed)
            {
                Number(holder, type, probe.Name);
            }

            shape?.Invoke(holder);
        });
        afterwards?.Invoke();
        return probe.Kind switch
        {
            ProbeKind.Computed => [scene.Reread(made, type, probe.Name)],
            ProbeKind.Filter => [scene.Visible(type, made) ? "visible" : "hidden"],
            _ => [ProbeScene.Accepted],
        };
    }

    private static (INavigation? Reference, IProperty? Property) Find(IEntityType type, string path) =>
        path.Split('.') is [var name, var rest] && type.FindNavigation(name) is { } reference
            ? (reference, reference.TargetEntityType.FindProperty(rest))
            : (null, type.FindProperty(path));

    /// <summary>A row that refers to one with a value.</summary>
    private IReadOnlyList<string?> Referring(IEntityType type, Probe probe, INavigation reference, IProperty property, object? value)
    {
        var principal = scene.Maker.Parent(reference.TargetEntityType);
        var (dependents, keys) = (reference.ForeignKey.Properties, reference.ForeignKey.PrincipalKey.Properties);
        return Answer(
            type,
            probe,
            holder =>
            {
                for (var index = 0; index < keys.Count; index++)
                {
                    holder.Property(dependents[index].Name).CurrentValue = principal[keys[index].Name];
                }
            },
            () =>
            {
                scene.Context.ChangeTracker.Clear();
                var concrete = PropertyPath.Concrete(reference.TargetEntityType);
                var changed = scene.Maker.SetOf(concrete).Entry(RowParts.Instance(concrete));
                foreach (var known in concrete.GetProperties().Where(known => !known.IsShadowDiscriminator()))
                {
                    changed.Property(known.Name).CurrentValue = principal[known.Name];
                }

                changed.State = EntityState.Unchanged;
                changed.Property(property.Name).CurrentValue = value;
                changed.Property(property.Name).IsModified = true;
                scene.Context.SaveChanges();
            });
    }

    /// <summary>Sets keys that are part of a computed column to the same values on both engines, which would otherwise generate different ones.</summary>
    private void Number(EntityEntry holder, IEntityType type, string name)
    {
        var design = scene.Context.GetService<IDesignTimeModel>().Model.FindEntityType(type.Name)!;
        var sql = design.FindProperty(name)?.GetComputedColumnSql() ?? string.Empty;
        foreach (var property in type.GetProperties().Where(property => SurfaceReader.Names(sql, property.GetColumnName()) && ProbeValues.KindOf(property) is >= ProbeValueKind.Short and <= ProbeValueKind.ULong))
        {
            if (type.GetForeignKeys().FirstOrDefault(key => key.Properties is [var only] && only == property) is { PrincipalEntityType: var principal, PrincipalKey.Properties: [var referred] })
            {
                scene.Maker.Make(PropertyPath.Concrete(principal), entry => entry.Property(referred.Name).CurrentValue = Fixed(referred));
                holder.Property(property.Name).CurrentValue = Fixed(property);
            }
            else if (property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd)
            {
                holder.Property(property.Name).CurrentValue = Fixed(property);
            }
        }
    }

    private static object? Fixed(IProperty property) => ProbeValues.TryParse(property, ProbeValues.KindOf(property), "30001", out var value) ? value : null;
}
