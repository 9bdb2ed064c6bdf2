using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RealLife.Detecting
{
    public class BookContext(DbContextOptions<BookContext> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    // Nullable reference types are off: without [Required] a string is optional.
    public class Book
    {
        public int Id { get; set; }

        public string Title { get; set; }
    }
}

// In an unexpected place.
namespace Company.Tools.Internal
{
    internal static class Tooling
    {
        internal class BookFactory : IDesignTimeDbContextFactory<RealLife.Detecting.BookContext>
        {
            public RealLife.Detecting.BookContext CreateDbContext(string[] args)
            {
                var builder = new DbContextOptionsBuilder<RealLife.Detecting.BookContext>();
                if (args.Contains("Sqlite"))
                {
                    builder.UseSqlite("Data Source=/nowhere/at/all.db", sqlite => sqlite.MigrationsHistoryTable("BookHistory"));
                }
                else
                {
                    const string Connection = "Server=127.0.0.1;Port=1;User=root;Password=hunter2";
                    builder.UseMySql(Connection, ServerVersion.AutoDetect(Connection), mysql => mysql.MigrationsHistoryTable("BookHistory"));
                }

                return new RealLife.Detecting.BookContext(builder.Options);
            }
        }
    }
}
