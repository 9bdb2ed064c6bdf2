namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>No page with commands is left out in silence.</summary>
public sealed class PageCoverageTests
{
    [Fact]
    public void The_commands_of_every_page_are_run_by_some_test()
    {
        var covered = DocumentedPages.WithMigrations.Concat(DocumentedPages.InTheShopWithItsSuite).Concat(DocumentedPages.WithTestsOfTheirOwn.Keys).ToList();

        Assert.True(DocumentedPages.WithCommands.Count > 8, string.Join(", ", DocumentedPages.WithCommands));
        Assert.Empty(DocumentedPages.WithCommands.Except(covered));
        Assert.Empty(covered.Except(DocumentedPages.WithCommands));
        Assert.Equal(covered.Count, covered.Distinct().Count());
    }
}
