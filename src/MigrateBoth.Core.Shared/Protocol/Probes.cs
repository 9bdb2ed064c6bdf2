namespace MigrateBoth.Core.Protocol;

/// <summary>Requests the parts of the model that can be probed.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record SurfaceRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The parts of the model that can be probed on one engine.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Surface">The answer.</param>
public sealed record SurfaceReply(int RequestId, ProbeSurface Surface) : HostReply(RequestId);

/// <summary>Requests to run probes through the application's context, in a transaction that is rolled back.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">A scratch database that the migrations have built.</param>
/// <param name="Probes">The probes, in the order in which they are run.</param>
public sealed record ProbeRequest(int Id, Engine Engine, string ConnectionString, IReadOnlyList<Probe> Probes) : HostRequest(Id, Engine);

/// <summary>The results of the probes.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Outcomes">One for each probe, in the same order.</param>
public sealed record ProbeReply(int RequestId, IReadOnlyList<ProbeOutcome> Outcomes) : HostReply(RequestId);

/// <summary>What a probe does.</summary>
public enum ProbeKind
{
    /// <summary>Writes a row with defaults.</summary>
    Insert,

    /// <summary>Writes values and reads them back.</summary>
    RoundTrip,

    /// <summary>Rows equal to a value.</summary>
    Equal,

    /// <summary>Rows that differ from a value.</summary>
    NotEqual,

    /// <summary>Rows in a list of values.</summary>
    In,

    /// <summary>Rows less than a value.</summary>
    Less,

    /// <summary>Rows greater than a value.</summary>
    Greater,

    /// <summary>Rows in ascending order.</summary>
    Order,

    /// <summary>Rows in descending order.</summary>
    OrderDescending,

    /// <summary>The distinct values of the column.</summary>
    Distinct,

    /// <summary>Values with the number of their rows.</summary>
    Group,

    /// <summary>The greatest value.</summary>
    Max,

    /// <summary>The least value.</summary>
    Min,

    /// <summary>The sum of the values.</summary>
    Sum,

    /// <summary>The average of the values.</summary>
    Average,

    /// <summary>Rows that begin with a text.</summary>
    StartsWith,

    /// <summary>Rows that contain a text.</summary>
    Contains,

    /// <summary>Rows that end with a text.</summary>
    EndsWith,

    /// <summary>Where a text begins in each row.</summary>
    IndexOf,

    /// <summary>Each row in capitals.</summary>
    ToUpper,

    /// <summary>Each row in small letters.</summary>
    ToLower,

    /// <summary>The length of each row.</summary>
    Length,

    /// <summary>Each row without blanks at its ends.</summary>
    Trim,

    /// <summary>Each row without its first character.</summary>
    Substring,

    /// <summary>A part of a date or a time, by its name.</summary>
    Part,

    /// <summary>A date with something added, by the method's name.</summary>
    Add,

    /// <summary>Rows whose half, as an integer, is a value.</summary>
    Divide,

    /// <summary>The remainder of a division by three.</summary>
    Remainder,

    /// <summary>Each row plus one.</summary>
    Increment,

    /// <summary>Rows whose collection holds a value.</summary>
    Holds,

    /// <summary>Two rows that are the same under a unique index or key.</summary>
    Unique,

    /// <summary>A row that refers to nothing, and what becomes of rows whose principal is deleted.</summary>
    ForeignKey,

    /// <summary>Rows at the edges of a check.</summary>
    Check,

    /// <summary>What the database puts where nothing is written.</summary>
    Default,

    /// <summary>What the database computes.</summary>
    Computed,

    /// <summary>A write with a stale concurrency token.</summary>
    Token,

    /// <summary>Keys that the database generates.</summary>
    GeneratedKey,

    /// <summary>Rows behind a query filter.</summary>
    Filter,
}

/// <summary>One probe. Both engines get the same.</summary>
public sealed record Probe
{
    /// <summary>Its id in the run.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required ProbeKind Kind { get; init; }

    /// <summary>EF Core's name of the entity type, or null on a scratch table.</summary>
    public string? Entity { get; init; }

    /// <summary>The property, or what tells the object from others.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of value.</summary>
    public ProbeValueKind ValueKind { get; init; }

