using MigrateBoth.Core.Schema;
using MigrateBoth.Specification.Catalog;

namespace MigrateBoth.Sqlite.Tests.Catalog;

public sealed class SqliteColumnTests(SqliteFixture fixture) : ColumnSpecification(fixture), IClassFixture<SqliteFixture>
{
    protected override string IdentityColumn => "INTEGER NOT NULL CONSTRAINT `PK_t` PRIMARY KEY AUTOINCREMENT";

    protected override (string Definition, string Collation) Collated => ("TEXT COLLATE NOCASE", "NOCASE");

    protected override IReadOnlyList<(string Declaration, StoreType Expected)> Types { get; } =
    [
        ("INTEGER", Type("integer")),
        ("TEXT", Type("text")),
        ("BLOB", Type("blob")),
        ("REAL", Type("real")),
        ("NUMERIC", Type("numeric")),
        ("varchar(50)", Type("varchar", length: 50)),
        ("VARCHAR( 50 )", Type("varchar", length: 50)),
        ("DECIMAL(18, 2)", Type("decimal", precision: 18, scale: 2)),
        ("double precision", Type("double precision")),
        ("unsigned big int", Type("big int", isUnsigned: true)),
        (string.Empty, Type(string.Empty)),
        ("\"quoted type\"", Type("quoted type")),
    ];

    private static StoreType Type(string name, int? length = null, int? precision = null, int? scale = null, bool isUnsigned = false) =>
        new(name, length, precision, scale, isUnsigned, [], string.Empty);
}
