namespace MigrateBoth.Core.Expressions;

/// <summary>How one engine spells expressions: the data the tokenizer, the parser and the canonicaliser work with.</summary>
public sealed record SqlDialect
{
    private SqlDialect(Engine engine, SqlFunctions functions)
    {
        Engine = engine;
        Functions = functions;
    }

    /// <summary>SQLite.</summary>
    public static SqlDialect Sqlite { get; } = new(Engine.Sqlite, SqlFunctions.Sqlite)
    {
        QuotesBrackets = true,
    };

    /// <summary>MySQL and MariaDB with their default SQL mode.</summary>
    public static SqlDialect MySql { get; } = new(Engine.MySql, SqlFunctions.MySql)
    {
        DoubleQuotesAreStrings = true,
        BackslashEscapes = true,
        PipesMeanOr = true,
    };

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>Whether <c>"x"</c> is a string (MySQL, catalogue row S-47) and not an identifier.</summary>
    public bool DoubleQuotesAreStrings { get; init; }

    /// <summary>Whether <c>[x]</c> is an identifier.</summary>
    public bool QuotesBrackets { get; init; }

    /// <summary>Whether a backslash escapes the next character of a string.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>Whether <c>||</c> is a logical OR (MySQL, catalogue row S-46) and not a concatenation.</summary>
    public bool PipesMeanOr { get; init; }

    /// <summary>The functions whose meaning is known.</summary>
    internal SqlFunctions Functions { get; }

    /// <summary>The dialect of an engine.</summary>
    public static SqlDialect Of(Engine engine) => engine == Engine.Sqlite ? Sqlite : MySql;
}
