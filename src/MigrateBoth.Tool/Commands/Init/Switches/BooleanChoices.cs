using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Finds switches that are on or off and whose name says for which engine: <c>GetValue&lt;bool&gt;("UseMySql")</c>.</summary>
internal static class BooleanChoices
{
    /// <summary>All of a file.</summary>
    public static IEnumerable<EngineComparison> Find(CSharpFile file, SwitchValues values)
    {
        foreach (var expression in file.Root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (Read(expression, values) is { } read && EngineWords.OfName(read.Name[(read.Name.LastIndexOf(':') + 1)..]) is { } engine)
            {
                yield return new EngineComparison(file, expression, read.Source, new Dictionary<Engine, string> { [engine] = read.Yes, [engine.Other()] = read.No }, IsOpen: false);
            }
        }
    }

    private static (string Name, string Yes, string No, SyntaxNode Source)? Read(ExpressionSyntax expression, SwitchValues values)
    {
        switch (expression)
        {
            case InvocationExpressionSyntax call when Syntax.Method(call) == "GetValue" && Syntax.Passed(call) is [var key, ..] && values.Of(key) is { } name
                && (Name(call) is GenericNameSyntax { TypeArgumentList.Arguments: [var type] } ? type.ToString().TrimEnd('?') == "bool" : Syntax.Passed(call) is [_, LiteralExpressionSyntax { Token.Value: bool }]):
                return (name, "true", "false", call);
            case InvocationExpressionSyntax call when Syntax.Method(call) is "Parse" or "TryParse" && Syntax.Receiver(call)?.ToString() is "bool" or "Boolean" && Syntax.Passed(call) is [var read, ..] && Key(read, values) is { } name:
                return (name, "true", "false", read);
            case BinaryExpressionSyntax binary when Key(Syntax.Bare(binary.Left), values) is { } name && values.Of(binary.Right) is { } text && Pair(text) is { } pair:
                return (name, pair.Yes, pair.No, binary.Left);
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } pattern when Key(Syntax.Bare(pattern.Expression), values) is { } name && values.Of(constant.Expression) is { } text && Pair(text) is { } pair:
                return (name, pair.Yes, pair.No, pattern.Expression);
            default:
                return null;
        }
    }

    private static (string Yes, string No)? Pair(string text) => text switch { "1" => ("1", "0"), "true" or "True" => ("true", "false"), "yes" => ("yes", "no"), "on" => ("on", "off"), _ => null };

    private static SimpleNameSyntax? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The key or variable that an expression reads directly.</summary>
    private static string? Key(ExpressionSyntax read, SwitchValues values) => read switch
    {
        InvocationExpressionSyntax call when Syntax.Method(call) == "GetEnvironmentVariable" && Syntax.Passed(call) is [var name, ..] => values.Of(name),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } access when access.Expression.ToString().Contains("onfig", StringComparison.Ordinal) => values.Of(key.Expression),
        _ => null,
    };
}
