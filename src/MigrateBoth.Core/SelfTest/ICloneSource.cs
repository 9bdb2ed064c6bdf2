namespace MigrateBoth.Core.SelfTest;

/// <summary>Makes copies of one migrated database, from its own CREATE statements.</summary>
public interface ICloneSource
{
    /// <summary>Makes a copy on the same server. Disposing it drops it.</summary>
    /// <exception cref="Errors.MigrateBothException">It could not be made.</exception>
    Task<IClone> CloneAsync(CancellationToken cancellationToken);
}
