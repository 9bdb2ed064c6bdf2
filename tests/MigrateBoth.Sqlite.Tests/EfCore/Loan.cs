namespace MigrateBoth.Sqlite.Tests.EfCore;

public sealed class Loan
{
    public Guid BookId { get; set; }

    public DateOnly Day { get; set; }
}
