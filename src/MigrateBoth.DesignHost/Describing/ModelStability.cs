using System.Collections;
using System.Globalization;
using System.Reflection;

using MigrateBoth.Core.Model;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Builds the model a second time and names what is another then: <c>HasData</c> with a new Guid or the time, a default of that kind.</summary>
internal sealed class ModelStability(RentedContext context)
{
    private IReadOnlyList<UnstableValue>? _found;

    /// <summary>The values that differ between two builds; empty where all is the same, or where a second model cannot be built.</summary>
    public IReadOnlyList<UnstableValue> Find()
    {
        if (_found is null)
        {
            var first = context.Service<IDesignTimeModel>().Model;
            _found = Second() is { } second ? [.. Differences(first, second)] : [];
        }

        return _found;
    }

    /// <summary>Operations without those that only follow such values.</summary>
    public IReadOnlyList<MigrationOperation> WithoutUnstable(IReadOnlyList<MigrationOperation> operations)
    {
        var columns = Find().Select(value => (value.Table, value.Column)).ToHashSet();
        var tables = Find().Where(value => value.Origin == HasData).Select(value => value.Table).ToHashSet(StringComparer.Ordinal);
        return [.. operations.Where(operation => operation switch
        {
            UpdateDataOperation update => !update.Columns.All(column => columns.Contains((update.Table, column))),
            InsertDataOperation insert => !(tables.Contains(insert.Table) && operations.OfType<DeleteDataOperation>().Any(delete => delete.Table == insert.Table)),
            DeleteDataOperation delete => !(tables.Contains(delete.Table) && operations.OfType<InsertDataOperation>().Any(insert => insert.Table == delete.Table)),
            AlterColumnOperation alter => !columns.Contains((alter.Table, alter.Name)),
            _ => true,
        })];
    }

    private const string HasData = "HasData";
    private const string Default = "HasDefaultValue";

    private IModel? Second()
    {
        var source = context.Service<IModelSource>();
        var dependencies = context.Service<ModelCreationDependencies>();
        using var environment = context.Resolver.EnterEnvironment();
        try
        {
            // The one step that remembers nothing; EF Core keeps it to itself.
            var create = source.GetType().GetMethod("CreateModel", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(DbContext), typeof(Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure.IConventionSetBuilder), typeof(ModelDependencies)]);
            return create?.Invoke(source, BindingFlags.DoNotWrapExceptions, null, [context.Context, dependencies.ConventionSetBuilder, dependencies.ModelDependencies], null) is IModel model
                ? dependencies.ModelRuntimeInitializer.Initialize(model, designTime: true)
                : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // OnModelCreating that runs once only: what cannot be compared is not said to be unstable, and stays a pending change.
            return null;
        }
    }

    private static IEnumerable<UnstableValue> Differences(IModel first, IModel second)
    {
        foreach (var one in first.GetEntityTypes())
        {
            if (second.FindEntityType(one.Name) is not { } other)
            {
                continue;
            }

            foreach (var property in one.GetProperties())
            {
                if (other.FindProperty(property.Name) is { } again
                    && property.TryGetDefaultValue(out var value) && again.TryGetDefaultValue(out var changed) && !Same(value, changed))
                {
                    yield return Of(one, property, Default, value, changed);
                }
            }

            foreach (var (row, same) in one.GetSeedData().Zip(other.GetSeedData()))
            {
                foreach (var property in one.GetProperties())
                {
                    if (row.TryGetValue(property.Name, out var value) && same.TryGetValue(property.Name, out var changed) && !Same(value, changed))
                    {
                        yield return Of(one, property, HasData, value, changed);
                    }
                }
            }
        }
    }

    private static UnstableValue Of(IEntityType type, IProperty property, string origin, object? first, object? second) => new(
        type.GetTableName() ?? type.ShortName(),
        property.GetColumnName(),
        $"{type.ShortName()}.{property.Name}",
        origin,
        Text(first),
        Text(second));

    private static bool Same(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : StructuralComparisons.StructuralEqualityComparer.Equals(one, other);

    private static string Text(object? value) => value switch
    {
        null => "null",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
