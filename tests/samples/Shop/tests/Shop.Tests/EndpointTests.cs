using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using Shop.Data.Entities;
using Shop.Data.Orders;

namespace Shop.Tests;

public sealed class EndpointTests : ShopTest
{
    private readonly ShopApplication _application;
    private readonly HttpClient _client;

    public EndpointTests(ShopDatabase database)
        : base(database)
    {
        _application = new ShopApplication(database);
        _client = _application.CreateClient();
    }

    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var (product, warehouse) = (Some.Product("E-1", "Egg timer", 4.5m), Some.Warehouse(1));
        context.AddRange(Some.Customer(1), warehouse, Some.Stock(warehouse, product, 3), Some.Product("E-2", "Eggcup", 2m));
        await context.SaveChangesAsync();
    }

    public override async Task DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task Products_are_searched()
    {
        var found = await _client.GetFromJsonAsync<JsonElement>("/products?search=egg");

        Assert.Equal(["Egg timer", "Eggcup"], found.EnumerateArray().Select(product => product.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Availability_is_a_number() => Assert.Equal(3, await _client.GetFromJsonAsync<int>("/products/E-1/available"));

    [Fact]
    public async Task Categories_name_their_parents()
    {
        var categories = await _client.GetFromJsonAsync<JsonElement>("/categories");

        Assert.Equal([("cafe", "kitchen"), ("kitchen", null), ("knives", "kitchen")], categories.EnumerateArray()
            .Select(category => (category.GetProperty("slug").GetString()!, category.GetProperty("parent").GetString())));
    }

    [Fact]
    public async Task An_order_is_taken_and_can_be_looked_up()
    {
        var created = await PostAsync("E-1", 2);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        var order = await _client.GetFromJsonAsync<JsonElement>(created.Headers.Location);

        Assert.Equal(9.0m, order.GetProperty("total").GetDecimal());
        Assert.Equal(14, order.GetProperty("returnDays").GetInt32());
        Assert.Equal("E-1", order.GetProperty("lines")[0].GetProperty("productSku").GetString());
        Assert.Equal(1, await _client.GetFromJsonAsync<int>("/products/E-1/available"));
    }

    [Fact]
    public async Task An_order_for_too_much_is_refused_with_a_reason()
    {
        var refused = await PostAsync("E-1", 4);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("E-1 is out of stock.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/orders/none")).StatusCode);

    private Task<HttpResponseMessage> PostAsync(string sku, int quantity) =>
        _client.PostAsJsonAsync("/orders", new OrderRequest(Some.Id(1), Some.Address(), [new OrderRequestLine(sku, quantity)]));
}