    /// <summary>The values written, as invariant text; null is NULL.</summary>
    public IReadOnlyList<string?> Values { get; init; } = [];

    /// <summary>What is requested, where the probe asks for something else than each of <see cref="Values"/>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The scratch table to run on instead of the application's, or null.</summary>
    public ProbeRecipe? Recipe { get; init; }
}

/// <summary>A scratch table with one property, mapped as a recipe says.</summary>
/// <param name="Mapping">What the recipe does.</param>
/// <param name="MaxLength">The length, or null.</param>
/// <param name="Precision">The precision, or null.</param>
/// <param name="Scale">The scale, or null.</param>
public sealed record ProbeRecipe(RecipeMapping Mapping, int? MaxLength = null, int? Precision = null, int? Scale = null);

/// <summary>The mappings that recipes recommend.</summary>
public enum RecipeMapping
{
    /// <summary>A collation by code point on MySQL, case-sensitive LIKE and whole Unicode in upper and lower on SQLite.</summary>
    StringSemantics,

    /// <summary>A check on SQLite that refuses what is too long.</summary>
    LengthCheck,

    /// <summary>A column of variable length.</summary>
    VariableLength,

    /// <summary>A converter that ends at the microsecond, or at the column's precision.</summary>
    TruncatedTime,

    /// <summary>A converter to a UTC date and time.</summary>
    UtcDateTime,

    /// <summary>A converter to ticks.</summary>
    Ticks,

    /// <summary>A converter that rounds to the column's scale.</summary>
    RoundedDecimal,

    /// <summary>A query that casts to double.</summary>
    CastToDouble,

    /// <summary>A converter to double.</summary>
    DoubleColumn,

    /// <summary>A converter to long.</summary>
    LongColumn,

    /// <summary>A query that subtracts the remainder before it divides.</summary>
    ExactDivision,

    /// <summary>The provider's own store type, without HasColumnType.</summary>
    OwnStoreType,
}

/// <summary>The result of a probe on one engine.</summary>
public sealed record ProbeOutcome
{
    /// <summary>The id of the probe that was run.</summary>
    public required string Probe { get; init; }

    /// <summary>Its answers; the same inputs in the same order on both engines.</summary>
    public IReadOnlyList<ProbeAnswer> Answers { get; init; } = [];

    /// <summary>The values of which no row could be written before the queries were asked.</summary>
    public IReadOnlyList<string> Unwritten { get; init; } = [];

    /// <summary>The LINQ it ran, for display.</summary>
    public string? Linq { get; init; }

    /// <summary>The SQL of it.</summary>
    public string? Sql { get; init; }

    /// <summary>Why it could not be run, or null.</summary>
    public ProbeError? Blocked { get; init; }
}

/// <summary>One answer of a probe.</summary>
/// <param name="Input">What was asked.</param>
/// <param name="Rows">What came back; null when an error did.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Written">What the application's own code made of the value before it reached the database, where that differs from the input.</param>
public sealed record ProbeAnswer(string? Input, IReadOnlyList<string?>? Rows, ProbeError? Error = null, string? Written = null)
{
    /// <summary>What is asked of a unique index: two equal rows.</summary>
    public const string Twice = "the same twice";

    /// <summary>What is asked of a foreign key: a row without its principal.</summary>
    public const string Orphan = "a row that refers to nothing";
}

/// <summary>What went wrong.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">Its message, without secrets.</param>
public sealed record ProbeError(ProbeErrorKind Kind, string Type, string Message)
{
    /// <summary>The row that was written is not found by its key.</summary>
    public static ProbeError RowLost { get; } = new(ProbeErrorKind.NotShown, nameof(RowLost), "the row is not found by its key");
}

/// <summary>Where a probe went wrong.</summary>
public enum ProbeErrorKind
{
    /// <summary>The query has no translation.</summary>
    Translation,

    /// <summary>The database refused.</summary>
    Database,

    /// <summary>Anything else that was thrown.</summary>
    Exception,

    /// <summary>No row could be made.</summary>
    NoRow,

    /// <summary>Nothing failed, but what was to be shown was not.</summary>
    NotShown,
}
