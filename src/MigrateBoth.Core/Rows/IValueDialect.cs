namespace MigrateBoth.Core.Rows;

/// <summary>How one engine is told a logical value: what EF Core's provider for it would send.</summary>
public interface IValueDialect
{
    /// <summary>The value of an ADO.NET parameter; never null, NULL is <see cref="DBNull"/>.</summary>
    /// <param name="column">What the column holds.</param>
    /// <param name="storeType">The column's declared type, such as <c>char(36)</c>; some values are stored in more than one way.</param>
    /// <param name="value">The value.</param>
    object Parameter(LogicalColumn column, string storeType, LogicalValue value);

    /// <summary>The parameter's value written as a literal of the engine.</summary>
    string Literal(object parameter);
}
