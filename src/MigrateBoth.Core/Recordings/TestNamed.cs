namespace MigrateBoth.Core.Recordings;

/// <summary>Which test a number stands for.</summary>
/// <param name="Test">The number.</param>
/// <param name="Name">The stable name, <c>Namespace.Class.Method</c>; a nested class is written <c>Outer+Inner</c>.</param>
/// <param name="DisplayName">The name that the test framework shows, with arguments, where the framework tells it.</param>
/// <param name="Arguments">The arguments where the framework tells them, as text.</param>
/// <param name="OnlyOn">The engine that the test is declared for, <c>sqlite</c> or <c>mysql</c>; null for both.</param>
/// <param name="Reason">Why it is declared for one engine.</param>
sealed partial record TestNamed(int Test, string Name, string? DisplayName, IReadOnlyList<string>? Arguments, string? OnlyOn, string? Reason) : RecordingLine;
