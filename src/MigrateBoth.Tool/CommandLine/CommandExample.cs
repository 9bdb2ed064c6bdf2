namespace MigrateBoth.Tool.CommandLine;

/// <summary>An example in <c>--help</c>.</summary>
/// <param name="Arguments">What follows <c>dotnet migrate-both</c>.</param>
/// <param name="Meaning">What it does, in a few words.</param>
internal sealed record CommandExample(string Arguments, string Meaning);
