namespace Generated.Spec;

/// <summary>A model as data: written by the tests, read by the application.</summary>
public sealed record ModelSpec(IReadOnlyList<TableSpec> Tables);

/// <summary>An entity type and its table.</summary>
public sealed record TableSpec
{
    public required string Name { get; init; }

    public required IReadOnlyList<ColumnSpec> Columns { get; init; }

    public required IReadOnlyList<string> Key { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> AlternateKeys { get; init; } = [];

    public IReadOnlyList<IndexSpec> Indexes { get; init; } = [];

    public IReadOnlyList<ForeignKeySpec> ForeignKeys { get; init; } = [];

    public IReadOnlyList<CheckSpec> Checks { get; init; } = [];

    public string? Comment { get; init; }
}

/// <summary>A property and its column.</summary>
/// <param name="Type">A C# keyword, or DateTime, DateOnly, Guid or bytes.</param>
public sealed record ColumnSpec(string Name, string Type)
{
    public bool IsNullable { get; init; }

    public int? MaxLength { get; init; }

    public int? Precision { get; init; }

    public int? Scale { get; init; }

    /// <summary>A constant, in the form that the type's Parse understands.</summary>
    public string? Default { get; init; }

    public string? DefaultSql { get; init; }

    public string? Computed { get; init; }

    public bool IsStored { get; init; }

    /// <summary>Whether the server hands out the values.</summary>
    public bool IsGenerated { get; init; }

    public string? Comment { get; init; }
}

public sealed record IndexSpec(string Name, IReadOnlyList<string> Columns, bool IsUnique, IReadOnlyList<bool> Descending);

/// <param name="OnDelete">Cascade, Restrict, SetNull or NoAction.</param>
public sealed record ForeignKeySpec(string Column, string Principal, string PrincipalColumn, string OnDelete);

public sealed record CheckSpec(string Name, string Sql);
