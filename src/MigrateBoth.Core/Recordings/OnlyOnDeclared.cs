namespace MigrateBoth.Core.Recordings;

/// <summary>A test of the assembly is declared for one engine. Every recording lists them all, whether the tests ran or not.</summary>
/// <param name="Name"><c>Namespace.Class.Method</c>.</param>
/// <param name="Engine">The engine it is for, <c>sqlite</c> or <c>mysql</c>.</param>
/// <param name="Reason">Why.</param>
sealed partial record OnlyOnDeclared(string Name, string Engine, string Reason) : RecordingLine;
