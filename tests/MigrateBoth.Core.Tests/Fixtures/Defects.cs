using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Fixtures;

/// <summary>Every kind of structural defect, planted in the sound fixture one at a time.</summary>
internal static class Defects
{
    /// <summary>Defects that any comparison of catalogs must find, on either engine.</summary>
    public static IEnumerable<Defect> OnBoth =>
        from engine in EngineNames.All
        from defect in On(engine)
        select defect;

    private static IEnumerable<Defect> On(Engine engine)
    {
        var isSqlite = engine == Engine.Sqlite;
        yield return new("column type", engine, s => s.Retype("Orders", "Total", isSqlite ? "INTEGER" : "decimal(10,2)"), "01", "Orders.Total");
        yield return new("integer to text", engine, s => s.Retype("Orders", "CustomerId", isSqlite ? "TEXT" : "varchar(20)"), "01", "Orders.CustomerId");
        yield return new("required to optional", engine, s => s.EditColumn("Orders", "CustomerId", c => c with { IsNullable = true }), "02", "Orders.CustomerId");
        yield return new("optional to required", engine, s => s.EditColumn("Orders", "Note", c => c with { IsNullable = false }), "02", "Orders.Note");
        yield return new("other default", engine, s => s.EditColumn("Orders", "State", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Text, "old", "'old'") }), "03", "Orders.State");
        yield return new("default gone", engine, s => s.EditColumn("Orders", "Total", c => c with { Default = null }), "03", "Orders.Total");
        yield return new("default on an optional column", engine, s => s.EditColumn("Orders", "ParentId", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Number, "7", "7") }), "03", "Orders.ParentId");
        yield return new("other default expression", engine, s => s.EditColumn("Orders", "CreatedAt", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "CURRENT_DATE", "(CURRENT_DATE)") }), "03", "Orders.CreatedAt");
        yield return new("stored to virtual", engine, s => s.EditColumn("Orders", "Label", c => c with { Generated = c.Generated! with { IsStored = false } }), "04", "Orders.Label");
        yield return new("other computation", engine, s => s.EditColumn("Orders", "Label", c => c with { Generated = c.Generated! with { Expression = "lower(`Note`)" } }), "04", "Orders.Label");
        yield return new("table dropped", engine, s => s.Without("Customers"), "10", "Customers");
        yield return new("column dropped", engine, s => s.WithoutColumn("Orders", "Note"), "11", "Orders.Note");
        yield return new("extra table", engine, s => s with { Tables = [.. s.Tables, s.Tables[0] with { Name = "Extra" }] }, "12", "Extra");
        yield return new("extra column", engine, s => s.Edit("Orders", t => t with { Columns = [.. t.Columns, Sound.Column("Extra", 11, isSqlite ? "INTEGER" : "int")] }), "13", "Orders.Extra");
        yield return new("primary key dropped", engine, s => s.Edit("Orders", t => t with { PrimaryKey = null }), "20", "Orders");
        yield return new("wider primary key", engine, s => s.Edit("Orders", t => t with { PrimaryKey = new PrimaryKey(t.PrimaryKey!.Name, ["Id", "CustomerId"]) }), "20", "Orders");
        yield return new("index dropped", engine, s => s.WithoutIndex("Orders", "IX_Orders_CustomerId"), "30", "Orders.IX_Orders_CustomerId");
        yield return new("index no longer unique", engine, s => s.EditIndex("Customers", "IX_Customers_Email", i => i with { IsUnique = false }), "31", "Customers.IX_Customers_Email");
        yield return new("other column order in index", engine, s => s.EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Parts = [i.Parts[1], i.Parts[0]] }), "31", "Orders.IX_Orders_PlacedOn_State");
        yield return new("fewer columns in index", engine, s => s.EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Parts = [i.Parts[0]] }), "31", "Orders.IX_Orders_PlacedOn_State");
        yield return new("other direction in index", engine, s => s.EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Parts = [i.Parts[0] with { IsDescending = false }, i.Parts[1]] }), "31", "Orders.IX_Orders_PlacedOn_State", Severity.Warning);
        yield return new("filter on a unique index", engine, s => s.EditIndex("Customers", "IX_Customers_Email", i => i with { Filter = "Email <> ''" }), "31", "Customers.IX_Customers_Email");
        yield return new("prefix of a unique index", engine, s => s.EditIndex("Customers", "IX_Customers_Email", i => i with { Parts = [i.Parts[0] with { PrefixLength = 10 }] }), "31", "Customers.IX_Customers_Email");
        yield return new("other access method", engine, s => s.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Method = "fulltext" }), "31", "Orders.IX_Orders_ParentId", Severity.Warning);
        yield return new("invisible index", engine, s => s.EditIndex("Orders", "IX_Orders_ParentId", i => i with { IsVisible = false }), "31", "Orders.IX_Orders_ParentId", Severity.Warning);
        yield return new("extra index", engine, s => s.Edit("Orders", t => t with { Indexes = [.. t.Indexes, Sound.Index("IX_Extra", false, "Total")] }), "32", "Orders.IX_Extra", Severity.Warning);
        yield return new("extra unique index", engine, s => s.Edit("Orders", t => t with { Indexes = [.. t.Indexes, Sound.Index("IX_Extra", true, "Total")] }), "32", "Orders.IX_Extra");
        yield return new("foreign key dropped", engine, s => s.WithoutKey("Orders", "FK_Orders_Customers_CustomerId"), "40", "Orders.FK_Orders_Customers_CustomerId");
        yield return new("other delete action", engine, s => s.EditKey("Orders", "FK_Orders_Customers_CustomerId", k => k with { OnDelete = ReferentialAction.SetNull }), "41", "Orders.FK_Orders_Customers_CustomerId");
        yield return new("other update action", engine, s => s.EditKey("Orders", "FK_Orders_Customers_CustomerId", k => k with { OnUpdate = ReferentialAction.Cascade }), "41", "Orders.FK_Orders_Customers_CustomerId");

        yield return new("other principal table", engine, s => s.EditKey("Orders", "FK_Orders_Orders_ParentId", k => k with { PrincipalTable = "Customers" }), "41", "Orders.FK_Orders_Orders_ParentId");
        yield return new("other principal column", engine, s => s.EditKey("Orders", "FK_Orders_Customers_CustomerId", k => k with { PrincipalColumns = ["Code"] }), "41", "Orders.FK_Orders_Customers_CustomerId");
        yield return new("deferred", engine, s => s.EditKey("Orders", "FK_Orders_Customers_CustomerId", k => k with { IsDeferred = true }), "41", "Orders.FK_Orders_Customers_CustomerId");
        yield return new("extra foreign key", engine, s => s.Edit("Orders", t => t with { ForeignKeys = [.. t.ForeignKeys, Sound.ForeignKey("FK_Extra", "Id", "Customers", ReferentialAction.Cascade)] }), "42", "Orders.FK_Extra");
        yield return new("check dropped", engine, s => s.Edit("Orders", t => t with { Checks = [] }), "50", "Orders.CK_Orders_State");
        yield return new("other check", engine, s => s.EditCheck("Orders", "CK_Orders_State", c => c with { Expression = "State IN ('new', 'paid', 'sent')" }), "51", "Orders.CK_Orders_State");
        yield return new("check not enforced", engine, s => s.EditCheck("Orders", "CK_Orders_State", c => c with { IsEnforced = false }), "51", "Orders.CK_Orders_State");
        yield return new("extra check", engine, s => s.Edit("Orders", t => t with { Checks = [.. t.Checks, new CheckConstraint("CK_Extra", "Total > 0")] }), "52", "Orders.CK_Extra");
        yield return new("table in other case", engine, s => s.Edit("Customers", t => t with { Name = "customers" }), "72", isSqlite ? "customers" : "Customers");
        yield return new("column in other case", engine, s => s.EditColumn("Orders", "Note", c => c with { Name = "note" }), "72", isSqlite ? "Orders.note" : "Orders.Note", Severity.Warning);
        yield return new("residue of AddColumn", engine, s => s.EditColumn("Orders", "CustomerId", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Number, "0", "0") }), "90", "Orders.CustomerId", Severity.Info);
    }
}
