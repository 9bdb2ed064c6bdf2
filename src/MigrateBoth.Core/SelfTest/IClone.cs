namespace MigrateBoth.Core.SelfTest;

/// <summary>A scratch copy of a migrated database, in which defects are planted one at a time.</summary>
public interface IClone : IAsyncDisposable
{
    /// <summary>How to reach it; only after <see cref="PlantAsync"/> or <see cref="RestoreAsync"/> is it what they left.</summary>
    string ConnectionString { get; }

    /// <summary>Executes the change.</summary>
    /// <returns>Null, or the server's message when it refused: then the copy may be anything and has to be restored.</returns>
    Task<string?> PlantAsync(SchemaEdit edit, CancellationToken cancellationToken);

    /// <summary>Undoes the last change.</summary>
    Task RestoreAsync(SchemaEdit edit, CancellationToken cancellationToken);
}

/// <summary>Makes copies of one migrated database, from its own CREATE statements.</summary>
public interface ICloneSource
{
    /// <summary>Makes a copy on the same server. Disposing it drops it.</summary>
    /// <exception cref="Errors.MigrateBothException">It could not be made.</exception>
    Task<IClone> CloneAsync(CancellationToken cancellationToken);
}
