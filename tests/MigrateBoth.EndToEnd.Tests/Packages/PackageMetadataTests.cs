using System.IO.Compression;
using System.Xml.Linq;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Packages;

/// <summary>What a user sees on nuget.org before anything is installed.</summary>
public sealed class PackageMetadataTests
{
    public static TheoryData<string> Packages => [.. Directory.EnumerateFiles(Repository.Packages, "*.nupkg").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_names_licence_source_readme_and_icon_and_contains_them(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Repository.Packages, package));
        var specification = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var stream = specification.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

        Assert.Equal("MIT", Element("license").Value);
        Assert.False(string.IsNullOrWhiteSpace(Element("description").Value));
        Assert.Matches("^[0-9a-f]{40}$", Element("repository").Attribute("commit")!.Value);
        Assert.True(archive.GetEntry(Element("readme").Value)!.Length > 300, "the README says next to nothing");
        Assert.True(archive.GetEntry(Element("icon").Value)!.Length > 500, "the icon is empty");
    }

    [Fact]
    public void The_tool_brings_the_schema_of_its_configuration()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Repository.Packages, $"dotnet-migrate-both.{Repository.PackageVersion}.nupkg"));
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.Name == "migrateboth.schema.json").Open());

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "src", "MigrateBoth.Tool", "migrateboth.schema.json")), reader.ReadToEnd());
    }

    [Fact]
    public void Every_package_has_its_symbols_beside_it()
    {
        // MigrateBoth.MSBuild has no assembly of its own: the symbols of the tool in it are in the tool's package.
        foreach (var package in Directory.EnumerateFiles(Repository.Packages, "*.nupkg").Where(file => !Path.GetFileName(file).StartsWith("MigrateBoth.MSBuild.", StringComparison.Ordinal)))
        {
            using var symbols = ZipFile.OpenRead(Path.ChangeExtension(package, ".snupkg"));
            Assert.Contains(symbols.Entries, entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
        }
    }
}
