using Microsoft.EntityFrameworkCore;

using Shop.Data;
using Shop.Data.Catalog;

namespace Shop.Web;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/products", (string? search, ProductCatalog catalog, CancellationToken cancellationToken) =>
            catalog.SearchAsync(search ?? "", cancellationToken));

        routes.MapGet("/products/{sku}/available", (string sku, ProductCatalog catalog, CancellationToken cancellationToken) =>
            catalog.AvailableAsync(sku, cancellationToken));

        routes.MapGet("/categories", (ShopContext context, CancellationToken cancellationToken) => context.Categories
            .OrderBy(category => category.Slug)
            .Select(category => new { category.Slug, category.Name, Parent = category.Parent!.Slug })
            .ToListAsync(cancellationToken));
    }
}
