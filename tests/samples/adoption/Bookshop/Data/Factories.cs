using Bookshop.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

// Not where the contexts are.
namespace DesignTime;

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteBookContext>
{
    public SqliteBookContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBookContext>().UseSqlite("Data Source=books.db").Options);
}

internal sealed class MySqlFactory : IDesignTimeDbContextFactory<MySqlBookContext>
{
    // Port 1: nobody answers, as on a build server.
    private const string Connection = "Server=127.0.0.1;Port=1;Database=books;User=root;Password=books";

    public MySqlBookContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MySqlBookContext>().UseMySql(Connection, ServerVersion.AutoDetect(Connection)).Options);
}
