namespace MigrateBoth.Core.Recordings;

/// <summary>One run of a test.</summary>
/// <param name="Class">The full name of its class where that was known before its name was.</param>
/// <param name="Name"><c>Namespace.Class.Method</c>; null when it could not be found out, and then only the class says whose steps these are.</param>
/// <param name="DisplayName">The name that the framework shows, where it tells.</param>
/// <param name="Arguments">The arguments, where the framework tells them. Else the rows of a theory are told apart by their order.</param>
/// <param name="OnlyOn">The engine that it is declared for; null for both.</param>
/// <param name="Reason">Why it is declared for one engine.</param>
/// <param name="Steps">What it did, in the order in which the steps began.</param>
/// <param name="Omitted">How many commands were left out because there were too many.</param>
/// <param name="HasEnded">False for what was running when the process died.</param>
sealed partial record RecordedTest(
    string? Class,
    string? Name,
    string? DisplayName,
    IReadOnlyList<string>? Arguments,
    string? OnlyOn,
    string? Reason,
    IReadOnlyList<RecordedStep> Steps,
    int Omitted,
    bool HasEnded);
