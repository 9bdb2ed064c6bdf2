namespace Shop.Data.Entities;

public sealed class ProductImage
{
    public long Id { get; set; }

    public int ProductId { get; set; }

    public required string FileName { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Checksum { get; set; }
}
