using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Finds where code chooses a provider: <c>options.UseSqlite(...)</c>.</summary>
internal static class ProviderCalls
{
    private static readonly Dictionary<string, Engine> Ours = new(StringComparer.Ordinal)
    {
        ["UseSqlite"] = Engine.Sqlite,
        ["UseMySql"] = Engine.MySql,
        ["UseMySQL"] = Engine.MySql,
    };

    private static readonly string[] Others = ["UseNpgsql", "UseSqlServer", "UseAzureSql", "UseOracle", "UseCosmos", "UseInMemoryDatabase", "UseFirebird", "UseDb2", "UseMongoDB", "UseJet"];

    /// <summary>The names of the methods that a piece of code calls to choose a provider, in order.</summary>
    public static IEnumerable<string> In(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Select(Name).OfType<string>().Where(name => Ours.ContainsKey(name) || Others.Contains(name, StringComparer.Ordinal));

    /// <summary>Whether a method chooses a provider.</summary>
    public static bool IsOne(string method) => Ours.ContainsKey(method) || Others.Contains(method, StringComparer.Ordinal);

    /// <summary>The one engine that calls choose; null for none, both, or another provider next to it.</summary>
    public static Engine? Only(IReadOnlyList<string> calls) => calls.Select(Of).Distinct().ToList() is [{ } engine] ? engine : null;

    /// <summary>The engines that calls choose.</summary>
    public static IEnumerable<Engine> Engines(IReadOnlyList<string> calls) => calls.Select(Of).OfType<Engine>().Distinct();

    /// <summary>Whether calls choose providers that are neither engine's, and no other.</summary>
    public static bool AreForeign(IReadOnlyList<string> calls) => calls.Count > 0 && calls.All(call => Of(call) is null);

    private static Engine? Of(string call) => Ours.TryGetValue(call, out var engine) ? engine : null;

    private static string? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
