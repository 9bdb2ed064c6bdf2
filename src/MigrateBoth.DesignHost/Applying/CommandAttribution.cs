using MigrateBoth.DesignHost.Describing;

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>
/// Determines the operation that a command comes from. EF Core does not keep this information: each operation is generated alone and the texts are
/// compared. A command that serves several operations, such as SQLite's table rebuild, belongs to none.
/// </summary>
internal sealed class CommandAttribution
{
    private readonly Dictionary<string, Queue<string>> _operations = new(StringComparer.Ordinal);

    public CommandAttribution(IMigrationsSqlGenerator generator, IReadOnlyList<MigrationOperation> operations, IModel? model)
    {
        foreach (var operation in operations)
        {
            foreach (var text in TextsOf(generator, operation, model))
            {
                if (!_operations.TryGetValue(text, out var words))
                {
                    _operations[text] = words = new Queue<string>();
                }

                words.Enqueue(OperationWords.Describe(operation).Summary);
            }
        }
    }

    public string? OperationOf(MigrationCommand command) =>
        _operations.TryGetValue(command.CommandText, out var words) && words.TryDequeue(out var word) ? word : null;

    private static IReadOnlyList<string> TextsOf(IMigrationsSqlGenerator generator, MigrationOperation operation, IModel? model)
    {
        try
        {
            return [.. generator.Generate([operation], model).Select(command => command.CommandText)];
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            // Possible only together with its neighbours; its commands stay without a name.
            return [];
        }
    }
}
