using System.Collections.Frozen;
using MigrateBoth.Core.Comparison.Types;

namespace MigrateBoth.Core.Expressions;

/// <summary>What a function of one engine means, and for which arguments.</summary>
/// <param name="Meaning">The name that both engines' functions of this meaning go by.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="Allows">Whether the meaning holds for these arguments and the kinds of their values, which may be unknown; null for any.</param>
internal sealed record SqlFunction(string Meaning, int Least, int Most, Func<IReadOnlyList<SqlNode>, IReadOnlyList<TypeFamilies>, bool>? Allows = null)
{
    /// <summary>What kind of value it returns; none where that depends or is not known.</summary>
    public TypeFamilies Returns { get; init; }

    /// <summary>Whether it returns what its arguments are.</summary>
    public bool ReturnsItsArguments { get; init; }

    public bool Holds(IReadOnlyList<SqlNode> arguments, IReadOnlyList<TypeFamilies> kinds) =>
        arguments.Count >= Least && arguments.Count <= Most && Allows?.Invoke(arguments, kinds) != false;
}

/// <summary>The functions of one engine whose meaning is known, from the engines' manuals.</summary>
internal sealed class SqlFunctions
{
    private const int Many = 100;

    /// <summary>Functions that both engines have by the same name, for the arguments that their row allows.</summary>
    private static readonly SqlFunction[] Shared =
    [
        new("abs", 1, 1) { ReturnsItsArguments = true },
        new("coalesce", 2, Many) { ReturnsItsArguments = true },
        new("nullif", 2, 2) { ReturnsItsArguments = true },
        new("acos", 1, 1), new("asin", 1, 1), new("atan", 1, 1), new("atan2", 2, 2), new("cos", 1, 1), new("sin", 1, 1), new("tan", 1, 1),
        new("degrees", 1, 1), new("radians", 1, 1), new("pi", 0, 0), new("exp", 1, 1), new("sqrt", 1, 1), new("pow", 2, 2),
        new("log10", 1, 1), new("log2", 1, 1), new("ln", 1, 1), new("ceil", 1, 1), new("floor", 1, 1), new("sign", 1, 1) { Returns = TypeFamilies.Integer },

        // With a negative number of digits MySQL rounds before the point, SQLite does not.
        new("round", 1, 2, (arguments, _) => arguments.Count == 1 || IsAtLeast(arguments[1], 0)),

        // MySQL's hex of a number is the number to the base of 16; SQLite's is that of its text.
        new("hex", 1, 1, (_, kinds) => !IsNumber(kinds[0])) { Returns = TypeFamilies.Text },
        new("unhex", 1, 1),
        new("char_length", 1, 1) { Returns = TypeFamilies.Integer },
        new("octet_length", 1, 1) { Returns = TypeFamilies.Integer },
        new("instr", 2, 2) { Returns = TypeFamilies.Integer },
        new("lower", 1, 1) { Returns = TypeFamilies.Text },
        new("upper", 1, 1) { Returns = TypeFamilies.Text },
        new("trim", 1, 1) { Returns = TypeFamilies.Text },
        new("ltrim", 1, 1) { Returns = TypeFamilies.Text },
        new("rtrim", 1, 1) { Returns = TypeFamilies.Text },
        new("replace", 3, 3) { Returns = TypeFamilies.Text },

        // A start of 0 is the first character less one on SQLite and nothing on MySQL, one before the text is cut off or nothing.
        new("substr", 2, 3, (arguments, _) => IsAtLeast(arguments[1], 1) && (arguments.Count == 2 || IsAtLeast(arguments[2], 0))) { Returns = TypeFamilies.Text },
        new("json_array", 0, Many), new("json_object", 0, Many), new("json_valid", 1, 1) { Returns = TypeFamilies.Integer }, new("json_extract", 2, 2), new("json_value_text", 2, 2),
        new("avg", 1, 1), new("sum", 1, 1), new("count", 0, 1) { Returns = TypeFamilies.Integer }, new("max", 1, 1) { ReturnsItsArguments = true },
        new("min", 1, 1) { ReturnsItsArguments = true }, new("group_concat", 1, 1) { Returns = TypeFamilies.Text },
    ];

