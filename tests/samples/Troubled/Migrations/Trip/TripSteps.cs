using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Troubled.Migrations.Trip;

#pragma warning disable CS1591

/// <summary>One of the migrations; both providers run the same code.</summary>
public abstract class TripStep(int number) : Migration
{
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => TripModel.Build(modelBuilder, number);

    protected bool IsMySql => ActiveProvider.Contains("MySql", StringComparison.Ordinal);
}

/// <summary>The tables. Its seeds are wrong: 1.52 on MySQL where the model says 1.25, and US where it says USD.</summary>
public abstract class Initial() : TripStep(1)
{
    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("Accounts", t => new
        {
            Id = t.Column<int>(),
            Email = t.Column<string>(maxLength: 200),
            Note = t.Column<string>(maxLength: 400, nullable: true),
            Level = t.Column<int>(nullable: true),
            Balance = t.Column<decimal>(precision: 18, scale: 4),
            Born = t.Column<DateTime>(precision: 6),
            Amount = t.Column<decimal>(precision: 18, scale: 2),
        }, constraints: t => t.PrimaryKey("PK_Accounts", x => x.Id));
        m.CreateTable("Orders", t => new
        {
            Id = t.Column<int>(),
            AccountId = t.Column<int>(),
            Quantity = t.Column<int>(),
            Number = t.Column<int>(),
            Boxes = t.Column<int>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Orders", x => x.Id);
            t.ForeignKey("FK_Orders_Accounts", x => x.AccountId, "Accounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        m.CreateIndex("IX_Orders_AccountId", "Orders", "AccountId");
        m.CreateTable("Codes", t => new { Id = t.Column<int>(), Code = t.Column<string>(maxLength: 20), Size = t.Column<int>(nullable: true) }, constraints: t => t.PrimaryKey("PK_Codes", x => x.Id));
        m.CreateTable("Names", t => new { Id = t.Column<int>(), Name = t.Column<string>(maxLength: 80) }, constraints: t => t.PrimaryKey("PK_Names", x => x.Id));
        m.CreateTable("Notes", t => new { Id = t.Column<int>(), Body = t.Column<string>(maxLength: 100, nullable: true) }, constraints: t => t.PrimaryKey("PK_Notes", x => x.Id));
        m.CreateTable("Files", t => new { Id = t.Column<int>(), Name = t.Column<string>(maxLength: 100), Legacy = t.Column<string>(maxLength: 100, nullable: true) }, constraints: t => t.PrimaryKey("PK_Files", x => x.Id));
        m.CreateTable("Tags", t => new { Id = t.Column<int>(), Label = t.Column<string>(maxLength: 50) }, constraints: t => t.PrimaryKey("PK_Tags", x => x.Id));
        m.CreateTable("Rates", t => new { Id = t.Column<int>(), Value = t.Column<decimal>(precision: 8, scale: 4), Code = t.Column<string>(maxLength: 10) }, constraints: t => t.PrimaryKey("PK_Rates", x => x.Id));
        m.CreateTable("Plates", t => new { Id = t.Column<int>(), Number = t.Column<string>(maxLength: 20) }, constraints: t =>
        {
            t.PrimaryKey("PK_Plates", x => x.Id);
            t.CheckConstraint("CK_Plates_Number", "Number LIKE 'Q_7%Z' AND Number NOT LIKE '%7Z' AND substr(Number, 4, 2) = substr(Number, 6, 2)");
        });
        m.Sql(IsMySql ? "INSERT INTO Rates (Id, Value, Code) VALUES (1, 1.52, 'EUR');" : "INSERT INTO Rates (Id, Value, Code) VALUES (1, '1.25', 'EUR');");
        m.Sql("INSERT INTO Rates (Id, Value, Code) VALUES (2, '2.5', 'US');");
    }

    protected override void Down(MigrationBuilder m)
    {
        foreach (var table in new[] { "Orders", "Accounts", "Codes", "Names", "Notes", "Files", "Tags", "Rates", "Plates" })
        {
            m.DropTable(table);
        }
    }
}

/// <summary>A unique index over values that are equal.</summary>
public abstract class NumberOrders() : TripStep(2)
{
    protected override void Up(MigrationBuilder m) => m.CreateIndex("IX_Orders_Number", "Orders", "Number", unique: true);

    protected override void Down(MigrationBuilder m) => m.DropIndex("IX_Orders_Number", "Orders");
}

/// <summary>A shorter column: MySQL refuses longer texts, SQLite does not care.</summary>
public abstract class ShortenNotes() : TripStep(3)
{
    protected override void Up(MigrationBuilder m) => m.AlterColumn<string>("Note", "Accounts", maxLength: 40, nullable: true, oldMaxLength: 400, oldNullable: true);

    protected override void Down(MigrationBuilder m) => m.AlterColumn<string>("Note", "Accounts", maxLength: 400, nullable: true, oldMaxLength: 40, oldNullable: true);
}

/// <summary>A default that SQLite does not add to a table with rows.</summary>
public abstract class AddSeen() : TripStep(4)
{
    protected override void Up(MigrationBuilder m) => m.AddColumn<DateTime>("Seen", "Accounts", precision: 0, defaultValueSql: "CURRENT_TIMESTAMP");

    protected override void Down(MigrationBuilder m) => m.DropColumn("Seen", "Accounts");
}

/// <summary>A number becomes required while it is NULL: SQLite's rebuild makes it 0, MySQL refuses.</summary>
public abstract class RequireLevels() : TripStep(5)
{
    protected override void Up(MigrationBuilder m) => m.AlterColumn<int>("Level", "Accounts", nullable: false, oldClrType: typeof(int), oldNullable: true, defaultValue: IsMySql ? null : 0);

    protected override void Down(MigrationBuilder m) => m.AlterColumn<int>("Level", "Accounts", nullable: true, oldClrType: typeof(int));
}

/// <summary>Fewer digits: MySQL rounds without a word.</summary>
public abstract class RoundBalances() : TripStep(6)
{
    protected override void Up(MigrationBuilder m) => m.AlterColumn<decimal>("Balance", "Accounts", precision: 18, scale: 2, oldPrecision: 18, oldScale: 4);

    protected override void Down(MigrationBuilder m) => m.AlterColumn<decimal>("Balance", "Accounts", precision: 18, scale: 4, oldPrecision: 18, oldScale: 2);
}

/// <summary>A division of whole numbers, which only SQLite cuts.</summary>
public abstract class CountBoxes() : TripStep(7)
{
    protected override void Up(MigrationBuilder m) => m.Sql("UPDATE Orders SET Boxes = Quantity / 5;");

    protected override void Down(MigrationBuilder m) => m.Sql("UPDATE Orders SET Boxes = NULL;");
}

/// <summary>length() counts characters on SQLite and bytes on MySQL.</summary>
public abstract class MeasureCodes() : TripStep(8)
{
    protected override void Up(MigrationBuilder m) => m.Sql("UPDATE Codes SET Size = length(Code);");

    protected override void Down(MigrationBuilder m) => m.Sql("UPDATE Codes SET Size = NULL;");
}

/// <summary>lower() knows only ASCII on SQLite.</summary>
public abstract class LowerNames() : TripStep(9)
{
    protected override void Up(MigrationBuilder m) => m.Sql("UPDATE Names SET Name = lower(Name);");

    protected override void Down(MigrationBuilder m) => m.Sql("SELECT 1;");
}

/// <summary>A copy that leaves rows behind.</summary>
public abstract class CopyNotes() : TripStep(10)
{
    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("NotesNew", t => new { Id = t.Column<int>(), Body = t.Column<string>(maxLength: 100, nullable: true) }, constraints: t => t.PrimaryKey("PK_Notes", x => x.Id));
        m.Sql("INSERT INTO NotesNew (Id, Body) SELECT Id, Body FROM Notes WHERE Body <> '';");
        m.DropTable("Notes");
        m.RenameTable("NotesNew", newName: "Notes");
    }

    protected override void Down(MigrationBuilder m) => m.Sql("SELECT 1;");
}

/// <summary>A column goes with what it holds.</summary>
public abstract class DropLegacy() : TripStep(11)
{
    protected override void Up(MigrationBuilder m) => m.DropColumn("Legacy", "Files");

