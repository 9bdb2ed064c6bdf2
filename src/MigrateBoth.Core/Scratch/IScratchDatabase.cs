namespace MigrateBoth.Core.Scratch;

/// <summary>An empty database made for one purpose. Disposing it drops it; disposing never throws.</summary>
public interface IScratchDatabase : IAsyncDisposable
{
    /// <summary>The engine it lives on.</summary>
    Engine Engine { get; }

    /// <summary>The database's name, or the file's path on SQLite.</summary>
    string Name { get; }

    /// <summary>An ADO.NET connection string; pooling is off, so that no idle connection keeps the database alive (catalogue row E-01).</summary>
    string ConnectionString { get; }
}
