using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Shared helpers for C# syntax.</summary>
internal static class Syntax
{
    /// <summary>An expression without what does not change which value it has: brackets, casts, <c>!</c>, <c>await</c>.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax brackets => Bare(brackets.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        AwaitExpressionSyntax awaited => Bare(awaited.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Bare(not.Operand),
        _ => expression,
    };

    /// <summary>The name of the method that is called.</summary>
    public static string? Method(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What a method is called on; null where nothing is.</summary>
    public static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => Bare(access.Expression),
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } whole ? Bare(whole.Expression) : null,
        _ => null,
    };

    /// <summary>The arguments of a call.</summary>
    public static IReadOnlyList<ExpressionSyntax> Passed(InvocationExpressionSyntax call) => [.. call.ArgumentList.Arguments.Select(argument => Bare(argument.Expression))];

    /// <summary>The type argument of a call: <c>T</c> of <c>Get&lt;T&gt;()</c>.</summary>
    public static string? TypeArgument(SyntaxNode node) => node is GenericNameSyntax { TypeArgumentList.Arguments: [var first, ..] } ? SourceReader.Named(first)?.Name ?? first.ToString() : null;

    /// <summary>The last name of <c>a.b.c</c>.</summary>
    public static string? LastName(SyntaxNode? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
