using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Traced
{
    public class TracedContext(DbContextOptions<TracedContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>(note =>
        {
            note.Property(n => n.Title).HasMaxLength(100);
            note.Property<int>("Twice").HasComputedColumnSql("Id * 2");
            note.HasIndex(n => n.Title).IsUnique();
            note.HasOne<Note>().WithMany().HasForeignKey(n => n.ParentId);
            note.ToTable(table => table.HasCheckConstraint("CK_Notes_Title", "Title <> ''"));
        });
    }

    public class Note
    {
        public int Id { get; set; } // Id

        public int? ParentId { get; set; } // ParentId

        public string Title
        {
            get; // Title
            set;
        } = "";
    }
}

namespace Traced.Migrations.Sqlite
{
    [DbContext(typeof(TracedContext)), Migration("20260101000000_Init")]
    public class Init : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) // Up
        {
            // migrationBuilder.CreateTable(name: "Notes")
            var text = "migrationBuilder.CreateTable(name: \"Notes\")";
            migrationBuilder.CreateTable( // Notes
                name: "Notes",
                columns: table => new
                {
                    Id = table.Column<int>(nullable: false), // Notes.Id
                    Title = table.Column<string>( // Notes.Title
                        nullable: false,
                        defaultValue: "Text = table.Column<int>()"),
                    Column1 = table.Column<string>(name: "Odd \"name\"", nullable: true), // Notes.Odd "name"
                    // Text = table.Column<string>(),
                    Text = table.Column<string>(nullable: true), // Notes.Text
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => x.Id); // Notes.PK_Notes
                    table.CheckConstraint(name: "CK_Notes", sql: "Id > 0"); // Notes.CK_Notes
                    table.UniqueConstraint("AK_Notes", x => x.Title); // Notes.AK_Notes
                    table.ForeignKey( // Notes.FK_Notes
                        name: "FK_Notes",
                        column: x => x.Id,
                        principalTable: "Notes",
                        principalColumn: "Id");
                });

            foreach (var column in new[] { "A", "B" })
            {
                migrationBuilder.AddColumn<int>(column, "Notes", nullable: true); // add column Notes.A, add column Notes.B
            }

            Index(migrationBuilder, "Title");
            migrationBuilder.Comment(text); // run SQL: -- migrationBuilder.CreateTable(name: "Notes")
        }

        private static void Index(MigrationBuilder migrationBuilder, string column) =>
            migrationBuilder.CreateIndex("IX_Notes_" + column, "Notes", column); // create index IX_Notes_Title on Notes (Title)
    }

    [DbContext(typeof(TracedContext)), Migration("20260102000000_Short")]
    public class Short : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("A", "Notes"); // Up, drop column Notes.A
    }

    [DbContext(typeof(TracedContext)), Migration("20260103000000_Own")]
    public class Own : Migration
    {
        public override IReadOnlyList<Microsoft.EntityFrameworkCore.Migrations.Operations.MigrationOperation> UpOperations =>
            [new Microsoft.EntityFrameworkCore.Migrations.Operations.DropTableOperation { Name = "Notes" }];

        protected override void Up(MigrationBuilder migrationBuilder) // Up
        {
        }
    }

    public static class Extensions
    {
        public static void Comment(this MigrationBuilder migrationBuilder, string text) => migrationBuilder.Sql("-- " + text);
    }
}

namespace Traced.Migrations.MySql
{
    [DbContext(typeof(TracedContext)), Migration("20260101000000_Init")]
    public class Init : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}
