using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Fixing;

/// <summary>The operations that make the whole model from nothing, by what they make: EF Core's own, with all that the provider adds to them.</summary>
internal sealed class ModelOperations
{
    private readonly Dictionary<(Type Kind, string Table, string Name), MigrationOperation> _operations = [];

    public ModelOperations(RentedContext context)
    {
        var model = context.Service<IDesignTimeModel>().Model.GetRelationalModel();
        foreach (var operation in context.Service<IMigrationsModelDiffer>().GetDifferences(source: null, model))
        {
            switch (operation)
            {
                case CreateTableOperation table:
                    table.Columns.ForEach(column => Add(table.Name, column.Name, column));
                    table.ForeignKeys.ForEach(key => Add(table.Name, key.Name, key));
                    table.CheckConstraints.ForEach(check => Add(table.Name, check.Name, check));
                    break;
                case CreateIndexOperation index:
                    Add(index.Table, index.Name, index);
                    break;
                case AddForeignKeyOperation key:
                    Add(key.Table, key.Name, key);
                    break;
            }
        }
    }

    /// <summary>The operation that makes an object, or null when the model does not have it.</summary>
    public T? Find<T>(string table, string name)
        where T : MigrationOperation =>
        _operations.TryGetValue((typeof(T), table.ToUpperInvariant(), name.ToUpperInvariant()), out var operation) ? (T)operation : null;

    /// <summary>Whether an index begins with the columns of a foreign key of its table.</summary>
    public bool IsForeignKeyIndex(CreateIndexOperation index) => _operations.Values.OfType<AddForeignKeyOperation>().Any(key =>
        string.Equals(key.Table, index.Table, StringComparison.OrdinalIgnoreCase) && index.Columns.Take(key.Columns.Length).SequenceEqual(key.Columns));

    private void Add(string table, string? name, MigrationOperation operation)
    {
        if (name is not null)
        {
            _operations[(operation.GetType(), table.ToUpperInvariant(), name.ToUpperInvariant())] = operation;
        }
    }
}
