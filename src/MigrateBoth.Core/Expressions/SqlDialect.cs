using System.Collections.Frozen;

namespace MigrateBoth.Core.Expressions;

/// <summary>How one engine spells and reads expressions: the data the tokenizer, the parser and the rewriter work with.</summary>
public sealed record SqlDialect
{
    private SqlDialect(Engine engine, SqlFunctions functions, SqlOperators operators) => (Engine, Functions, Operators) = (engine, functions, operators);

    /// <summary>The dialect of SQLite.</summary>
    public static SqlDialect Sqlite { get; } = new(Engine.Sqlite, SqlFunctions.Sqlite, SqlOperators.Sqlite)
    {
        QuotesBrackets = true,
        SeparatesDigits = true,
        Symbols = "()+-*/%&|~!=<>,.?:;#",
        LikeIgnoresCase = true,
        DividesWholeNumbers = true,
        PlusChangesComparison = true,
        Schema = "main",
        Affinities = true,
    };

    /// <summary>MySQL and MariaDB with their default SQL mode.</summary>
    public static SqlDialect MySql { get; } = new(Engine.MySql, SqlFunctions.MySql, SqlOperators.MySql)
    {
        DoubleQuotesAreStrings = true,
        NamesStartWithDigits = true,
        Symbols = "()+-*/%&|^~!=<>,.?:;{}",
        BackslashEscapes = true,
        PipesMeanOr = true,
    };

    /// <summary>The engine that understands this dialect.</summary>
    public Engine Engine { get; }

    /// <summary>Whether <c>"x"</c> is a string (MySQL, catalogue row S-47) and not an identifier.</summary>
    public bool DoubleQuotesAreStrings { get; init; }

    /// <summary>Whether <c>[x]</c> is an identifier.</summary>
    public bool QuotesBrackets { get; init; }

    /// <summary>Whether <c>1_000</c> is a number.</summary>
    public bool SeparatesDigits { get; init; }

    /// <summary>Whether a name may start with a digit: then <c>1_000</c> is one.</summary>
    public bool NamesStartWithDigits { get; init; }

    /// <summary>The characters that symbols start with.</summary>
    internal string Symbols { get; init; } = string.Empty;

    /// <summary>Whether a backslash escapes the next character of a string, and of a pattern of LIKE.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>Whether <c>||</c> is a logical OR (MySQL, catalogue row S-46) and not a concatenation.</summary>
    public bool PipesMeanOr { get; init; }

    /// <summary>Whether LIKE ignores the case of ASCII's letters whatever the collation.</summary>
    public bool LikeIgnoresCase { get; init; }

    /// <summary>Whether <c>/</c> between whole numbers gives a whole number, and <c>%</c> and CAST cut fractions off.</summary>
    public bool DividesWholeNumbers { get; init; }

    /// <summary>Whether a plus before a column takes away its affinity and collation.</summary>
    public bool PlusChangesComparison { get; init; }

    /// <summary>Whether CAST knows affinities, found in the words of the type, and not types.</summary>
    public bool Affinities { get; init; }

    /// <summary>The schema whose name may stand before a table and says nothing; null when there is none.</summary>
    public string? Schema { get; init; }

    /// <summary>The functions whose meaning is known.</summary>
    internal SqlFunctions Functions { get; }

    /// <summary>How operators bind.</summary>
    internal SqlOperators Operators { get; }

    /// <summary>The dialect of an engine.</summary>
    public static SqlDialect Of(Engine engine) => engine == Engine.Sqlite ? Sqlite : MySql;
}

/// <summary>
/// How strongly each operator of a dialect binds: <see href="https://sqlite.org/lang_expr.html"/>, and for MySQL the grammar, in which a
/// predicate such as LIKE is an operand of a comparison.
/// </summary>
/// <param name="Infix">The power of each infix operator; all of them are left-associative.</param>
/// <param name="Not">The least power of an operand of NOT.</param>
/// <param name="Unary">The least power of an operand of a sign or <c>~</c>.</param>
/// <param name="Exclamation">The least power of an operand of <c>!</c>; null where there is no such operator.</param>
/// <param name="Pattern">The least power of the right operand of LIKE.</param>
/// <param name="Bound">The least power of the first bound of BETWEEN.</param>
internal sealed record SqlOperators(FrozenDictionary<string, int> Infix, int Not, int Unary, int? Exclamation, int Pattern, int Bound)
{
    public static SqlOperators Sqlite { get; } = new(
        Levels(
            (1, ["or"]),
            (3, ["and"]),
            (5, ["=", "==", "<>", "!=", "is", "in", "like", "glob", "match", "regexp", "between", "isnull", "notnull", "not"]),
            (6, ["<", "<=", ">", ">="]),
            (7, ["&", "|", "<<", ">>"]),
            (10, ["+", "-"]),
            (11, ["*", "/", "%"]),
            (13, ["||", "->", "->>"]),
            (14, ["collate"])),
        Not: 4,
        Unary: 15,
        Exclamation: null,
        Pattern: 6,
        Bound: 5);

    public static SqlOperators MySql { get; } = new(
        Levels(
            (1, ["or", "||"]),
            (2, ["xor"]),
            (3, ["and", "&&"]),
            (5, ["=", "<=>", "<>", "!=", "<", "<=", ">", ">=", "is"]),
            (6, ["in", "like", "regexp", "rlike", "between", "not"]),
            (7, ["|"]),
            (8, ["&"]),
            (9, ["<<", ">>"]),
            (10, ["+", "-"]),
            (11, ["*", "/", "%", "div", "mod"]),
            (12, ["^"]),
            (15, ["collate"]),
            (16, ["->", "->>"])),
        Not: 4,
        Unary: 13,
        Exclamation: 14,
        Pattern: 13,
        Bound: 7);

    private static FrozenDictionary<string, int> Levels(params (int Power, string[] Operators)[] levels) =>
        levels.SelectMany(level => level.Operators.Select(@operator => KeyValuePair.Create(@operator, level.Power))).ToFrozenDictionary(StringComparer.Ordinal);
}
