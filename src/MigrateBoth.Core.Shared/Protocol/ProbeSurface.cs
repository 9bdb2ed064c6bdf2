namespace MigrateBoth.Core.Protocol;

/// <summary>The parts of a model that probes can be about.</summary>
/// <param name="Properties">The mapped properties.</param>
/// <param name="Objects">Indexes, keys, foreign keys, checks and the rest.</param>
public sealed record ProbeSurface(IReadOnlyList<ProbeProperty> Properties, IReadOnlyList<ProbeObject> Objects);

/// <summary>A mapped property.</summary>
public sealed record ProbeProperty
{
    /// <summary>EF Core's name of the entity type that declares it.</summary>
    public required string Entity { get; init; }

    /// <summary>The property's name; inside a complex type with the path that leads there, such as <c>Address.Street</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The column, such as <c>Orders.Total</c>.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>The kind of value that probes write.</summary>
    public required ProbeValueKind Kind { get; init; }

    /// <summary>The model's CLR type and the converter, such as <c>decimal</c> or <c>DateTimeOffset by UtcConverter</c>.</summary>
    public required string Mapping { get; init; }

    /// <summary>Whether a value converter is between the property and the column.</summary>
    public bool IsConverted { get; init; }

    /// <summary>Whether the converter stores another CLR type, of which the members that LINQ asks for say nothing.</summary>
    public bool IsStoredOtherwise { get; init; }

    /// <summary>Whether its CLR type is the application's own, of which LINQ knows no members.</summary>
    public bool IsOwnType { get; init; }

    /// <summary>The store type.</summary>
    public required string StoreType { get; init; }

    /// <summary>HasMaxLength, or what the store type says.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The precision, or null.</summary>
    public int? Precision { get; init; }

    /// <summary>The scale, or null.</summary>
    public int? Scale { get; init; }

    /// <summary>Whether the model declares the column as fixed-length (<c>IsFixedLength</c>).</summary>
    public bool IsFixedLength { get; init; }

    /// <summary>The collation of the column or of the model, or null.</summary>
    public string? Collation { get; init; }

    /// <summary>Whether null is a value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The names of an enumeration's members.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Texts that a type of the application's own reads by itself, whatever a provider stores it as.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>Why no probe can write it, or null.</summary>
    public string? OutOfReach { get; init; }

    /// <summary>Whether it can be written freely: no key, no part of a unique index, no check refers to it.</summary>
    public bool IsFree { get; init; }

    /// <summary>Whether a check or a computed column refers to it, which may refuse a value.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether rows can be distinguished by it: it is part of the primary key.</summary>
    public bool IsKey { get; init; }
}

/// <summary>The kinds of value that probes write.</summary>
public enum ProbeValueKind
{
    /// <summary>No values are known for the type.</summary>
    Other,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A single UTF-16 character.</summary>
    Char,

    /// <summary>True and false.</summary>
    Bool,

    /// <summary>8 bits, unsigned.</summary>
    Byte,

    /// <summary>8 bits, signed.</summary>
    SByte,

    /// <summary>16 bits, signed.</summary>
    Short,

    /// <summary>16 bits, unsigned.</summary>
    UShort,

    /// <summary>32 bits, signed.</summary>
    Int,

    /// <summary>32 bits, unsigned.</summary>
    UInt,

    /// <summary>64 bits, signed.</summary>
    Long,

    /// <summary>64 bits, unsigned.</summary>
    ULong,

    /// <summary>A binary floating point number of 32 bits.</summary>
    Float,

    /// <summary>A binary floating point number of 64 bits.</summary>
    Double,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A date with a time.</summary>
    DateTime,

    /// <summary>A date with a time and an offset.</summary>
    DateTimeOffset,

    /// <summary>A date without a time.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A span of time.</summary>
    TimeSpan,

    /// <summary>A <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>An array of bytes.</summary>
    Bytes,

    /// <summary>A member of an enumeration.</summary>
    Enum,

    /// <summary>A list of numbers or texts in one column.</summary>
    Collection,

    /// <summary>A type that is no basic one and reads its values from text itself.</summary>
    Spelled,
}

/// <summary>A part of the model other than a property.</summary>
public sealed record ProbeObject
{
    /// <summary>What it is.</summary>
    public required ProbeKind Kind { get; init; }

    /// <summary>EF Core's name of the entity type that declares it.</summary>
    public required string Entity { get; init; }

    /// <summary>What tells it from others of its kind in the entity type: names of properties, or the name of a check.</summary>
    public required string Name { get; init; }

    /// <summary>The path that a finding names, such as <c>Orders.IX_Orders_Number</c>.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>The properties it is about; for a check or a computed column those that its SQL names.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>The entity types to which references lead that <see cref="Properties"/> goes through, as <c>Parent.Off</c> does, by the name of the reference.</summary>
    public IReadOnlyDictionary<string, string> Principals { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of them that hold text.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its SQL or its delete behaviour, for display.</summary>
    public string? Definition { get; init; }
}
