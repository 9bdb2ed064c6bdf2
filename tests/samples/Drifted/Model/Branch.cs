namespace Drifted.Model;

public sealed class Branch
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string City { get; set; }
}
