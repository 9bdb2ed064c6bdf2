using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;

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

    /// <summary>The methods of a file that choose providers, once for each: a registration may leave that to one of them.</summary>
    public static IEnumerable<(string Name, string Provider)> Methods(CSharpFile file) => file.Root.DescendantNodes().SelectMany(node => node switch
    {
        MethodDeclarationSyntax method => In(method).Select(provider => (method.Identifier.ValueText, provider)),
        LocalFunctionStatementSyntax function => In(function).Select(provider => (function.Identifier.ValueText, provider)),
        _ => Enumerable.Empty<(string, string)>(),
    });

    /// <summary>The provider that a method registers a context for by its own name, as Aspire's do: <c>AddMySqlDbContext</c>.</summary>
    public static IEnumerable<string> OfRegistration(string method) =>
        EngineWords.OfName(method) is { } engine ? [Ours.First(call => call.Value == engine).Key]
        : EngineWords.IsForeign(method) ? [Others[0]] : [];

    /// <summary>Whether a method chooses a provider.</summary>
    public static bool IsOne(string method) => Ours.ContainsKey(method) || Others.Contains(method, StringComparer.Ordinal);

    /// <summary>The one engine that calls choose; null for none, both, or another provider next to it.</summary>
    public static Engine? Only(IReadOnlyList<string> calls) => calls.Select(Of).Distinct().ToList() is [{ } engine] ? engine : null;

    /// <summary>
    /// The one engine that a piece of code is for: by the methods that choose a provider, else by what else it calls or names as a type,
    /// such as <c>services.AddMySqlStore()</c>; null for none or both.
    /// </summary>
    public static Engine? EngineOf(IEnumerable<SyntaxNode> code)
    {
        var all = code.ToList();
        var calls = all.SelectMany(In).ToList();
        return calls.Count > 0 ? Only(calls) : all.SelectMany(Named).Select(EngineWords.OfName).OfType<Engine>().Distinct().ToList() is [var engine] ? engine : null;
    }

    /// <summary>Whether code chooses a provider, or calls something that is called after one.</summary>
    public static bool Choose(SyntaxNode code) => In(code).Any() || Named(code).Any(name => EngineWords.OfName(name) is not null);

    /// <summary>The engines that calls choose.</summary>
    public static IEnumerable<Engine> Engines(IReadOnlyList<string> calls) => calls.Select(Of).OfType<Engine>().Distinct();

    /// <summary>Whether calls choose providers that are neither engine's, and no other.</summary>
    public static bool AreForeign(IReadOnlyList<string> calls) => calls.Count > 0 && calls.All(call => Of(call) is null);

    private static Engine? Of(string call) => Ours.TryGetValue(call, out var engine) ? engine : null;

    /// <summary>The names of what code calls, creates and passes as a type.</summary>
    private static IEnumerable<string> Named(SyntaxNode code) => code.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        InvocationExpressionSyntax call when Switches.Syntax.Method(call) is { } method => [method],
        ObjectCreationExpressionSyntax created => [created.Type.ToString()],
        TypeArgumentListSyntax types => types.Arguments.Select(type => type.ToString()),
        _ => Enumerable.Empty<string>(),
    });

    private static string? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
