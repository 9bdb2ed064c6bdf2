using Divergent.Rows;
using Microsoft.EntityFrameworkCore;

namespace Divergent;

/// <summary>
/// A model that heeds no advice: for each row of the catalogue of differences that both engines take, a table named after the row.
/// docs/limits.md says what is found in each.
/// </summary>
public sealed class DivergentContext(DbContextOptions<DivergentContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsMySql())
        {
            // How text is compared is a matter of its own.
            modelBuilder.UseCollation("utf8mb4_0900_bin");
        }

        Types.Configure(modelBuilder);
        Keys.Configure(modelBuilder);
        Expressions.Configure(modelBuilder);
        Indexes.Configure(modelBuilder);
        Names.Configure(modelBuilder);
    }
}
