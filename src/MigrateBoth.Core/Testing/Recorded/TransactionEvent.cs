using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>The begin or end of a transaction of the application's own.</summary>
internal sealed record TransactionEvent(int Index, RecordedTransaction Transaction) : TestEvent(Index)
{
    public override RecordedFailure? Failure => Transaction.Failure;

    public override long? At => Transaction.At;

    public override string Description => $"transaction {Transaction.Action.ToString().ToLowerInvariant()} (step {Index + 1})";

    public override bool IsTwinOf(TestEvent other) => other is TransactionEvent { Transaction: var transaction } && transaction.Action == Transaction.Action;
}
