namespace MigrateBoth.Core.Rules;

/// <summary>What every rule has.</summary>
/// <param name="Id">The stable id, such as <c>MB301</c>.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters unless the configuration or the case itself says otherwise.</param>
public abstract record Rule(string Id, string Title, Severity DefaultSeverity)
{
    /// <summary>Where the rule is explained.</summary>
    public string HelpUri => $"https://github.com/migrateboth/migrateboth/blob/main/docs/rules.md#{Id.ToLowerInvariant()}";

    /// <summary>Whether the rule says that something could not be verified (MB9xx).</summary>
    public bool IsUnverified => Id.StartsWith("MB9", StringComparison.Ordinal);
}
