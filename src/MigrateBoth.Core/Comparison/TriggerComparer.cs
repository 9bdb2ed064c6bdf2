using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares triggers: whether they exist, when they fire, and their text as far as it can be understood.</summary>
internal sealed class TriggerComparer(ComparisonLog log, ComparisonProfile profile)
{
    public void Compare(DatabaseSchema left, DatabaseSchema right)
    {
        var triggers = Matched<Trigger>.Of(left.Triggers, right.Triggers, (l, r) => l.Name == r.Name, (l, r) => Names.Same(l.Name, r.Name));
        foreach (var trigger in triggers.LeftOnly)
        {
            log.Count();
            log.Add(log.Difference(DifferenceKind.Trigger, ObjectKind.Trigger, PathOf(trigger), trigger.Definition, null) with { LeftDefinition = Definitions.Of(trigger) });
        }

        foreach (var trigger in triggers.RightOnly)
        {
            log.Count();
            log.Add(log.Difference(DifferenceKind.Trigger, ObjectKind.Trigger, PathOf(trigger), null, trigger.Definition) with { RightDefinition = Definitions.Of(trigger) });
        }

        foreach (var (l, r) in triggers.Pairs)
        {
            Compare(left, right, l, r);
        }
    }

    private static ObjectPath PathOf(Trigger trigger) => new(trigger.Table, trigger.Name);

    private static string When(Trigger trigger) => $"{trigger.Timing} {trigger.Event} ON {trigger.Table}";

    private void Compare(DatabaseSchema left, DatabaseSchema right, Trigger l, Trigger r)
    {
        var firesAlike = Names.Same(When(l), When(r));
        log.Compare(
            Judgement.EqualIf(firesAlike),
            _ => log.Difference(DifferenceKind.Trigger, ObjectKind.Trigger, PathOf(l), When(l), When(r)) with { Detail = "when it fires" });

        if (!firesAlike)
        {
            return;
        }

        var judgement = profile.Triggers(left, right, l.Definition, r.Definition);
        log.Compare(
            judgement,
            _ => log.Difference(judgement.Kind ?? DifferenceKind.Trigger, ObjectKind.Trigger, PathOf(l), l.Definition, r.Definition) with
            {
                Detail = judgement.Reason,
                LeftDefinition = Definitions.Of(l),
                RightDefinition = Definitions.Of(r),
            });
        if (Table(left, l.Table) is { } leftTable && Table(right, r.Table) is { } rightTable)
        {
            log.Add(
                new ExpressionPair(ExpressionUse.Trigger, PathOf(l), l.Definition, r.Definition) { Tables = new TablePair(left, right, leftTable, rightTable), Triggers = (l, r) },
                judgement);
        }

        if (judgement.IsEqual && profile.ComparesAttributes)
        {
            Attributes.Compare(log, DifferenceKind.Trigger, ObjectKind.Trigger, PathOf(l), l.Attributes, r.Attributes);
        }
    }

    private static Table? Table(DatabaseSchema schema, string name) => schema.Tables.FirstOrDefault(table => Names.Same(table.Name, name));
}
