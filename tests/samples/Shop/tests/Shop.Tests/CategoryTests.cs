using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class CategoryTests(ShopDatabase database) : ShopTest(database)
{
    [Fact]
    public async Task The_migrations_bring_three_categories()
    {
        await using var context = NewContext();

        var slugs = await context.Categories.OrderBy(category => category.Slug).Select(category => category.Slug).ToListAsync();

        Assert.Equal(["cafe", "kitchen", "knives"], slugs);
    }

    [Fact]
    public async Task Children_are_found_through_their_parent()
    {
        await using var context = NewContext();

        var kitchen = await context.Categories.Include(category => category.Children.OrderBy(child => child.Id)).SingleAsync(category => category.Slug == "kitchen");

        Assert.Equal(["Knives", "Café"], kitchen.Children.Select(child => child.Name));
    }

    [Fact]
    public async Task A_parent_with_children_cannot_be_deleted()
    {
        await using var context = NewContext();

        await Assert.ThrowsAnyAsync<Exception>(() => context.Categories.Where(category => category.Slug == "kitchen").ExecuteDeleteAsync());

        Assert.Equal(3, await context.Categories.CountAsync());
    }

    [Fact]
    public async Task A_slug_is_taken_once()
    {
        await using var context = NewContext();
        context.Categories.Add(new Category { Name = "Knives again", Slug = "knives" });

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_slug_differs_by_case()
    {
        await using (var context = NewContext())
        {
            context.Categories.Add(new Category { Name = "Shouting", Slug = "KNIVES" });
            await context.SaveChangesAsync();
        }

        await using var read = NewContext();
        Assert.Equal(["KNIVES", "knives"], await read.Categories
            .Where(category => category.Slug.ToLower() == "knives").OrderBy(category => category.Slug).Select(category => category.Slug).ToListAsync());
    }

    [Fact]
    public async Task A_category_moves_with_its_children()
    {
        await using (var context = NewContext())
        {
            var tools = new Category { Name = "Tools", Slug = "tools" };
            var knives = await context.Categories.SingleAsync(category => category.Slug == "knives");
            knives.Parent = tools;
            await context.SaveChangesAsync();
        }

        await using var read = NewContext();
        Assert.Equal("tools", await read.Categories.Where(category => category.Slug == "knives").Select(category => category.Parent!.Slug).SingleAsync());
    }

    [Fact]
    public async Task The_path_of_a_category_is_its_ancestors()
    {
        await using var context = NewContext();
        context.Categories.Add(new Category { Name = "Bread knives", Slug = "bread-knives", ParentId = 2 });
        await context.SaveChangesAsync();

        var path = await context.Categories
            .Where(category => category.Slug == "bread-knives")
            .Select(category => category.Parent!.Parent!.Name + " / " + category.Parent.Name + " / " + category.Name)
            .SingleAsync();

        Assert.Equal("Kitchen / Knives / Bread knives", path);
    }
}
