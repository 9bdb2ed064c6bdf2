namespace MigrateBoth.Tool.CommandLine;

/// <summary>Which MySQL server the user wants.</summary>
/// <param name="Server"><c>--mysql</c>, or null.</param>
/// <param name="Image"><c>--mysql-image</c>, or null.</param>
internal sealed record MySqlOptions(string? Server, string? Image)
{
    private const string Auto = "auto";

    /// <summary><c>docker</c>, <c>local</c>, a connection string, or <c>auto</c> when neither the option nor the environment says more.</summary>
    public string ServerFor(ToolConsole console) =>
        Server is null or Auto ? console.Variable("MIGRATEBOTH_MYSQL") ?? Auto : Server;
}
