using Microsoft.EntityFrameworkCore;

using Shop.Data;
using Shop.Data.Orders;

namespace Shop.Web;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/orders", async (OrderRequest request, OrderService orders, CancellationToken cancellationToken) =>
        {
            try
            {
                var order = await orders.PlaceAsync(request, cancellationToken);
                return Results.Created($"/orders/{order.Number}", new { order.Number, order.Total, order.Currency });
            }
            catch (OrderRejectedException rejected)
            {
                return Results.Problem(rejected.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Results.Problem("Somebody else was faster. Please try again.", statusCode: StatusCodes.Status409Conflict);
            }
        });

        routes.MapGet("/orders/{number}", async (string number, ShopContext context, CancellationToken cancellationToken) =>
            await context.Orders
                .Where(order => order.Number == number)
                .Select(order => new
                {
                    order.Number,
                    order.Status,
                    order.PlacedAt,
                    order.Total,
                    order.Currency,
                    order.ReturnDays,
                    Lines = order.Lines.OrderBy(line => line.Id).Select(line => new { line.ProductSku, line.Quantity, line.UnitPrice }).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken) is { } found
                ? Results.Ok(found)
                : Results.NotFound());
    }
}
