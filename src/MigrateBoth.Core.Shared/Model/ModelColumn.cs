namespace MigrateBoth.Core.Model;

/// <summary>A column as the model maps it. Both engines' types are compared by means of this mapping.</summary>
public sealed record ModelColumn
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The mapped property, such as <c>Order.Total</c>; the first one when several share the column.</summary>
    public required string Property { get; init; }

    /// <summary>The property's CLR type, in C# spelling without namespace, such as <c>decimal</c> or <c>DateOnly?</c>.</summary>
    public required string ClrType { get; init; }

    /// <summary>The CLR type that reaches the provider after any value converter.</summary>
    public required string ProviderClrType { get; init; }

    /// <summary>The store type, such as <c>varchar(50)</c>.</summary>
    public required string StoreType { get; init; }

    /// <summary>Whether the column accepts NULL.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>HasMaxLength, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>HasPrecision, or null.</summary>
    public int? Precision { get; init; }

    /// <summary>HasPrecision's scale, or null.</summary>
    public int? Scale { get; init; }

    /// <summary>IsUnicode, or null when not specified.</summary>
    public bool? IsUnicode { get; init; }

    /// <summary>IsFixedLength, or null when not specified.</summary>
    public bool? IsFixedLength { get; init; }

    /// <summary>HasDefaultValueSql, or null.</summary>
    public string? DefaultSql { get; init; }

    /// <summary>HasDefaultValue as the provider's SQL literal, or null.</summary>
    public string? DefaultLiteral { get; init; }

    /// <summary>HasDefaultValue in the invariant culture, the same text on both engines, or null.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>HasComputedColumnSql, or null.</summary>
    public string? ComputedSql { get; init; }

    /// <summary>Whether a computed column is stored; null when not specified or not computed.</summary>
    public bool? IsStored { get; init; }

    /// <summary>The collation of the column, or null.</summary>
    public string? Collation { get; init; }

    /// <summary>The column's comment, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the database generates the value by identity.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Whether a concurrency token is stored in the column.</summary>
    public bool IsConcurrencyToken { get; init; }
}
