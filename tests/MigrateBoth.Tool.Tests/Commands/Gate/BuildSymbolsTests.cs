using MigrateBoth.Tool.Sealing.Inputs;

namespace MigrateBoth.Tool.Tests.Commands.Gate;

/// <summary>The tests' own build stands for an application's.</summary>
public sealed class BuildSymbolsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-symbols-");

    [Fact]
    public void A_build_is_of_its_sources_and_of_no_others()
    {
        var project = ProjectFile();
        string[] output = [AppContext.BaseDirectory];
        List<string> sources = [.. new ProjectParts(project).Sources().Where(file => file.EndsWith(".cs", StringComparison.Ordinal))];
        // The tests refer to the tool's projects, whose symbols lie beside theirs.
        Assert.True(BuildSymbols.AreOf(output, sources), "built from what is here");

        var edited = Path.Combine(_folder.FullName, "Edited.cs");
        File.WriteAllText(edited, File.ReadAllText(sources[0]) + "// edited");
        Assert.False(BuildSymbols.AreOf(output, [edited, .. sources.Skip(1)]), "one is edited");
        Assert.False(BuildSymbols.AreOf(output, [edited, .. sources]), "one is new");
        Assert.False(BuildSymbols.AreOf(output, sources.Skip(1)), "one is gone");
        Assert.False(BuildSymbols.AreOf([_folder.FullName], sources), "no build");
        Assert.False(BuildSymbols.AreOf([Path.Combine(_folder.FullName, "nowhere")], sources), "no folder");
        Assert.False(BuildSymbols.AreOf(output, []), "no sources");
    }

    [Fact]
    public void Without_symbols_nothing_is_known()
    {
        var name = Path.GetFileName(typeof(BuildSymbolsTests).Assembly.Location);
        File.Copy(typeof(BuildSymbolsTests).Assembly.Location, Path.Combine(_folder.FullName, name));

        Assert.False(BuildSymbols.AreOf([_folder.FullName], new ProjectParts(ProjectFile()).Sources()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A build of continuous integration does not say where its sources are.</summary>
    private static string ProjectFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MigrateBoth.Tool.Tests.csproj")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "MigrateBoth.Tool.Tests.csproj");
    }
}