    private static readonly SqlFunction Concat = new("concat", 1, Many) { Returns = TypeFamilies.Text };
    private static readonly SqlFunction If = new("if", 2, 3) { ReturnsItsArguments = true };
    private static readonly SqlFunction Mod = new("mod", 2, 2) { ReturnsItsArguments = true };

    private readonly FrozenDictionary<string, SqlFunction> _functions;

    private SqlFunctions(SqlFunction[] own, Dictionary<string, string> aliases)
    {
        var functions = Shared.Concat(own).ToDictionary(function => function.Meaning, StringComparer.Ordinal);
        var byName = new Dictionary<string, SqlFunction>(functions, StringComparer.Ordinal);

        // A name that is an alias on this engine means the alias: SQLite's own length counts characters, MySQL's counts bytes.
        foreach (var (name, meaning) in aliases)
        {
            byName[name] = functions.GetValueOrDefault(meaning) ?? new SqlFunction(meaning, 0, Many);
        }

        _functions = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Functions that are called without parentheses.</summary>
    public static FrozenSet<string> WithoutParentheses { get; } =
        new[] { "current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "utc_timestamp", "utc_date", "utc_time" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The functions of SQLite: <see href="https://sqlite.org/lang_corefunc.html"/>.</summary>
    public static SqlFunctions Sqlite { get; } = new(
        [If, Mod, new("concat_skipping_null", 1, Many) { Returns = TypeFamilies.Text }],
        new(StringComparer.Ordinal)
        {
            ["ceiling"] = "ceil",
            ["concat"] = "concat_skipping_null",
            ["current_date"] = "current_date",
            ["current_time"] = "current_time",
            ["current_timestamp"] = "current_timestamp",
            ["ifnull"] = "coalesce",
            ["iif"] = "if",
            ["json_extract"] = "json_value_text",
            ["length"] = "char_length",
            ["log"] = "log10",
            ["power"] = "pow",
            ["regexp"] = "regexp",
            ["substring"] = "substr",
        });

    /// <summary>The functions of MySQL: <see href="https://dev.mysql.com/doc/refman/9.0/en/functions.html"/>.</summary>
    public static SqlFunctions MySql { get; } = new(
        [Concat, If with { Least = 3 }, Mod, new("greatest", 2, Many) { ReturnsItsArguments = true }, new("least", 2, Many) { ReturnsItsArguments = true }],
        new(StringComparer.Ordinal)
        {
            ["ceiling"] = "ceil",
            ["character_length"] = "char_length",
            ["curdate"] = "current_date",
            ["current_date"] = "current_date",
            ["current_time"] = "current_time",
            ["current_timestamp"] = "current_timestamp",
            ["curtime"] = "current_time",
            ["ifnull"] = "coalesce",
            ["lcase"] = "lower",
            ["length"] = "octet_length",
            ["localtime"] = "current_timestamp",
            ["localtimestamp"] = "current_timestamp",
            ["log"] = "ln",
            ["mid"] = "substr",
            ["now"] = "current_timestamp",
            ["power"] = "pow",
            ["regexp_like"] = "regexp",
            ["substring"] = "substr",
            ["ucase"] = "upper",
        });

    /// <summary>The row of a function, or null when its meaning is not known.</summary>
    public SqlFunction? Find(string function) => _functions.GetValueOrDefault(function);

    private static bool IsAtLeast(SqlNode node, int least) => node.Kind == SqlNodeKind.Number && int.TryParse(node.Text, out var value) && value >= least;

    private static bool IsNumber(TypeFamilies kind) => kind != TypeFamilies.None && (kind & ~TypeFamilies.Numeric) == 0;
}
