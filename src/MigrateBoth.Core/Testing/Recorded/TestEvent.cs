using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>One thing that a test did, as the two engines have it in common: a query, a save as a whole, the end of a transaction.</summary>
internal abstract record TestEvent(int Index)
{
    /// <summary>How it failed, or null.</summary>
    public abstract RecordedFailure? Failure { get; }

    /// <summary>When it was recorded, in milliseconds of Unix time, or null.</summary>
    public abstract long? At { get; }

    /// <summary>For people, in one line.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the other is the same thing, done on the other engine or in another run.</summary>
    public abstract bool IsTwinOf(TestEvent other);

    /// <summary>Whether the two could be each other's counterpart although their texts differ.</summary>
    public virtual bool IsOfKind(TestEvent other) => IsTwinOf(other);
}
