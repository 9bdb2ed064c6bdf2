using Microsoft.EntityFrameworkCore;

namespace Journal.Data.MySql
{
    public class JournalContext : JournalContextBase
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseMySql("Server=127.0.0.1;Port=1;Database=journal", ServerVersion.Parse("9.7.0-mysql"));
    }
}
