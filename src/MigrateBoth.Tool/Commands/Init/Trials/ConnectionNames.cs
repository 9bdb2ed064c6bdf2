using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>The names of the connection strings that sources ask their configuration for.</summary>
internal static class ConnectionNames
{
    /// <summary>Those of all applications.</summary>
    public static IEnumerable<string> In(Workspace workspace) =>
        workspace.Applications.Where(project => !project.IsOrchestrator).SelectMany(project => project.Sources).SelectMany(In).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> In(CSharpFile file) =>
        file.Root.DescendantNodes().Select(node => node switch
        {
            InvocationExpressionSyntax call when Syntax.Method(call) == "GetConnectionString" && Syntax.Passed(call) is [.., LiteralExpressionSyntax { Token.Value: string name }] => name,
            LiteralExpressionSyntax { Token.Value: string key } when key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) && !key.Contains(' ', StringComparison.Ordinal) => key["ConnectionStrings:".Length..],
            _ => null,
        }).OfType<string>().Where(name => name.Length > 0);
}
