using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>New files in one project while the context looks for migrations in another would never be seen.</summary>
internal static class MigrationsAssemblyCheck
{
    public static void Ensure(RentedContext context, HostProject project)
    {
        var actual = context.Migrations.Assembly.GetName().Name;
        if (!string.Equals(actual, project.AssemblyName, StringComparison.Ordinal))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "migrations-assembly-mismatch",
                $"The {context.Engine.DisplayName()} context looks for its migrations in the assembly {actual}, "
                    + $"but they would be written to {Path.GetFileName(project.File)}, whose assembly is {project.AssemblyName}.",
                $"Name the project of {actual} as '{context.Engine.Id()}.project' in migrateboth.json, "
                    + $"or give the provider MigrationsAssembly(\"{project.AssemblyName}\").");
        }
    }
}
