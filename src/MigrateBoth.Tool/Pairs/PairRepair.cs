namespace MigrateBoth.Tool.Pairs;

/// <summary>What was done about a change that an earlier, killed process left half-way.</summary>
/// <param name="Description">The change in words, such as <c>add 20261122170000_Init</c>.</param>
/// <param name="IsFinished">Whether it was finished; false when it was taken back.</param>
/// <param name="Files">How many files it concerned.</param>
internal sealed record PairRepair(string Description, bool IsFinished, int Files)
{
    /// <summary>One line for people.</summary>
    public string Summary => IsFinished
        ? $"An earlier '{Description}' was interrupted while it wrote its {Files} files: it has now been finished on both sides."
        : $"An earlier '{Description}' was interrupted before all was ready: it has been taken back on both sides, run it again.";
}
