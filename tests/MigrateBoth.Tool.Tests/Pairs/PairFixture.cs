using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Tests.Pairs;

/// <summary>A project directory with one migration per side, and the change that adds a second one.</summary>
internal sealed class PairFixture : IDisposable
{
    public const string OldSnapshot = "// snapshot, one migration\n";
    public const string NewSnapshot = "// snapshot, two migrations é\n";

    public PairFixture()
    {
        Directory.CreateDirectory(Project);
        foreach (var side in new[] { "Sqlite", "MySql" })
        {
            Directory.CreateDirectory(Path.Combine(Project, "Migrations", side));
            File.WriteAllText(Snapshot(side), OldSnapshot);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("migrateboth-pair-").FullName;

    public string Project => Path.Combine(Root, "Shop");

    public IReadOnlyList<PairFile> Addition =>
    [
        .. new[] { "Sqlite", "MySql" }.SelectMany(side => new PairFile[]
        {
            new(Migration(side), $"// {side} migration\n", MustBeNew: true),
            new(Migration(side, ".Designer"), $"// {side} designer\n", MustBeNew: true),
            new(Snapshot(side), NewSnapshot, MustBeNew: false),
        }),
    ];

    public IReadOnlyList<PairFile> Removal =>
    [
        .. Addition.Select(file => file with { Content = file.MustBeNew ? null : OldSnapshot, MustBeNew = false }),
    ];

    public string Migration(string side, string suffix = "") => Path.Combine(Project, "Migrations", side, $"20260101000000_Two{suffix}.cs");

    public string Snapshot(string side) => Path.Combine(Project, "Migrations", side, "ShopContextModelSnapshot.cs");

    /// <summary>Every file but a held lock with its bytes, relative to the root: equal dictionaries mean that nothing whatever differs.</summary>
    public SortedDictionary<string, string> Files() => new(
        Directory.EnumerateFileSystemEntries(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => Path.GetFileName(path) != PairLock.FileName)
            .ToDictionary(
                path => Path.GetRelativePath(Root, path),
                path => File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "directory"),
        StringComparer.Ordinal);

    public void Write(IReadOnlyList<PairFile> files)
    {
        using var pairLock = PairLock.Acquire(Project, "test");
        new PairWriter(pairLock).Write("add 20260101000000_Two", files);
    }

    /// <summary>Does the first steps of a change and stops there, as a killed process does.</summary>
    /// <returns>The steps done; fewer than asked for when the change was over before.</returns>
    public IReadOnlyList<string> WriteAndStopAfter(int steps, IReadOnlyList<PairFile> files)
    {
        using var pairLock = PairLock.Acquire(Project, "test");
        return [.. new PairWriter(pairLock).Steps("add 20260101000000_Two", files).Take(steps)];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
