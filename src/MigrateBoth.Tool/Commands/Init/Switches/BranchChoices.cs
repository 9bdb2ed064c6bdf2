using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>
/// Finds conditions that name no engine and still choose one, because each of their two branches is for another: the hosting environment,
/// a boolean, whether a setting is there, what a connection string looks like.
/// </summary>
/// <param name="values">What names represent.</param>
/// <param name="resolver">Follows expressions; connection strings are inputs here.</param>
internal sealed class BranchChoices(SwitchValues values, InputResolver resolver)
{
    // A condition that has more names than this is none that can be set from outside.
    private const int MostNames = 3;

    private const string Production = "Production";
    private const string Development = "Development";

    /// <summary>All of a file.</summary>
    public IEnumerable<(EngineComparison Comparison, SwitchInput Input)> Find(CSharpFile file)
    {
        foreach (var (condition, yes, no) in Branches(file.Root))
        {
            if (ProviderCalls.EngineOf(yes) is { } engine && ProviderCalls.EngineOf(no) == engine.Other() && Read(condition, engine, file, 0) is { } choice)
            {
                yield return choice;
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax Condition, IReadOnlyList<SyntaxNode> Yes, IReadOnlyList<SyntaxNode> No)> Branches(SyntaxNode root) =>
        root.DescendantNodes().SelectMany(node => node switch
        {
            ConditionalExpressionSyntax choice => [(choice.Condition, [choice.WhenTrue], [choice.WhenFalse])],
            IfStatementSyntax { Else: { } other } choice => [(choice.Condition, [choice.Statement], [other.Statement])],

            // 'if (...) { ...; return; }': what follows is the other branch.
            IfStatementSyntax choice when Ends(choice.Statement) => [(choice.Condition, [choice.Statement], Following(choice))],
            _ => Enumerable.Empty<(ExpressionSyntax, IReadOnlyList<SyntaxNode>, IReadOnlyList<SyntaxNode>)>(),
        });

    private static bool Ends(StatementSyntax statement) => statement is ReturnStatementSyntax || (statement is BlockSyntax { Statements: [.., ReturnStatementSyntax] });

    private static List<SyntaxNode> Following(IfStatementSyntax choice) => choice.Parent switch
    {
        BlockSyntax block => [.. block.Statements.SkipWhile(statement => statement != choice).Skip(1)],
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } own => [.. unit.Members.SkipWhile(member => member != own).Skip(1).OfType<GlobalStatementSyntax>()],
        _ => [],
    };

    /// <param name="condition">The condition.</param>
    /// <param name="engine">The engine where it holds.</param>
    /// <param name="file">The file.</param>
    /// <param name="names">How many names were followed.</param>
    private (EngineComparison, SwitchInput)? Read(ExpressionSyntax condition, Engine engine, CSharpFile file, int names)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax brackets:
                return Read(brackets.Expression, engine, file, names);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Read(not.Operand, engine.Other(), file, names);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax literal } equality:
                var holds = equality.IsKind(SyntaxKind.EqualsExpression) ? engine : engine.Other();
                return literal.IsKind(SyntaxKind.NullLiteralExpression) ? Presence(equality.Left, holds.Other(), condition, file)
                    : literal.Token.Value is bool wanted ? Read(equality.Left, wanted ? holds : holds.Other(), file, names) : null;
            case IsPatternExpressionSyntax pattern:
                return OfPattern(pattern, pattern.Pattern, engine, file, names);
            case InvocationExpressionSyntax call:
                return OfCall(call, engine, file);
            case IdentifierNameSyntax name when names < MostNames && Initializer(name, file) is { } value:
                return Read(value, engine, file, names + 1);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax:
                return Boolean(condition, engine, file);
            default:
                return null;
        }
    }

    private (EngineComparison, SwitchInput)? OfPattern(IsPatternExpressionSyntax whole, PatternSyntax pattern, Engine engine, CSharpFile file, int names) => pattern switch
    {
        UnaryPatternSyntax { RawKind: (int)SyntaxKind.NotPattern } not => OfPattern(whole, not.Pattern, engine.Other(), file, names),
        ParenthesizedPatternSyntax brackets => OfPattern(whole, brackets.Pattern, engine, file, names),
        ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.Value: bool wanted } } => Read(whole.Expression, wanted ? engine : engine.Other(), file, names),
        ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } => Presence(whole.Expression, engine.Other(), whole, file),
        RecursivePatternSyntax or DeclarationPatternSyntax or VarPatternSyntax => Presence(whole.Expression, engine, whole, file),
        _ => null,
    };

    private (EngineComparison, SwitchInput)? OfCall(InvocationExpressionSyntax call, Engine engine, CSharpFile file)
    {
        var (method, passed) = (Syntax.Method(call), Syntax.Passed(call));
        switch (method)
        {
            case "IsDevelopment" or "IsProduction" or "IsStaging" when passed.Count == 0:
                return Environment(call, method["Is".Length..], engine, file);
            case "IsEnvironment" when passed is [var name] && values.Of(name) is { } environment:
                return Environment(call, environment, engine, file);
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when passed is [var asked]:
                return Presence(asked, engine.Other(), call, file);
            case "Any" or "Contains" or "Exists" when Syntax.LastName(Syntax.Receiver(call)) is "args" or "arguments" && Option(call) is { } flag:
                return (Comparison(file, call, call, engine, flag), new SwitchInput(SwitchKind.Flag, flag, file, call));
            case "Contains" or "StartsWith" or "EndsWith" when Syntax.Receiver(call) is { } receiver && passed.Count > 0 && values.Of(passed[0]) is { } text:
                return Content(call, receiver, text, engine, file);
            default:
                return Boolean(call, engine, file);
        }
    }

    private static (EngineComparison, SwitchInput)? Environment(InvocationExpressionSyntax call, string name, Engine engine, CSharpFile file) =>
        (Comparison(file, call, call, engine, name, name == Development ? Production : Development), new SwitchInput(SwitchKind.Environment, string.Empty, file, call));

    /// <summary>A value that is there for one engine and not there for the other.</summary>
    private (EngineComparison, SwitchInput)? Presence(ExpressionSyntax asked, Engine present, SyntaxNode node, CSharpFile file) =>
        resolver.Resolve(asked, file) is { Kind: SwitchKind.Setting or SwitchKind.Variable } input
            ? (Comparison(file, node, asked, present, IsConnection(input) ? Connection(present) : "localhost") with { Absent = present.Other() }, input)
            : null;

    private (EngineComparison, SwitchInput)? Content(InvocationExpressionSyntax call, ExpressionSyntax asked, string text, Engine engine, CSharpFile file) =>
        resolver.Resolve(asked, file) is { Kind: SwitchKind.Setting or SwitchKind.Variable } input && Containing(text, Syntax.Method(call)!, engine) is { } value
            ? (Comparison(file, call, asked, engine, value, Connection(engine.Other())), input)
            : null;

    private (EngineComparison, SwitchInput)? Boolean(ExpressionSyntax asked, Engine engine, CSharpFile file) =>
        resolver.Resolve(asked, file) is { Kind: SwitchKind.Setting or SwitchKind.Variable or SwitchKind.Option } input && !IsConnection(input)
            ? (Comparison(file, asked, asked, engine, "true", "false"), input)
            : null;

    private static EngineComparison Comparison(CSharpFile file, SyntaxNode node, SyntaxNode asked, Engine engine, string value, string? other = null) =>
        new(file, node, asked, other is null ? new Dictionary<Engine, string> { [engine] = value } : new Dictionary<Engine, string> { [engine] = value, [engine.Other()] = other }, IsOpen: false);

    private static bool IsConnection(SwitchInput input) => input.Name.Contains("onnection", StringComparison.OrdinalIgnoreCase);

    private static string Connection(Engine engine) => PlaceholderConnections.Of(engine);

    /// <summary>A connection string of which a test of its text is true.</summary>
    private static string? Containing(string text, string method, Engine engine)
    {
        // 'Filename=' and 'Port=3306' are spellings of the same.
        string[] spellings = engine == Engine.Sqlite
            ? [Connection(engine), "DataSource=app.db", "Filename=app.db", "Data Source=app.sqlite", "Data Source=:memory:"]
            : [Connection(engine), "Host=localhost;Database=app", "Server=localhost;Port=3306;Database=app", "Server=localhost;Database=app;Uid=app", "Server=localhost;Database=app;User=app"];
        return Array.Find(spellings, spelling => method switch
        {
            "StartsWith" => spelling.StartsWith(text, StringComparison.OrdinalIgnoreCase),
            "EndsWith" => spelling.EndsWith(text, StringComparison.OrdinalIgnoreCase),
            _ => spelling.Contains(text, StringComparison.OrdinalIgnoreCase),
        });
    }

    private static string? Option(InvocationExpressionSyntax call) =>
        call.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).FirstOrDefault(text => text.StartsWith('-') && text.TrimStart('-').Length > 0);

    /// <summary>What a variable of the file is set to, where that happens once.</summary>
    private static ExpressionSyntax? Initializer(IdentifierNameSyntax name, CSharpFile file) =>
        file.Root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == name.Identifier.ValueText && variable.Initializer is not null)
            .Select(variable => variable.Initializer!.Value).ToList() is [var only] ? only : null;
}

/// <summary>Connection strings that stand where an application wants one and nothing connects to it.</summary>
internal static class PlaceholderConnections
{
    /// <summary>One that the engine's driver can read.</summary>
    public static string Of(Engine engine) => engine == Engine.Sqlite ? "Data Source=app.db" : "Server=localhost;Database=app";

    /// <summary>The beginning of a URL with what an application reads behind it; any other text as it is.</summary>
    public static string Completed(string text, Engine engine) => !text.EndsWith("://", StringComparison.Ordinal) ? text
        : text + (engine == Engine.Sqlite ? "app.db" : "app:app@localhost:3306/app");
}
