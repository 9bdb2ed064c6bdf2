using MigrateBoth.Core;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.Sqlite;

namespace MigrateBoth.Tool.Tests.Architecture;

/// <summary>Namespaces know each other in one direction only, in the order that docs/architecture.md gives.</summary>
public sealed class LayerTests
{
    private static readonly string[] Assemblies =
    [
        typeof(Engine).Assembly.Location,
        typeof(SqliteCatalogReader).Assembly.Location,
        typeof(MySqlCatalogReader).Assembly.Location,
        typeof(ToolServices).Assembly.Location,
        Directory.GetFiles(Path.GetDirectoryName(typeof(ToolServices).Assembly.Location)!, "MigrateBoth.DesignHost.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First(),
    ];

    [Fact]
    public void Namespaces_have_no_cyclic_dependencies() => Assert.All(Assemblies, assembly =>
    {
        var circle = NamespaceGraph.Of(assembly).FindCircle();
        Assert.True(circle.Count == 0, string.Join(" -> ", circle));
    });

    [Fact]
    public void A_circle_is_shown_with_the_types_that_make_it() => Assert.Equal(
        ["A.X (One > Two)", "A.Y (Two > Three)", "A.Z (Three > One)", "A.X"],
        NamespaceGraph.Of([("A.X", "One", "A.Y", "Two"), ("A.Y", "Two", "A.Z", "Three"), ("A.Z", "Three", "A.X", "One")]).FindCircle());

    [Fact]
    public void A_parent_and_its_child_may_depend_on_each_other() =>
        Assert.Empty(NamespaceGraph.Of([("A", "Root", "A.X", "One"), ("A.X", "One", "A", "Root")]).FindCircle());

    [Fact]
    public void The_code_has_the_layers_of_the_documentation()
    {
        var layers = ArchitecturePage.Layers();
        var wrong = new List<string>();
        foreach (var assembly in Assemblies)
        {
            var graph = NamespaceGraph.Of(assembly);
            wrong.AddRange(graph.Namespaces.Where(name => !layers.ContainsKey(name)).Select(name => $"{name} is in no layer"));
            wrong.AddRange(graph.Arrows
                .Where(arrow => layers.TryGetValue(arrow.From, out var from) && layers.TryGetValue(arrow.To, out var to) && from <= to)
                .Select(arrow => $"{arrow.From} knows {arrow.To}, which is not below it: {string.Join(", ", arrow.Uses.Take(3))}"));
        }

        wrong.AddRange(layers.Keys.Except(Assemblies.SelectMany(assembly => NamespaceGraph.Of(assembly).Namespaces)).Select(name => $"{name} is in no assembly"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
