namespace MigrateBoth.Core.Model;

/// <summary>A check constraint as the model has it.</summary>
/// <param name="Name">The name the provider gives it (catalogue row S-52: unique per database on MySQL).</param>
/// <param name="Sql">Its SQL.</param>
public sealed record ModelCheck(string Name, string Sql);
