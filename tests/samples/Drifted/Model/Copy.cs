namespace Drifted.Model;

public sealed class Copy
{
    public int Id { get; set; }

    public int BookId { get; set; }

    public int BranchId { get; set; }

    public required string Barcode { get; set; }
}
