using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Reports;

/// <summary>One of the two schemas that a check was about.</summary>
/// <param name="Name">What people call it, such as <c>SQLite</c> or <c>migrations on MySQL</c>.</param>
/// <param name="Engine">Its engine; both sides of a <c>diff</c> may have the same.</param>
/// <param name="Schema">What its catalog says, or null when it could not be read.</param>
public sealed record SchemaSide(string Name, Engine Engine, DatabaseSchema? Schema);
