using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Applying;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>The SQL script of one side, as EF Core writes it where that can be run.</summary>
internal static class ScriptGenerator
{
    public static string Generate(RentedContext context, string? from, string? to, bool idempotent)
    {
        var targets = new MigrationTargets(context);
        if (idempotent && context.MySqlProvider is { HasIdempotentScripts: false })
        {
            return new RoutineScript(context).Generate(targets.Resolve(from), targets.Resolve(to));
        }

        try
        {
            return context.Service<IMigrator>().GenerateScript(
                targets.Resolve(from),
                targets.Resolve(to),
                idempotent ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);
        }
        catch (NotSupportedException exception) when (idempotent)
        {
            // M-43: SQLite has no procedural SQL.
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "idempotent-unsupported",
                $"{context.Engine.DisplayName()} has no idempotent scripts: {exception.Message}",
                "Leave out --idempotent, or give --from.",
                exception);
        }
    }
}
