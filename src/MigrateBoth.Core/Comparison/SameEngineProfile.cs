using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares two databases of one engine: both catalogs have the same notation, so hardly anything needs interpretation.</summary>
public static class SameEngineProfile
{
    /// <summary>Everything, views and triggers included: for two databases that should be alike in every respect.</summary>
    public static ComparisonProfile Full { get; } = Create(comparesViewsAndTriggers: true);

    /// <summary>Everything that EF Core itself creates: for a migrated database (right) against one made from the model (left).</summary>
    public static ComparisonProfile ModelObjects { get; } = Create(comparesViewsAndTriggers: false);

    private static ComparisonProfile Create(bool comparesViewsAndTriggers) => new()
    {
        Columns =
        [
            new(DifferenceKind.ColumnType, c => Judgement.EqualIf(c.Left.Type.IsSameAs(c.Right.Type)), c => c.Type.Text),
            new(DifferenceKind.Nullability, Nullability.Judge, Nullability.Show),
            new(DifferenceKind.DefaultValue, SameEngineDefaults.Judge, c => c.Default?.Text),
            new(DifferenceKind.GeneratedColumn, c => GeneratedColumns.Judge(c, Expressions), c => c.Generated is null ? null : Texts.Of(c.Generated)),
            new(DifferenceKind.Identity, c => Judgement.EqualIf(c.Left.IsIdentity == c.Right.IsIdentity), Identity.Show),
            new(DifferenceKind.Collation, c => Judgement.EqualIf(SameCollation(c)), c => c.Collation),
            new(DifferenceKind.Comment, c => Judgement.EqualIf(string.Equals(c.Left.Comment, c.Right.Comment, StringComparison.Ordinal)), c => c.Comment),
            .. ColumnAttributes.Facts(Expressions),
        ],
        Expressions = Expressions,
        Databases = SameDatabases,
        TableOptions = TableOptions,
        SameAction = EngineTraits.ActAlike,
        SameName = Names.Same,
        SameUnread = (left, right) => !left.IsPartial && !right.IsPartial && left.Kind == right.Kind && left.Path == right.Path && left.Text == right.Text,
        ComparesComments = true,
        ComparesAttributes = true,
        ComparesViewsAndTriggers = comparesViewsAndTriggers,
        Views = Judge,
        Triggers = Judge,
    };

    private static Judgement Expressions(TablePair tables, ExpressionSide left, ExpressionSide right) =>
        Judge(tables.LeftSchema, tables.RightSchema, left.Text, right.Text);

    private static Judgement Judge(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right) =>
        Judgement.EqualIf(LiteralExpressions.Same(leftSchema, rightSchema, left, right));

    private static bool SameCollation(ColumnPair columns) =>
        Collations.Same(columns.Left.Collation, columns.Right.Collation)
        && Names.Same(columns.Left.CharacterSet, columns.Right.CharacterSet);

    private static IReadOnlyList<SchemaDifference> SameDatabases(DatabaseSchema left, DatabaseSchema right) =>
        Names.Same(left.DefaultCollation, right.DefaultCollation) && Names.Same(left.DefaultCharacterSet, right.DefaultCharacterSet)
            ? []
            :
            [
                new SchemaDifference
                {
                    Kind = DifferenceKind.DatabaseCollation,
                    ObjectKind = ObjectKind.Database,
                    Object = new ObjectPath("database"),
                    LeftEngine = left.Engine,
                    RightEngine = right.Engine,
                    Left = left.DefaultCollation ?? left.DefaultCharacterSet,
                    Right = right.DefaultCollation ?? right.DefaultCharacterSet,
                },
            ];

    private static IReadOnlyList<(string Option, string? Left, string? Right)> TableOptions(TablePair pair) =>
    [
        ("collation", pair.Left.Collation, pair.Right.Collation),
        .. pair.Left.Options.Keys.Union(pair.Right.Options.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(option => (option, pair.Left.Options.GetValueOrDefault(option), pair.Right.Options.GetValueOrDefault(option))),
    ];
}

/// <summary>Compares the defaults of one column in two databases of one engine.</summary>
internal static class SameEngineDefaults
{
    public static Judgement Judge(ColumnPair columns)
    {
        var (left, right) = (columns.Left.Default, columns.Right.Default);
        if (left is null || right is null)
        {
            return left is null && right is null ? Judgement.Equal
                : left is null && IsResidue(columns.Right) ? Judgement.Of(DifferenceKind.DefaultResidue)
                : Judgement.Differs();
        }

        return Judgement.EqualIf(Same(columns.Tables, left, right));
    }

    /// <summary>
    /// Whether the default can be what AddColumn leaves behind (catalogue row M-05): a constant on a required column. EF Core always writes
    /// the column, so that it never comes to bear.
    /// </summary>
    public static bool IsResidue(Column column) =>
        !column.IsNullable && column.Generated is null && column.Default is { Kind: not ColumnDefaultKind.Expression };

    /// <summary>The catalog's own text decides. A literal can be a bare text, in which blanks count: only an expression is a sequence of tokens.</summary>
    private static bool Same(TablePair tables, ColumnDefault left, ColumnDefault right) =>
        left.Kind == right.Kind
        && (left.Text == right.Text
            ? left.Value == right.Value
            : left.Kind is ColumnDefaultKind.Expression or ColumnDefaultKind.Number
                && LiteralExpressions.Same(tables.LeftSchema, tables.RightSchema, left.Text, right.Text));
}
