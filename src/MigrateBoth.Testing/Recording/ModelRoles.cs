using System.Runtime.CompilerServices;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.Testing.Recording;

/// <summary>Which columns of a model hold generated values.</summary>
internal sealed class ModelRoles
{
    private static readonly ConditionalWeakTable<IModel, ModelRoles> s_known = [];

    // Without regard to case: MySQL on some systems tells the names of tables in lower case.
    private readonly Dictionary<string, ColumnOrigin> _columns = new(StringComparer.OrdinalIgnoreCase);

    private ModelRoles(IModel model)
    {
        foreach (var table in model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns)
            {
                // A table may hold several types; the key of an owned one refers to its owner's.
                var roles = column.PropertyMappings.Select(mapping => RoleOf(mapping.Property)).DefaultIfEmpty(ColumnRole.Value).ToList();
                var role = roles.Contains(ColumnRole.GeneratedKey) ? ColumnRole.GeneratedKey : roles.Max();
                _columns[$"{table.Name}.{column.Name}"] = new ColumnOrigin($"{table.Name}.{column.Name}", role);
            }
        }
    }

    public static ModelRoles Of(IModel model) => s_known.GetValue(model, static model => new ModelRoles(model));

    /// <summary>A column of the model; null when the model has no such column.</summary>
    public ColumnOrigin? Find(string table, string column) => _columns.GetValueOrDefault($"{table}.{column}");

    private static ColumnRole RoleOf(IProperty property)
    {
        if (property.IsKey() && property.ValueGenerated.HasFlag(ValueGenerated.OnAdd))
        {
            return ColumnRole.GeneratedKey;
        }

        if (IsReference(property, depth: 0))
        {
            return ColumnRole.GeneratedReference;
        }

        return property.ValueGenerated == ValueGenerated.Never ? ColumnRole.Value : ColumnRole.StoreGenerated;
    }

    // A key may itself be a reference (a one-to-one, a join table); a cycle of such keys generates nothing.
    private static bool IsReference(IProperty property, int depth) => depth < 16 && property.GetContainingForeignKeys().Any(key =>
    {
        var principal = key.PrincipalKey.Properties[key.Properties.ToList().IndexOf(property)];
        return principal.ValueGenerated.HasFlag(ValueGenerated.OnAdd) || IsReference(principal, depth + 1);
    });
}
