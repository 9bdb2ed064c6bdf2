using MigrateBoth.Core.Providers;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The packages that say what a project works with.</summary>
internal static class ProjectPackages
{
    /// <summary>With it the project's tests run on both engines.</summary>
    public const string Testing = "MigrateBoth.Testing";

    /// <summary>With it one assembly holds both providers' migrations.</summary>
    public const string Runtime = "MigrateBoth.EntityFrameworkCore";

    public static bool IsRuntime(string package) => package.Equals(Runtime, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a project needs so that EF Core's tools, and this one, can run it.</summary>
    public static bool IsDesign(string package) => package.Equals("Microsoft.EntityFrameworkCore.Design", StringComparison.OrdinalIgnoreCase);

    public static bool IsEfCore(string package) =>
        package.Equals("Microsoft.EntityFrameworkCore", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Relational", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Design", StringComparison.OrdinalIgnoreCase)
        || IsSqliteProvider(package);

    public static bool IsSqliteProvider(string package) =>
        package.Equals("Microsoft.EntityFrameworkCore.Sqlite", StringComparison.OrdinalIgnoreCase)
        || package.Equals("Microsoft.EntityFrameworkCore.Sqlite.Core", StringComparison.OrdinalIgnoreCase);

    /// <summary>A provider that is known, or a package that is called as one.</summary>
    public static bool IsMySqlProvider(string package) =>
        MySqlProviders.Named(package) is not null
        || (package.EndsWith(".EntityFrameworkCore.MySql", StringComparison.OrdinalIgnoreCase) && !MySqlProviders.Refused.ContainsKey(package));
}
