using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares views: whether they exist, whether they still work, their columns, and their text as far as it can be understood.</summary>
internal sealed class ViewComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(DatabaseSchema left, DatabaseSchema right)
    {
        AddBroken(left.Views, isLeft: true);
        AddBroken(right.Views, isLeft: false);

        var views = Matched<View>.Of(left.Views, right.Views, (l, r) => l.Name == r.Name, (l, r) => Names.Same(l.Name, r.Name));
        foreach (var view in views.LeftOnly)
        {
            log.Count();
            log.Add(log.Difference(DifferenceKind.View, ObjectKind.View, new ObjectPath(view.Name), view.Definition, null) with { LeftDefinition = Definitions.Of(view) });
        }

        foreach (var view in views.RightOnly)
        {
            log.Count();
            log.Add(log.Difference(DifferenceKind.View, ObjectKind.View, new ObjectPath(view.Name), null, view.Definition) with { RightDefinition = Definitions.Of(view) });
        }

        foreach (var (l, r) in views.Pairs)
        {
            Compare(left, right, l, r);
        }
    }

    private void AddBroken(IReadOnlyList<View> views, bool isLeft)
    {
        foreach (var view in views)
        {
            log.Count();
            if (!view.IsValid)
            {
                var (left, right) = isLeft ? (view.Definition, (string?)null) : (null, view.Definition);
                log.Add(log.Difference(DifferenceKind.BrokenView, ObjectKind.View, new ObjectPath(view.Name), left, right));
            }
        }
    }

    private void Compare(DatabaseSchema left, DatabaseSchema right, View l, View r)
    {
        log.Compare(
            Judgement.EqualIf(log.AreSpelledAlike(l.Name, r.Name)),
            _ => log.Difference(DifferenceKind.NameCase, ObjectKind.View, new ObjectPath(l.Name), l.Name, r.Name));

        if (!l.IsValid || !r.IsValid)
        {
            // A broken view has a finding of its own, and no columns to compare.
            return;
        }

        var hasSameColumns = Names.SameList(l.Columns, r.Columns);
        log.Compare(
            Judgement.EqualIf(hasSameColumns),
            _ => log.Difference(DifferenceKind.View, ObjectKind.View, new ObjectPath(l.Name), Texts.Of(l.Columns), Texts.Of(r.Columns)) with { Detail = "columns" });

        if (!hasSameColumns)
        {
            return;
        }

        var judgement = profile.Views(left, right, l.Definition, r.Definition);
        log.Compare(
            judgement,
            _ => log.Difference(judgement.Kind ?? DifferenceKind.View, ObjectKind.View, new ObjectPath(l.Name), l.Definition, r.Definition) with
            {
                Detail = judgement.Reason,
                LeftDefinition = Definitions.Of(l),
                RightDefinition = Definitions.Of(r),
            });
        log.Add(new ExpressionPair(ExpressionUse.View, new ObjectPath(l.Name), l.Definition, r.Definition), judgement);
        if (judgement.IsEqual && profile.ComparesAttributes)
        {
            Attributes.Compare(log, DifferenceKind.View, ObjectKind.View, new ObjectPath(l.Name), l.Attributes, r.Attributes);
        }
    }
}
