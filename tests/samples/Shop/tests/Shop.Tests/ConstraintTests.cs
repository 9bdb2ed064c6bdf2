using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class ConstraintTests(ShopDatabase database) : ShopTest(database)
{
    [Fact]
    public async Task An_address_of_a_customer_is_taken_once_whatever_its_case()
    {
        var twin = Some.Customer(2);
        twin.Email = EmailAddress.Parse("CUSTOMER1@example.org");

        await RefusedAsync(Some.Customer(1), twin);
    }

    [Fact]
    public async Task A_stock_cannot_reserve_more_than_there_is()
    {
        var warehouse = Some.Warehouse(1);

        await RefusedAsync(warehouse, Some.Stock(warehouse, Some.Product("C-1", "Cup"), onHand: 1, reserved: 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task A_rating_is_between_one_and_five(int rating)
    {
        await using var context = NewContext();
        var product = Some.Product("C-1", "Cup");
        context.Add(product);
        await context.SaveChangesAsync();
        context.Add(new Review { ProductId = product.Id, Rating = rating, PostedAt = Some.Noon });

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public Task A_discount_is_more_than_nothing() => RefusedAsync(Some.Coupon("ZERO", 0m));

    [Fact]
    public Task A_discount_is_not_more_than_everything() => RefusedAsync(Some.Coupon("MUCH", 100.01m));

    [Fact]
    public Task A_product_needs_a_category_that_exists() => RefusedAsync(Some.Product("C-2", "Can", category: 99));

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_on_either_engine()
    {
        await using var context = NewContext();
        context.Add(new Brand { Name = new string('x', 101) });

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_retired_code_can_be_given_out_again()
    {
        await using var context = NewContext();
        context.AddRange(Some.Coupon("AGAIN", 5m, isRetired: true), Some.Coupon("AGAIN", 10m));
        await context.SaveChangesAsync();

        Assert.Equal(10m, await context.Coupons.Where(coupon => coupon.ActiveCode == "AGAIN").Select(coupon => coupon.DiscountPercent).SingleAsync());
    }

    [Fact]
    public Task A_code_in_use_is_taken() => RefusedAsync(Some.Coupon("TWICE", 5m), Some.Coupon("TWICE", 10m));

    [Fact]
    public async Task A_customer_with_orders_cannot_be_deleted()
    {
        await using var context = NewContext();
        var customer = Some.Customer(1);
        context.Add(Some.Order("1", customer));
        await context.SaveChangesAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => context.Customers.ExecuteDeleteAsync());
    }

    private async Task RefusedAsync(params object[] entities)
    {
        await using var context = NewContext();
        context.AddRange(entities);
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }
}
