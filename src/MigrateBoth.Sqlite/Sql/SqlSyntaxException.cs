namespace MigrateBoth.Sqlite.Sql;

/// <summary>The text is not what the parser knows. Never leaves this assembly: the reader turns it into an unread object.</summary>
internal sealed class SqlSyntaxException(string message) : Exception(message);
