using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>The attributes of schema objects by name, in the server's own words. The order is that of the report.</summary>
internal static class AttributeText
{
    public const string Type = "type";
    public const string Null = "null";
    public const string Default = "default";
    public const string Computed = "computed";
    public const string Identity = "identity";
    public const string Collation = "collation";
    public const string CharacterSet = "character set";
    public const string Comment = "comment";
    public const string OnUpdate = "on update";
    public const string Visibility = "visibility";
    public const string Name = "name";

    public static IReadOnlyList<(string Name, string? Value)> Of(Table? table) => table is null ? [] :
    [
        (Collation, table.Collation),
        (Comment, table.Comment),
        .. table.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => (option.Key, (string?)option.Value)),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(Column? column) => column is null ? [] :
    [
        (Type, column.Type.Text),
        (Null, column.IsNullable ? "NULL" : "NOT NULL"),
        (Default, column.Default?.Text),
        (Computed, column.Generated is { } generated ? Texts.Of(generated) : null),
        (Identity, column.IsIdentity ? "generated" : null),
        (Collation, column.Collation),
        (CharacterSet, column.CharacterSet),
        (Comment, column.Comment),
        (OnUpdate, column.OnUpdate),
        (Visibility, column.IsInvisible ? "INVISIBLE" : null),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(PrimaryKey? key) => key is null ? [] : [("columns", Texts.Of(key.Columns))];

    public static IReadOnlyList<(string Name, string? Value)> Of(TableIndex? index) => index is null ? [] :
    [
        ("uniqueness", index.IsUnique ? "UNIQUE" : "not unique"),
        ("columns", Texts.Of(index with { IsUnique = false, Method = "btree", Filter = null, IsVisible = true })),
        ("filter", index.Filter),
        ("method", index.Method == "btree" ? null : index.Method),
        (Visibility, index.IsVisible ? null : "INVISIBLE"),
        (Comment, index.Comment),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(ForeignKey? key) => key is null ? [] :
    [
        ("columns", Texts.Of(key.Columns)),
        ("references", $"{key.PrincipalTable} {Texts.Of(key.PrincipalColumns)}"),
        ("on delete", Texts.Of(key.OnDelete)),
        (OnUpdate, Texts.Of(key.OnUpdate)),
        ("deferral", key.IsDeferred ? "DEFERRABLE INITIALLY DEFERRED" : null),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(CheckConstraint? check) => check is null ? [] :
    [
        ("expression", check.Expression),
        ("enforcement", check.IsEnforced ? null : "NOT ENFORCED"),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(Trigger? trigger) => trigger is null ? [] :
    [
        ("fires", $"{trigger.Timing} {trigger.Event}"),
        ("definition", trigger.Definition),
    ];

    public static IReadOnlyList<(string Name, string? Value)> Of(View? view) => view is null ? [] :
    [
        ("columns", Texts.Of(view.Columns)),
        ("definition", view.Definition),
        ("validity", view.IsValid ? null : "cannot be resolved any more"),
    ];
}
