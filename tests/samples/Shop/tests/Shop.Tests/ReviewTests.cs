using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class ReviewTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var (product, customer) = (Some.Product("V-1", "Vase"), Some.Customer(1));
        context.AddRange(product, customer);
        await context.SaveChangesAsync();
        context.AddRange(
            new Review { ProductId = product.Id, CustomerId = customer.Id, Rating = 4, Text = "Nice", PostedAt = Some.Noon },
            new Review { ProductId = product.Id, Rating = 1, Text = "Spam!", PostedAt = Some.Noon.AddHours(1), IsHidden = true });
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task Hidden_reviews_are_not_shown()
    {
        await using var context = NewContext();

        Assert.Equal(["Nice"], await context.Reviews.Select(review => review.Text).ToListAsync());
    }

    [Fact]
    public async Task Moderators_see_hidden_reviews()
    {
        await using var context = NewContext();

        Assert.Equal(["Nice", "Spam!"], await context.Reviews.IgnoreQueryFilters().OrderBy(review => review.PostedAt).Select(review => review.Text).ToListAsync());
    }

    [Fact]
    public async Task A_review_survives_its_customer_without_a_name()
    {
        await using var context = NewContext();
        await context.Customers.ExecuteDeleteAsync();

        Assert.Equal([null], await context.Reviews.Select(review => review.CustomerId).ToListAsync());
    }

    [Fact]
    public async Task A_customer_reviews_a_product_once()
    {
        await using var context = NewContext();
        var first = await context.Reviews.SingleAsync();
        context.Add(new Review { ProductId = first.ProductId, CustomerId = first.CustomerId, Rating = 5, PostedAt = Some.Noon });

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_text_is_found_by_a_word_in_it()
    {
        await using var context = NewContext();

        Assert.Equal(1, await context.Reviews.CountAsync(review => review.Text!.Contains("ice")));
        Assert.Equal(0, await context.Reviews.CountAsync(review => review.Text!.Contains("ICE")));
    }
}
