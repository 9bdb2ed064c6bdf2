using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Finds where code compares something with the names of the engines, or looks them up.</summary>
/// <param name="values">What names represent.</param>
internal sealed class EngineComparisons(SwitchValues values)
{
    /// <summary>All comparisons of a file, those of one expression together.</summary>
    public IEnumerable<EngineComparison> Find(CSharpFile file) =>
        file.Root.DescendantNodes().SelectMany(node => Of(file, node)).Where(comparison => comparison.Values.Count > 0)
            .GroupBy(comparison => Normalized(comparison.Expression), StringComparer.Ordinal)
            .Select(group => group.First() with
            {
                Values = group.SelectMany(comparison => comparison.Values).GroupBy(value => value.Key).ToDictionary(found => found.Key, found => found.First().Value),
                IsOpen = group.Any(comparison => comparison.IsOpen),
            });

    private IEnumerable<EngineComparison> Of(CSharpFile file, SyntaxNode node) => node switch
    {
        SwitchStatementSyntax statement => [OfArms(file, statement, statement.Expression, [.. statement.Sections.SelectMany(section => section.Labels.SelectMany(Texts), (section, text) => (text, (SyntaxNode)section))], statement.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)))],
        SwitchExpressionSyntax expression => [OfArms(file, expression, expression.GoverningExpression, [.. expression.Arms.SelectMany(arm => values.OfPattern(arm.Pattern), (arm, text) => (text, (SyntaxNode)arm.Expression))], expression.Arms.FirstOrDefault(arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax)?.Expression)],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary => OfEquality(file, binary),
        IsPatternExpressionSyntax pattern => [OfTexts(file, pattern, pattern.Expression, values.OfPattern(pattern.Pattern))],
        InvocationExpressionSyntax call => OfCall(file, call),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } access => OfLookup(file, access, access.Expression, key.Expression),
        _ => [],
    };

    private IEnumerable<EngineComparison> OfEquality(CSharpFile file, BinaryExpressionSyntax binary)
    {
        foreach (var (asked, value) in new[] { (binary.Left, binary.Right), (binary.Right, binary.Left) })
        {
            if (values.Of(value) is { } text && !IsText(asked))
            {
                yield return OfTexts(file, binary, asked, [text]);
            }
        }
    }

    private IEnumerable<EngineComparison> OfCall(CSharpFile file, InvocationExpressionSyntax call)
    {
        var (method, passed) = (Syntax.Method(call), Syntax.Passed(call));
        if (method is "TryGetValue" or "GetValueOrDefault" or "ContainsKey" && passed.Count > 0 && Syntax.Receiver(call) is { } table)
        {
            return OfLookup(file, call, table, passed[0]);
        }

        if (method is not ("Equals" or "Contains" or "StartsWith" or "Compare") || passed.Count == 0 || Syntax.Receiver(call) is not { } receiver)
        {
            return [];
        }

        if (receiver.ToString() is "string" or "String")
        {
            return passed.Count < 2 ? []
                : values.Of(passed[1]) is { } right ? [OfTexts(file, call, passed[0], [right])]
                : values.Of(passed[0]) is { } left ? [OfTexts(file, call, passed[1], [left])] : [];
        }

        // '"mysql".Equals(kind)', 'new[] { "mysql", "mariadb" }.Contains(kind)'.
        if (!IsText(receiver) && values.Of(passed[0]) is { } text)
        {
            return [OfTexts(file, call, receiver, [text])];
        }

        var texts = IsText(receiver) ? [values.Of(receiver)!] : receiver.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(values.Of).OfType<string>();
        return receiver is LiteralExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax ? [OfTexts(file, call, passed[0], texts)] : [];
    }

    /// <summary>A table whose keys are the engines' names, or whose values choose the providers.</summary>
    private IEnumerable<EngineComparison> OfLookup(CSharpFile file, SyntaxNode node, ExpressionSyntax table, ExpressionSyntax key)
    {
        if (Syntax.LastName(Syntax.Bare(table)) is not { } name || IsText(key))
        {
            return [];
        }

        var initializers = file.Root.DescendantNodes().Select(declared => declared switch
        {
            VariableDeclaratorSyntax variable when variable.Identifier.ValueText == name => variable.Initializer?.Value,
            PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        }).OfType<BaseObjectCreationExpressionSyntax>().Select(created => created.Initializer).OfType<InitializerExpressionSyntax>();
        var entries = initializers.SelectMany(initializer => initializer.Expressions).Select(entry => entry switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] } } assigned => (values.Of(index.Expression), (SyntaxNode)assigned.Right),
            InitializerExpressionSyntax { Expressions: [var first, var second] } => (values.Of(first), second),
            _ => (null, (SyntaxNode)entry),
        }).Where(entry => entry.Item1 is not null).Select(entry => (entry.Item1!, entry.Item2)).ToList();
        return entries.Count == 0 ? [] : [OfArms(file, node, key, entries, rest: null)];
    }

    private IEnumerable<string> Texts(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax simple => values.Of(simple.Value) is { } text ? [text] : [],
        CasePatternSwitchLabelSyntax pattern => values.OfPattern(pattern.Pattern),
        _ => [],
    };

    private static EngineComparison OfArms(CSharpFile file, SyntaxNode node, ExpressionSyntax expression, IReadOnlyList<(string Text, SyntaxNode Code)> arms, SyntaxNode? rest)
    {
        var found = new Dictionary<Engine, string>();
        foreach (var (text, code) in arms)
        {
            // A name speaks for itself; "file" and "server" are what their code makes of them.
            if ((EngineWords.OfName(text) ?? ProviderCalls.EngineOf([code])) is { } engine)
            {
                found.TryAdd(engine, text);
            }
        }

        var throws = rest?.DescendantNodesAndSelf().Any(part => part is ThrowStatementSyntax or ThrowExpressionSyntax) == true;
        return new EngineComparison(file, node, Syntax.Bare(expression), found, rest is not null && !throws);
    }

    private static EngineComparison OfTexts(CSharpFile file, SyntaxNode node, ExpressionSyntax expression, IEnumerable<string> texts)
    {
        var found = new Dictionary<Engine, string>();
        foreach (var text in texts)
        {
            if ((EngineWords.OfName(text) ?? OfBranch(node)) is { } engine)
            {
                found.TryAdd(engine, PlaceholderConnections.Completed(text, engine));
            }
        }

        return new EngineComparison(file, node, Syntax.Bare(expression), found, IsOpen: true);
    }

    /// <summary>What the code behind 'if (kind == "file")' chooses.</summary>
    private static Engine? OfBranch(SyntaxNode condition)
    {
        var (yes, isNot) = (condition.Parent is ExpressionSyntax and not ConditionalExpressionSyntax ? null : condition.Parent switch
        {
            IfStatementSyntax test when test.Condition == condition => test.Statement,
            ConditionalExpressionSyntax test when test.Condition == condition => test.WhenTrue,
            _ => (SyntaxNode?)null,
        }, condition.IsKind(SyntaxKind.NotEqualsExpression));
        return yes is null || ProviderCalls.EngineOf([yes]) is not { } engine ? null : isNot ? engine.Other() : engine;
    }

    private static bool IsText(ExpressionSyntax expression) => Syntax.Bare(expression) is LiteralExpressionSyntax;

    private static string Normalized(SyntaxNode expression)
    {
        // 'kind?.ToLowerInvariant()' and 'kind!' ask for the same as 'kind'.
        var bare = expression is ExpressionSyntax asked ? Syntax.Bare(asked) : expression;
        while (bare is ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } } conditional)
        {
            bare = Syntax.Bare(conditional.Expression);
        }

        while (bare is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call && Syntax.Receiver(call) is { } receiver)
        {
            bare = receiver;
        }

        return string.Concat(bare.ToString().Where(letter => !char.IsWhiteSpace(letter) && letter is not ('?' or '!')));
    }
}
