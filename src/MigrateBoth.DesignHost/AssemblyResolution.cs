using System.Reflection;
using System.Runtime.Loader;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost;

/// <summary>
/// Finds assemblies that the start-up project's deps.json does not name: a migrations project that is only loaded by name, or the
/// output of a class library whose packages are not copied.
/// </summary>
internal static class AssemblyResolution
{
    public static void Install(HostSession session)
    {
        string[] directories =
        [
            .. new[] { session.Startup, session.Project, session.Sqlite.Migrations, session.MySql.Migrations }
                .Select(project => Path.GetDirectoryName(project.AssemblyPath)!)
                .Distinct(StringComparer.Ordinal),
        ];

        AssemblyLoadContext.Default.Resolving += (context, name) => directories
            .Select(directory => Path.Combine(directory, name.Name + ".dll"))
            .Where(File.Exists)
            .Select(context.LoadFromAssemblyPath)
            .FirstOrDefault();
    }

    /// <summary>Loads a project's assembly by name first, so that it is the one the application itself would use.</summary>
    public static Assembly Load(HostProject project)
    {
        try
        {
            return Assembly.Load(new AssemblyName(project.AssemblyName));
        }
        catch (FileNotFoundException)
        {
            // Known neither to deps.json nor beside the others: the path that the build reported is the last word.
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(project.AssemblyPath);
        }
    }
}
