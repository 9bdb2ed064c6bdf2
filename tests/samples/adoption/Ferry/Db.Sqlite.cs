using Microsoft.EntityFrameworkCore;

namespace Ferry;

public partial class Db
{
    public partial class Sqlite
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=ferry.db");
    }
}
