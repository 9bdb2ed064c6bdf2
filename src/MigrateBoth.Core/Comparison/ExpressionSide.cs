using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>One side of a comparison of expressions.</summary>
/// <param name="Text">What the catalog says.</param>
/// <param name="InCatalog">Finds the same expression in another catalog's version of the table, if it is there.</param>
/// <param name="InModel">Finds the SQL that the model gives for it, if it gives any.</param>
public sealed record ExpressionSide(string Text, Func<Table, string?> InCatalog, Func<ModelTable, string?> InModel);
