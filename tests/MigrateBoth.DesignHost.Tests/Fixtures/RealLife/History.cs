using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#pragma warning disable EF1001 // As applications do it.
using Microsoft.EntityFrameworkCore.Sqlite.Migrations.Internal;
using Pomelo.EntityFrameworkCore.MySql.Migrations.Internal;

namespace RealLife.History
{
    /// <summary>A history table with a name of its own that no option tells.</summary>
    public class SqliteHistory(HistoryRepositoryDependencies dependencies) : SqliteHistoryRepository(dependencies)
    {
        protected override string TableName => "_Versions";
    }

    public class MySqlHistory(HistoryRepositoryDependencies dependencies) : MySqlHistoryRepository(dependencies)
    {
        protected override string TableName => "_Versions";
    }

    public class LogContext(DbContextOptions<LogContext> options) : DbContext(options)
    {
        public DbSet<Line> Lines => Set<Line>();
    }

    public class Line
    {
        public int Id { get; set; }
    }

    public class LogFactory : IDesignTimeDbContextFactory<LogContext>
    {
        public LogContext CreateDbContext(string[] args)
        {
            var builder = new DbContextOptionsBuilder<LogContext>();
            _ = args.Contains("Sqlite")
                ? builder.UseSqlite("Data Source=/nowhere/at/all.db").ReplaceService<IHistoryRepository, SqliteHistory>()
                : builder.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql")).ReplaceService<IHistoryRepository, MySqlHistory>();
            return new LogContext(builder.Options);
        }
    }

    // Their classes sort the other way round than their ids, which do not all begin with a time stamp. No Designer files.
    [DbContext(typeof(LogContext)), Migration("20200101000000_Zebra")]
    public class Zebra : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable("Lines", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Lines", x => x.Id));
            migrationBuilder.Sql(ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite" ? "CREATE TABLE OnlySqlite (Id int);" : "CREATE TABLE OnlyMySql (Id int);");
            if (migrationBuilder.IsMySql())
            {
                migrationBuilder.Sql("CREATE TABLE AskedMySql (Id int);");
            }

            if (migrationBuilder.IsSqlite())
            {
                migrationBuilder.Sql("CREATE TABLE AskedSqlite (Id int);");
            }
        }
    }

    [DbContext(typeof(LogContext)), Migration("Aardvark")]
    public class Aardvark : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("Aardvarks", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Aardvarks", x => x.Id));
    }
}
