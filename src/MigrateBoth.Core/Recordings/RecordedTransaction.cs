namespace MigrateBoth.Core.Recordings;

/// <summary>The begin or end of a transaction. Those that EF Core opens around a save belong to it.</summary>
sealed partial record RecordedTransaction : RecordedStep
{
    /// <summary>What happened.</summary>
    public required TransactionAction Action { get; init; }

    /// <summary>The sequence of the <see cref="RecordedSave"/> that opened it by itself; null for the application's own.</summary>
    public long? Save { get; init; }

    /// <summary>The isolation level asked for, at the begin.</summary>
    public string? Isolation { get; init; }
}