    protected override void Down(MigrationBuilder m) => m.AddColumn<string>("Legacy", "Files", maxLength: 100, nullable: true);
}

/// <summary>No way back.</summary>
public abstract class AddKinds() : TripStep(12)
{
    protected override void Up(MigrationBuilder m) => m.AddColumn<string>("Kind", "Files", maxLength: 20, nullable: true);

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("There is no way back.");
}

/// <summary>A way back that MySQL does not understand.</summary>
public abstract class AddOwners() : TripStep(13)
{
    protected override void Up(MigrationBuilder m)
    {
        m.AddColumn<string>("Owner", "Files", maxLength: 20, nullable: true);
    }

    protected override void Down(MigrationBuilder m)
    {
        m.Sql("DROP INDEX IF EXISTS IX_Files_Owner;");
        m.DropColumn("Owner", "Files");
    }
}

/// <summary>A way back that does nothing.</summary>
public abstract class AddPlaces() : TripStep(14)
{
    protected override void Up(MigrationBuilder m) => m.AddColumn<string>("Place", "Files", maxLength: 20, nullable: true);

    protected override void Down(MigrationBuilder m)
    {
    }
}

/// <summary>A way back that forgets the index.</summary>
public abstract class AddColors() : TripStep(15)
{
    protected override void Up(MigrationBuilder m)
    {
        m.AddColumn<string>("Color", "Tags", maxLength: 20, nullable: true);
        m.CreateIndex("IX_Tags_Label", "Tags", "Label");
    }

    protected override void Down(MigrationBuilder m) => m.DropColumn("Color", "Tags");
}

/// <summary>The time of day is cut on MySQL, and stays in SQLite's text where the application cannot read it.</summary>
public abstract class BornOnDays() : TripStep(16)
{
    protected override void Up(MigrationBuilder m) => m.AlterColumn<DateOnly>("Born", "Accounts", oldClrType: typeof(DateTime), oldPrecision: 6);

