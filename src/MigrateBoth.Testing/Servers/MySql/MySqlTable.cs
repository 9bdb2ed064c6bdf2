namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>A table of the template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Create">The statement that makes it, without the database's name.</param>
/// <param name="Columns">The columns that can be inserted, quoted and joined by commas: generated ones are left out.</param>
/// <param name="HasRows">Whether the migrations put rows into it.</param>
/// <param name="NextIdentity">The next AUTO_INCREMENT value; null where it has none.</param>
internal sealed record MySqlTable(string Name, string Create, string Columns, bool HasRows, ulong? NextIdentity);
