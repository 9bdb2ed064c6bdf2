using System.Globalization;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>The texts that names in code represent: constants, members of enumerations, and objects with a name of their own.</summary>
internal sealed class SwitchValues
{
    private readonly Dictionary<string, string> _constants;
    private readonly Dictionary<string, string> _objects;

    /// <summary>Reads all sources.</summary>
    public SwitchValues(IReadOnlyList<CSharpFile> sources)
    {
        var set = sources.SelectMany(source => source.Root.DescendantNodes()).SelectMany(Declared).ToLookup(member => member.Name, member => member.Value, StringComparer.Ordinal);
        _constants = Certain(set.Select(member => (member.Key, member.Select(Literal))));
        _objects = [];
        _objects = Certain(set.Select(member => (member.Key, member.OfType<BaseObjectCreationExpressionSyntax>().Select(created => created.ArgumentList?.Arguments.Select(argument => Of(argument.Expression)).FirstOrDefault(text => text is not null)))));
    }

    /// <summary>The text that an expression represents, or null.</summary>
    public string? Of(SyntaxNode? node) => node switch
    {
        ExpressionSyntax expression when Literal(Syntax.Bare(expression)) is { } text => text,
        MemberAccessExpressionSyntax access => OfMember(access),
        IdentifierNameSyntax name => _constants.GetValueOrDefault(name.Identifier.ValueText) ?? _objects.GetValueOrDefault(name.Identifier.ValueText),

        // '"mysql".ToUpperInvariant()', 'Kind.MySql.ToString()'.
        InvocationExpressionSyntax call when Syntax.Receiver(call) is { } receiver && Syntax.Passed(call).Count == 0 => Of(receiver),
        ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax => Syntax.Bare((ExpressionSyntax)node) is var bare && bare != node ? Of(bare) : null,
        _ => null,
    };

    /// <summary>The texts that a pattern accepts.</summary>
    public IEnumerable<string> OfPattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => Of(constant.Expression) is { } text ? [text] : [],
        BinaryPatternSyntax both => OfPattern(both.Left).Concat(OfPattern(both.Right)),
        UnaryPatternSyntax not => OfPattern(not.Pattern),
        ParenthesizedPatternSyntax brackets => OfPattern(brackets.Pattern),
        _ => [],
    };

    private string? OfMember(MemberAccessExpressionSyntax access)
    {
        var name = access.Name.Identifier.ValueText;
        if (_constants.TryGetValue(name, out var constant))
        {
            return constant;
        }

        // 'Provider.Sqlite.Name': the object says how it is called, or is called so itself.
        if (Syntax.LastName(access.Expression) is { } owner && EngineWords.OfName(owner) is not null && EngineWords.OfName(name) is null)
        {
            return _objects.GetValueOrDefault(owner) ?? owner;
        }

        return _objects.GetValueOrDefault(name) ?? name;
    }

    private static string? Literal(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        LiteralExpressionSyntax { Token.Value: int number } => number.ToString(CultureInfo.InvariantCulture),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call => Syntax.LastName(call.ArgumentList.Arguments.FirstOrDefault()?.Expression),
        _ => null,
    };

    private static IEnumerable<(string Name, ExpressionSyntax? Value)> Declared(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            field.Declaration.Variables.Select(variable => (variable.Identifier.ValueText, variable.Initializer?.Value)),
        LocalDeclarationStatementSyntax { IsConst: true } local => local.Declaration.Variables.Select(variable => (variable.Identifier.ValueText, variable.Initializer?.Value)),
        PropertyDeclarationSyntax property when property.Modifiers.Any(SyntaxKind.StaticKeyword) => [(property.Identifier.ValueText, property.Initializer?.Value ?? property.ExpressionBody?.Expression)],
        _ => [],
    };

    /// <summary>Names that mean one text everywhere.</summary>
    private static Dictionary<string, string> Certain(IEnumerable<(string Name, IEnumerable<string?> Texts)> members) =>
        members.Select(member => (member.Name, Texts: member.Texts.OfType<string>().Distinct(StringComparer.Ordinal).ToList())).Where(member => member.Texts.Count == 1)
            .ToDictionary(member => member.Name, member => member.Texts[0], StringComparer.Ordinal);
}
