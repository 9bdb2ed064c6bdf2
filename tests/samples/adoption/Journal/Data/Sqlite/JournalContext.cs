using Microsoft.EntityFrameworkCore;

namespace Journal.Data.Sqlite
{
    public class JournalContext : JournalContextBase
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=journal.db");
    }
}
