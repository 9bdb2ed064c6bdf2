namespace MigrateBoth.Core.Reports;

/// <summary>The model a check was about.</summary>
/// <param name="Context">The full name of the context type; both, where each engine has its own.</param>
/// <param name="EntityTypes">The number of entity types.</param>
/// <param name="Tables">The number of tables.</param>
/// <param name="EfCore">EF Core's version.</param>
/// <param name="MySqlProvider">The MySQL provider and its version, or null when it was not loaded.</param>
public sealed record ModelInfo(string Context, int EntityTypes, int Tables, string EfCore, string? MySqlProvider);
