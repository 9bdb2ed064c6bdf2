using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace RealLife.Generating;

public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options);

/// <summary>An SQL generator of the application's own, for one engine only.</summary>
public class ShoutingGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(SqlOperation operation, IModel model, MigrationCommandListBuilder builder) =>
        builder.Append(operation.Sql.Replace("quiet", "LOUD")).EndCommand();
}

public class NoteFactory : IDesignTimeDbContextFactory<NoteContext>
{
    public NoteContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<NoteContext>();
        _ = args.Contains("Sqlite")
            ? builder.UseSqlite("Data Source=/nowhere/at/all.db").ReplaceService<IMigrationsSqlGenerator, ShoutingGenerator>()
            : builder.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql"));
        return new NoteContext(builder.Options);
    }
}

[DbContext(typeof(NoteContext)), Migration("20200101000000_Quiet")]
public class Quiet : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE quiet (Id int);");
}
