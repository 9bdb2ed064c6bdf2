using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MigrateBoth.Core;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Tool.Sources;

/// <summary>
/// The text of a migration, in which the parts of a <c>CreateTable</c> call are looked up: compiled code says only where the call begins. What is not there
/// exactly once is not found.
/// </summary>
internal sealed class MigrationSource
{
    private static readonly Dictionary<ObjectKind, string> Constraints = new()
    {
        [ObjectKind.PrimaryKey] = "PrimaryKey",
        [ObjectKind.Index] = "UniqueConstraint",
        [ObjectKind.ForeignKey] = "ForeignKey",
        [ObjectKind.Check] = "CheckConstraint",
    };

    private readonly CompilationUnitSyntax _root;
    private readonly ILookup<int, SyntaxNode> _statements;
    private readonly Dictionary<int, ILookup<(ObjectKind, string), int>> _parts = [];

    private MigrationSource(CSharpFile file)
    {
        _root = file.Root;
        _statements = _root.DescendantNodes().Where(node => node is StatementSyntax and not BlockSyntax || node.Parent is ArrowExpressionClauseSyntax).ToLookup(CSharpFile.LineOf);
    }

    /// <summary>Gives every migration the line of its <c>Up</c>, and every part of a table its own line.</summary>
    /// <param name="origins">What the compiled code says.</param>
    public static EngineOrigins Refine(EngineOrigins origins)
    {
        var sources = new Dictionary<string, MigrationSource>(StringComparer.Ordinal);
        MigrationSource Of(SourceLocation location) =>
            sources.TryGetValue(location.File, out var source) ? source : sources[location.File] = Read(location.File);

        return origins with
        {
            Migrations = [.. origins.Migrations.Select(migration => migration with
            {
                Up = migration.Up is { } up && Of(up).Up(up.Line) is { } line ? up with { Line = line } : null,
                Operations = [.. migration.Operations.Select(operation => operation.Location is not { } call || operation.Parts.Count == 0 ? operation : operation with
                {
                    Parts = [.. operation.Parts.Select(part => Of(call).PartOf(call.Line, part.Kind, part.Name) is { } found ? part with { Location = call with { Line = found } } : part)],
                })],
            })],
        };
    }

    private static MigrationSource Read(string file)
    {
        try
        {
            return new MigrationSource(CSharpFile.Read(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was there when the host compared its checksum. No line is better than a wrong one.
            return new MigrationSource(CSharpFile.Parse(file, string.Empty));
        }
    }

    /// <summary>The line that declares <c>Up</c>, the nearest at or above the first line of its code.</summary>
    private int? Up(int line)
    {
        var lines = _root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method is { Identifier.ValueText: "Up", ReturnType: PredefinedTypeSyntax { Keyword.ValueText: "void" } })
            .Select(method => method.Identifier.GetLocation().GetLineSpan().StartLinePosition.Line + 1)
            .Where(declared => declared <= line).ToList();
        return lines.Count == 0 ? null : lines[^1];
    }

    private int? PartOf(int callLine, ObjectKind kind, string name)
    {
        // A first migration creates hundreds of tables with thousands of columns: each statement is read once.
        if (!_parts.TryGetValue(callLine, out var parts))
        {
            _parts[callLine] = parts = _statements[callLine].Take(1).SelectMany(Parts).ToLookup(part => part.Part, part => part.Line);
        }

        return parts[(kind, name)].ToList() is [var only] ? only : null;
    }

    private static IEnumerable<((ObjectKind, string) Part, int Line)> Parts(SyntaxNode statement) =>
        from call in statement.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        let method = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
        let part = method == "Column" ? Column(call) : Constraint(call, method)
        where part is not null
        select part.Value;

    /// <summary><c>Name = table.Column&lt;…&gt;(…)</c>, where the argument <c>name</c> beats the member's name.</summary>
    private static ((ObjectKind, string), int)? Column(InvocationExpressionSyntax call) =>
        call.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier: var member }
        && (NameArgument(call) is { } named ? Text(named) : member.ValueText) is { } name
            ? ((ObjectKind.Column, name), member.GetLocation().GetLineSpan().StartLinePosition.Line + 1)
            : null;

    /// <summary><c>table.ForeignKey("Name", …)</c> or <c>table.ForeignKey(name: "Name", …)</c>.</summary>
    private static ((ObjectKind, string), int)? Constraint(InvocationExpressionSyntax call, string? method) =>
        Constraints.FirstOrDefault(constraint => constraint.Value == method) is { Value: not null } found
        && Text(NameArgument(call) ?? call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon is null)) is { } name
            ? ((found.Key, name), ((MemberAccessExpressionSyntax)call.Expression).Name.GetLocation().GetLineSpan().StartLinePosition.Line + 1)
            : null;

    private static ArgumentSyntax? NameArgument(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "name");

    private static string? Text(ArgumentSyntax? argument) => (argument?.Expression as LiteralExpressionSyntax)?.Token.Value as string;
}
