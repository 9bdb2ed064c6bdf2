using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>
/// Records for each operation which instruction of the migration adds it. Every method of <see cref="MigrationBuilder"/>, and every extension of a
/// provider or of the application, ends in <see cref="Operations"/>: who asks for the list is about to add to its end. So loops and methods
/// that a migration calls are followed as they really run, which reading the source could not do.
/// </summary>
internal sealed class TracingMigrationBuilder(Type migration, string? provider) : MigrationBuilder(provider)
{
    private readonly Dictionary<int, (MethodBase Method, int Offset)> _origins = [];

    public override List<MigrationOperation> Operations
    {
        get
        {
            Note(base.Operations.Count);
            return base.Operations;
        }
    }

    /// <summary>The instruction that added an operation, in a method of the migration's class; null when it was added some other way.</summary>
    public (MethodBase Method, int Offset)? OriginOf(int index) => _origins.TryGetValue(index, out var origin) ? origin : null;

    private void Note(int index)
    {
        foreach (var frame in new StackTrace(2, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is { } method && IsOfMigration(method.DeclaringType))
            {
                _origins[index] = (method, frame.GetILOffset());
                return;
            }
        }
    }

    /// <summary>The migration's class, one that it inherits from, or one that the compiler put into it for a lambda.</summary>
    private bool IsOfMigration(Type? type)
    {
        for (; type is not null; type = type.DeclaringType)
        {
            if (type != typeof(Migration) && type.IsAssignableFrom(migration) && type.IsSubclassOf(typeof(Migration)))
            {
                return true;
            }
        }

        return false;
    }
}
