using System.Collections.Frozen;

namespace MigrateBoth.Core.Expressions;

/// <summary>The functions of one engine whose meaning is known, and the name that is used for that meaning on both.</summary>
internal sealed class SqlFunctions
{
    private static readonly string[] Shared =
    [
        "abs", "acos", "asin", "atan", "atan2", "case", "ceil", "coalesce", "cos", "degrees", "exp", "floor", "hex", "instr", "json_array",
        "json_object", "json_valid", "lower", "ltrim", "mod", "nullif", "octet_length", "pi", "pow", "radians", "replace", "round", "rtrim",
        "sign", "sin", "sqrt", "substr", "tan", "trim", "upper", "char_length", "current_timestamp", "current_date", "current_time",
        "avg", "count", "group_concat", "max", "min", "sum", "concat", "least", "greatest", "json_value_text", "json_extract", "log10", "log2", "ln", "quote", "unhex",
    ];

    private readonly FrozenDictionary<string, string> _names;

    private SqlFunctions(Dictionary<string, string> aliases)
    {
        // A name that is an alias on this engine means the alias: SQLite's own length counts characters, MySQL's counts bytes.
        var names = Shared.ToDictionary(name => name, name => name, StringComparer.Ordinal);
        foreach (var (name, meaning) in aliases)
        {
            names[name] = meaning;
        }

        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Functions that are called without parentheses.</summary>
    public static FrozenSet<string> WithoutParentheses { get; } =
        new[] { "current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "utc_timestamp", "utc_date", "utc_time" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>SQLite's.</summary>
    public static SqlFunctions Sqlite { get; } = new(new(StringComparer.Ordinal)
    {
        ["ceiling"] = "ceil",
        ["concat"] = "concat_skipping_null",
        ["ifnull"] = "coalesce",
        ["iif"] = "if",
        ["if"] = "if",
        ["json_extract"] = "json_value_text",
        ["length"] = "char_length",
        ["log"] = "log10",
        ["power"] = "pow",
        ["regexp"] = "regexp",
        ["substring"] = "substr",
    });

    /// <summary>MySQL's.</summary>
    public static SqlFunctions MySql { get; } = new(new(StringComparer.Ordinal)
    {
        ["ceiling"] = "ceil",
        ["character_length"] = "char_length",
        ["curdate"] = "current_date",
        ["curtime"] = "current_time",
        ["if"] = "if",
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
        ["utc_date"] = "utc_date",
        ["utc_time"] = "utc_time",
        ["utc_timestamp"] = "utc_timestamp",
    });

    /// <summary>The name both engines' functions of this meaning go by, or null when the meaning is not known.</summary>
    public string? Meaning(string function) => _names.GetValueOrDefault(function);
}
