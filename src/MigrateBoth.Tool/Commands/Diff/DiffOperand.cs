using MigrateBoth.Core;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>One side of a comparison as it was named on the command line.</summary>
/// <param name="Source">Where the schema comes from.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Connection">What leads to the database; may hold a password. Null for what the project builds.</param>
internal sealed record DiffOperand(DiffSource Source, Engine Engine, string? Connection = null)
{
    /// <summary>Whether the project has to be built for it.</summary>
    public bool IsBuilt => Source != DiffSource.Database;

    // A record prints its members; this one must never print a password.
    public override string ToString() => Source switch
    {
        DiffSource.Model => $"model:{Engine.Id()}",
        DiffSource.Migrations => $"migrations:{Engine.Id()}",
        _ => Engine.Id(),
    };
}
