using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>Collects the constraints of one table while its text is parsed: SQLite lets most of them stand at a column or behind all columns.</summary>
internal sealed class ConstraintCollector
{
    private readonly List<KeyText> _uniques = [];
    private readonly List<ForeignKeyText> _foreignKeys = [];
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<string> _conflictClauses = [];

    public KeyText? PrimaryKey { get; private set; }

    public IReadOnlyList<KeyText> Uniques => _uniques;

    public IReadOnlyList<ForeignKeyText> ForeignKeys => _foreignKeys;

    public IReadOnlyList<CheckConstraint> Checks => _checks;

    public IReadOnlyList<string> ConflictClauses => _conflictClauses;

    public void SetPrimaryKey(KeyText key) => PrimaryKey = key;

    public void AddUnique(KeyText key) => _uniques.Add(key);

    public void AddForeignKey(ForeignKeyText key) => _foreignKeys.Add(key);

    /// <summary>A deferral that stands apart belongs to the foreign key before it; without one SQLite takes it for nothing.</summary>
    public void SetDeferred(bool isDeferred)
    {
        if (_foreignKeys.Count > 0)
        {
            _foreignKeys[^1] = _foreignKeys[^1] with { IsDeferred = isDeferred };
        }
    }

    /// <summary>Parses what follows the word CHECK.</summary>
    public void ParseCheck(SqlCursor cursor, string? name)
    {
        var condition = cursor.Parentheses().WithoutParentheses().Text;
        _checks.Add(new CheckConstraint(name, condition));
        ParseConflict(cursor, $"check ({condition})");
    }

    /// <summary>Parses ON CONFLICT if it comes next.</summary>
    public void ParseConflict(SqlCursor cursor, string constraint)
    {
        if (cursor.Try("ON", "CONFLICT"))
        {
            _conflictClauses.Add($"{constraint} {cursor.Name().ToLowerInvariant()}");
        }
    }

    /// <summary>Parses <c>CONSTRAINT name</c>; of several in a row SQLite keeps the last.</summary>
    public static string? ParseName(SqlCursor cursor)
    {
        string? name = null;
        while (cursor.Try("CONSTRAINT"))
        {
            name = cursor.Name();
        }

        return name;
    }
}
