using System.Reflection;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>How the tool calls itself.</summary>
internal static class ToolName
{
    /// <summary>As it is typed.</summary>
    public const string Command = "dotnet migrate-both";

    /// <summary>In JSON and reports.</summary>
    public const string Name = "migrate-both";

    /// <summary>The first line of <c>--help</c>.</summary>
    public const string Tagline = "Keeps one EF Core model honest on SQLite and MySQL.";

    /// <summary>Where a fault of the tool is reported.</summary>
    public const string IssuesUri = "https://github.com/migrateboth/migrateboth/issues";

    /// <summary>What an error means and what to do about it.</summary>
    /// <param name="code">The error's code.</param>
    public static string HelpUri(string code) => $"https://github.com/migrateboth/migrateboth/blob/main/docs/troubleshooting.md#{code}";

    /// <summary>The version of the package, without build metadata.</summary>
    public static string Version { get; } =
        typeof(ToolName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The examples of the first help page.</summary>
    public static IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("add AddCustomerEmail", "Scaffold one migration for both engines"),
        new("verify", "Prove that both sides build the same schema"),
        new("explain MB301", "What a rule means and how to fix it"),
    ];
}
