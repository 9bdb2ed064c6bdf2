namespace MigrateBoth.Sqlite.Tests.EfCore;

public sealed class Author
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int? Born { get; set; }
}