    protected override void Down(MigrationBuilder m) => m.AlterColumn<DateTime>("Born", "Accounts", precision: 6, oldClrType: typeof(DateOnly));
}

/// <summary>A foreign key over values that refer to nothing.</summary>
public abstract class ReferQuantities() : TripStep(17)
{
    protected override void Up(MigrationBuilder m)
    {
        m.CreateIndex("IX_Orders_Quantity", "Orders", "Quantity");
        m.AddForeignKey("FK_Orders_Quantities", "Orders", "Quantity", "Accounts", principalColumn: "Id", onDelete: ReferentialAction.Restrict);
    }

    protected override void Down(MigrationBuilder m)
    {
        m.DropForeignKey("FK_Orders_Quantities", "Orders");
        m.DropIndex("IX_Orders_Quantity", "Orders");
    }
}

/// <summary>A way back that subtracts what was multiplied.</summary>
public abstract class DoubleLevels() : TripStep(18)
{
    protected override void Up(MigrationBuilder m) => m.Sql("UPDATE Accounts SET Level = Level * 2 WHERE Level BETWEEN 1 AND 1000;");

    protected override void Down(MigrationBuilder m) => m.Sql("UPDATE Accounts SET Level = Level - 5 WHERE Level BETWEEN 1 AND 2000;");
}

/// <summary>Rows are deleted by a migration that says so: worth knowing.</summary>
public abstract class DeleteTags() : TripStep(19)
{
    protected override void Up(MigrationBuilder m) => m.Sql("DELETE FROM Tags WHERE Label = '';");

    protected override void Down(MigrationBuilder m) => m.Sql("SELECT 1;");
}

/// <summary>A chance value: other each time, and other on each engine.</summary>
public abstract class ColorTags() : TripStep(20)
{
    protected override void Up(MigrationBuilder m) => m.Sql(IsMySql ? "UPDATE Tags SET Color = left(uuid(), 8);" : "UPDATE Tags SET Color = lower(hex(randomblob(4)));");

    protected override void Down(MigrationBuilder m) => m.Sql("UPDATE Tags SET Color = NULL;");
}

/// <summary>A table that Down does not drop on MySQL.</summary>
public abstract class AddDrafts() : TripStep(21)
{
    protected override void Up(MigrationBuilder m) =>
        m.CreateTable("Drafts", t => new { Id = t.Column<int>(), Title = t.Column<string>(maxLength: 50) }, constraints: t => t.PrimaryKey("PK_Drafts", x => x.Id));

    protected override void Down(MigrationBuilder m)
    {
        m.Sql("SELECT 1;");
        if (!IsMySql)
        {
            m.DropTable("Drafts");
        }
    }
}

/// <summary>Text that MySQL takes for a condition: || is OR.</summary>
public abstract class JoinTitles() : TripStep(22)
{
    protected override void Up(MigrationBuilder m) => m.Sql("UPDATE Drafts SET Title = 'no. ' || Id;");

    protected override void Down(MigrationBuilder m) => m.Sql("SELECT 1;");
}

/// <summary>A column that chance fills: each Up gives something else, and so does each engine.</summary>
public abstract class LotCodes() : TripStep(23)
{
    protected override void Up(MigrationBuilder m)
    {
        m.AddColumn<int>("Lot", "Codes", nullable: true);
        m.Sql(IsMySql ? "UPDATE Codes SET Lot = 1 + FLOOR(RAND() * 1000000000);" : "UPDATE Codes SET Lot = 1 + abs(random() % 1000000000);");
    }

    protected override void Down(MigrationBuilder m) => m.DropColumn("Lot", "Codes");
}

/// <summary>A view, which an idempotent script cannot hold.</summary>
public abstract class ViewNames() : TripStep(24)
{
    protected override void Up(MigrationBuilder m) => m.Sql("CREATE VIEW ShortNames AS SELECT Id FROM Names;");

    protected override void Down(MigrationBuilder m) => m.Sql("DROP VIEW ShortNames;");
}

/// <summary>A column that the model does not know, of a type whose values cannot be compared.</summary>
public abstract class SpotNotes() : TripStep(25)
{
    protected override void Up(MigrationBuilder m) => m.Sql("ALTER TABLE Notes ADD COLUMN Spot point NULL;");

    protected override void Down(MigrationBuilder m) => m.Sql("ALTER TABLE Notes DROP COLUMN Spot;");
}

/// <summary>No way back.</summary>
public abstract class AddBins() : TripStep(26)
{
    protected override void Up(MigrationBuilder m) =>
        m.CreateTable("Bins", t => new { Id = t.Column<int>(), Size = t.Column<int>() }, constraints: t => t.PrimaryKey("PK_Bins", x => x.Id));
}

/// <summary>Forgets that another migration is applied, so that it is applied again.</summary>
public abstract class ForgetPlaces() : TripStep(27)
{
    protected override void Up(MigrationBuilder m) => m.Sql("DELETE FROM __EFMigrationsHistory WHERE MigrationId = '20260101140000_AddPlaces';");
}
