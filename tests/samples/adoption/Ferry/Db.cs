using Microsoft.EntityFrameworkCore;

namespace Ferry;

public class Crossing
{
    public int Id { get; set; }

    public DateTime LeavesAt { get; set; }
}

public abstract partial class Db : DbContext
{
    public DbSet<Crossing> Crossings => Set<Crossing>();

    public partial class Sqlite : Db;

    public partial class MySql : Db;
}
