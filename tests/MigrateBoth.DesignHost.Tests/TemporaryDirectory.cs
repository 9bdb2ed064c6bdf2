namespace MigrateBoth.DesignHost.Tests;

/// <summary>A folder for the time of a test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("migrate-both-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
