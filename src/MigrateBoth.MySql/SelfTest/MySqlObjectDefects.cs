using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.SelfTest;
using static MigrateBoth.MySql.SelfTest.MySqlDefects;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>What only raw SQL makes (catalogue row S-79): the model has no say in it, so only the engines can be compared.</summary>
internal static class MySqlObjectDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        Kind("view-extra", "a view that only MySQL has", ground =>
            from table in ground.Tables.Take(1)
            let name = ground.NewName("AddedView")
            select PlantingGround.SeenInParity(
                new ObjectPath(name),
                new RunStatements([$"CREATE VIEW {name} AS SELECT * FROM {MySqlTableSql.Quote(table.Name)}"], [$"DROP VIEW {name}"]),
                DifferenceKind.View)),
        Kind("view-broken", "a view of a table that is gone", ground =>
            from name in new[] { ground.NewName("BrokenView") }
            let gone = ground.NewName("GoneTable")
            select PlantingGround.SeenInParity(
                new ObjectPath(name),
                new RunStatements([$"CREATE TABLE {gone} (Id int NOT NULL PRIMARY KEY)", $"CREATE VIEW {name} AS SELECT Id FROM {gone}", $"DROP TABLE {gone}"], [$"DROP VIEW {name}"]),
                DifferenceKind.BrokenView)),
        Kind("trigger-extra", "a trigger that only MySQL has", ground =>
            from table in ground.Tables
            let name = ground.NewName("AddedTrigger")
            select PlantingGround.SeenInParity(
                table.Path(name),
                new RunStatements([$"CREATE TRIGGER {name} BEFORE INSERT ON {MySqlTableSql.Quote(table.Name)} FOR EACH ROW BEGIN END"], [$"DROP TRIGGER {name}"]),
                DifferenceKind.Trigger)),
        Unread("procedure-extra", "a procedure", "AddedProcedure", "PROCEDURE", "CREATE PROCEDURE {0}() SELECT 1"),
        Unread("procedure-of-failed-migration", "the procedure that a failed migration left", "POMELO_BEFORE_DROP_PRIMARY_KEY", "PROCEDURE", "CREATE PROCEDURE {0}() SELECT 1"),
        Unread("function-extra", "a function", "AddedFunction", "FUNCTION", "CREATE FUNCTION {0}(value int) RETURNS int DETERMINISTIC NO SQL RETURN 2 * value"),
        Unread("event-extra", "an event", "AddedEvent", "EVENT", "CREATE EVENT {0} ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DISABLE DO DO 1"),
        Kind("view-column-missing", "a view that lacks columns", ground =>
            from view in ground.Schema.Views
            where view is { IsValid: true, Columns.Count: > 1 }
            let name = MySqlTableSql.Quote(view.Name)
            select PlantingGround.SeenInParity(
                new ObjectPath(view.Name),
                new RunStatements([$"CREATE OR REPLACE VIEW {name} AS SELECT 1 AS {MySqlTableSql.Quote(view.Columns[0])}"], [$"CREATE OR REPLACE VIEW {name} AS {view.Definition}"]),
                DifferenceKind.View)),
        Kind("trigger-token", "a trigger of which one token is another", ground =>
            from trigger in ground.Schema.Triggers
            let text = OneToken.Other(trigger.Definition)
            where text is not null
            let name = MySqlTableSql.Quote(trigger.Name)
            let head = $"CREATE TRIGGER {name} {trigger.Timing} {trigger.Event} ON {MySqlTableSql.Quote(trigger.Table)} FOR EACH ROW "
            select PlantingGround.SeenInParity(
                new ObjectPath(trigger.Table, trigger.Name),
                new RunStatements([$"DROP TRIGGER {name}", head + text], [$"DROP TRIGGER {name}", head + trigger.Definition]),
                DifferenceKind.Trigger,
                DifferenceKind.UncomparableExpression)),
        Kind("view-missing", "a view that MySQL lacks", ground =>
            from view in ground.Schema.Views
            where view.IsValid
            select PlantingGround.SeenInParity(
                new ObjectPath(view.Name),
                new RunStatements(
                    [$"DROP VIEW {MySqlTableSql.Quote(view.Name)}"],
                    [$"CREATE VIEW {MySqlTableSql.Quote(view.Name)} AS {view.Definition}"]),
                DifferenceKind.View)),
    ];

    private static DefectKind Unread(string id, string title, string wanted, string kind, string statement) => Kind(id, title, ground =>
        from name in new[] { ground.NewName(wanted) }
        select PlantingGround.SeenInParity(
            new ObjectPath(name),
            new RunStatements([string.Format(CultureInfo.InvariantCulture, statement, name)], [$"DROP {kind} {name}"]),
            DifferenceKind.UnreadObject));
}
