using Microsoft.EntityFrameworkCore;

namespace Ferry;

public partial class Db
{
    public partial class MySql
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"));
    }
}
