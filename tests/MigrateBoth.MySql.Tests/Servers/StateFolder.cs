using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>A state directory of one test's own.</summary>
internal sealed class StateFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mysql-state-").FullName;

    public LeaseStore Leases => new(Path);

    /// <summary>What is recorded now, as text.</summary>
    public string Written
    {
        get
        {
            var leases = System.IO.Path.Combine(Path, "leases");
            return Directory.Exists(leases) ? string.Concat(Directory.GetFiles(leases, "*.json").Select(File.ReadAllText)) : string.Empty;
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
