using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Fixing;

/// <summary>Operations by the object that they make; the last one counts. They are EF Core's own, with all that the provider adds to them.</summary>
internal sealed class ObjectOperations
{
    private readonly Dictionary<(Type Kind, string Table, string Name), MigrationOperation> _operations = [];

    private ObjectOperations(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            Read(operation);
        }
    }

    /// <summary>What makes the whole model from nothing.</summary>
    public static ObjectOperations OfModel(RentedContext context) =>
        new(context.Service<IMigrationsModelDiffer>().GetDifferences(source: null, context.Service<IDesignTimeModel>().Model.GetRelationalModel()));

    /// <summary>What the migrations make; nothing where one of them cannot be run.</summary>
    public static ObjectOperations OfMigrations(RentedContext context)
    {
        try
        {
            return new(new MigrationsReader(context).ReadUps());
        }
        catch (MigrateBothException)
        {
            return new([]);
        }
    }

    /// <summary>The operation that makes an object, or null when nothing does.</summary>
    public T? Find<T>(string table, string name)
        where T : MigrationOperation =>
        _operations.TryGetValue((typeof(T), table.ToUpperInvariant(), name.ToUpperInvariant()), out var operation) ? (T)operation : null;

    /// <summary>Whether an index begins with the columns of a foreign key of its table.</summary>
    public bool IsForeignKeyIndex(CreateIndexOperation index) => _operations.Values.OfType<AddForeignKeyOperation>().Any(key =>
        string.Equals(key.Table, index.Table, StringComparison.OrdinalIgnoreCase) && index.Columns.Take(key.Columns.Length).SequenceEqual(key.Columns));

    private void Read(MigrationOperation operation)
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
            case AddCheckConstraintOperation check:
                Add(check.Table, check.Name, check);
                break;
            case AddColumnOperation column:
                Add(column.Table, column.Name, column);
                break;
            case AlterColumnOperation altered:
                Add(altered.Table, altered.Name, ColumnOperations.Made(altered));
                break;
        }
    }

    private void Add(string table, string? name, MigrationOperation operation)
    {
        if (name is not null)
        {
            _operations[(operation.GetType(), table.ToUpperInvariant(), name.ToUpperInvariant())] = operation;
        }
    }
}
