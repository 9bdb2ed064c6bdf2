using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Data.Catalog;

/// <summary>What customers can see of the products.</summary>
public sealed class ProductCatalog(ShopContext context)
{
    /// <summary>The products whose name begins with a text, whatever its case, in the order of their names.</summary>
    public Task<List<ProductSummary>> SearchAsync(string beginning, CancellationToken cancellationToken)
    {
        // Lowered on both sides, which means the same on both engines with the string semantics of ShopContext (C-03, C-09).
        var lowered = beginning.ToLowerInvariant();
        return context.Products
            .Where(product => product.Status == ProductStatus.OnSale && product.Name.ToLower().StartsWith(lowered))
            .OrderBy(product => product.Name)
            .ThenBy(product => product.Id) // Ties come in any order otherwise (C-05).
            .Select(product => new ProductSummary(product.Sku, product.Name, product.Price, product.Brand!.Name))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many of a product can be sold, over all warehouses.</summary>
    public Task<int> AvailableAsync(string sku, CancellationToken cancellationToken) =>
        context.StockItems.Where(item => item.Product!.Sku == sku).SumAsync(item => item.Available, cancellationToken);
}

public sealed record ProductSummary(string Sku, string Name, decimal Price, string? Brand);
