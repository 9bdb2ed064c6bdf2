using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>
/// Compares check constraints. The name comes first, then the expression: EF Core renames a check whose name another table has
/// on MySQL only (catalogue row S-52).
/// </summary>
internal sealed class CheckComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(TablePair tables)
    {
        var checks = Matched<CheckConstraint>.Of(
            tables.Left.Checks,
            tables.Right.Checks,
            (l, r) => l.Name is not null && string.Equals(l.Name, r.Name, StringComparison.Ordinal),
            (l, r) => l.Name is not null && r.Name is not null && profile.SameName(l.Name, r.Name),
            (l, r) => SameExpression(tables, l, r).IsEqual,
            (l, r) => l.Name is not null && r.Name is not null && IsNumbered(l.Name, r.Name));

        foreach (var (left, right) in checks.Pairs)
        {
            Compare(tables, left, right);
        }

        foreach (var check in checks.LeftOnly)
        {
            AddUnmatched(tables, check, (tables.LeftSchema, tables.Right), DifferenceKind.MissingCheck, Texts.Of(check), null);
        }

        foreach (var check in checks.RightOnly)
        {
            AddUnmatched(tables, check, (tables.RightSchema, tables.Left), DifferenceKind.ExtraCheck, null, Texts.Of(check));
        }
    }

    private static ObjectPath PathOf(Table table, string? name, CheckConstraint check) => new ObjectPath(table.Name, name ?? $"CHECK ({check.Expression})");

    /// <summary>Whether one name is the other with a number that keeps it unique in the database.</summary>
    private static bool IsNumbered(string left, string right)
    {
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && longer[shorter.Length..].All(char.IsAsciiDigit);
    }

    private Judgement SameExpression(TablePair tables, CheckConstraint left, CheckConstraint right) =>
        profile.Expressions(tables, Side(left), Side(right));

    private static ExpressionSide Side(CheckConstraint check) => new(
        check.Expression,
        table => table.Checks.FirstOrDefault(candidate => candidate.Name is not null && candidate.Name == check.Name)?.Expression,
        model => model.Checks.FirstOrDefault(candidate => candidate.Name == check.Name)?.Sql);

    private void AddUnmatched(TablePair tables, CheckConstraint check, (DatabaseSchema Schema, Table Other) side, DifferenceKind kind, string? left, string? right)
    {
        var path = PathOf(tables.Left, check.Name, check);
        if (log.Absences.Explain(path, tables.Left, check.Expression, SqlDialect.Of(side.Schema.Engine)))
        {
            return;
        }

        log.Count();
        if (profile.IsImplied(side.Schema, check, side.Other))
        {
            return;
        }

        log.Add(log.Difference(kind, ObjectKind.Check, path, left, right));
    }

    private void Compare(TablePair tables, CheckConstraint left, CheckConstraint right)
    {
        var path = PathOf(tables.Left, left.Name ?? right.Name, left);
        var expression = SameExpression(tables, left, right);
        var judgement = left.IsEnforced != right.IsEnforced ? Judgement.Differs("enforcement") : expression;
        log.Count();
        log.Count();
        if (!judgement.IsEqual
            && !log.Absences.Explain(path, tables.Left, left.Expression, SqlDialect.Of(tables.LeftSchema.Engine))
            && !log.Absences.Explain(path, tables.Left, right.Expression, SqlDialect.Of(tables.RightSchema.Engine)))
        {
            log.Add(log.Difference(judgement.Kind ?? DifferenceKind.CheckDefinition, ObjectKind.Check, path, Texts.Of(left), Texts.Of(right)) with
            {
                Detail = judgement.Reason,
                Weight = judgement.Weight,
            });
        }

        log.Add(new ExpressionPair(ExpressionUse.Check, path, left.Expression, right.Expression) { Tables = tables }, judgement);
        if (left.Name is not null && right.Name is not null)
        {
            log.Compare(
                Judgement.EqualIf(profile.SameName(left.Name, right.Name) || IsNumbered(left.Name, right.Name)),
                _ => log.Difference(DifferenceKind.ObjectName, ObjectKind.Check, path, left.Name, right.Name));
        }
    }
}
