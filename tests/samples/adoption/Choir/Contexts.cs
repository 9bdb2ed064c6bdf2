using Microsoft.EntityFrameworkCore;

namespace Choir;

public class SqliteContext : Scores.CoreContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=scores.db");
}

public class MySqlContext : Scores.CoreContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"));
}

// The singers have never been on MySQL.
public class SqliteSingersContext : Singers.CoreContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=singers.db");
}
