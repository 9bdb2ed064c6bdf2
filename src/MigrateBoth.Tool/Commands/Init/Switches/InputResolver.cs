using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Follows an expression through variables, parameters and bound objects to what it reads from outside.</summary>
/// <param name="sources">All files that the context is made from, the likeliest first.</param>
/// <param name="values">What names represent.</param>
/// <param name="withConnections">Whether a connection string is an input: it chooses where code looks whether it is there or what is in it.</param>
internal sealed class InputResolver(IReadOnlyList<CSharpFile> sources, SwitchValues values, bool withConnections = false)
{
    // A switch that takes more steps than this is none that a person would call one.
    private const int MostSteps = 200;

    // A name that everything uses leads everywhere: what has been looked at once is not looked at again.
    private readonly HashSet<(string Name, string Path)> _seen = [];
    private readonly Lazy<ILookup<string, (CSharpFile File, ExpressionSyntax Value)>> _assigned = new(() => Assignments(sources));
    private readonly Lazy<ILookup<string, (CSharpFile File, SyntaxNode Call, ArgumentListSyntax Arguments)>> _calls = new(() => Calls(sources));
    private readonly Lazy<ConfigurationPaths> _configuration = new(() => new ConfigurationPaths(sources, values));
    private int _steps;

    /// <summary>Resolves; null when the expression depends on nothing that is known here.</summary>
    public SwitchInput? Resolve(SyntaxNode expression, CSharpFile file)
    {
        _seen.Clear();
        _steps = 0;
        return Next(expression, file);
    }

    private SwitchInput? Next(SyntaxNode? node, CSharpFile file)
    {
        if (node is null || ++_steps > MostSteps)
        {
            return null;
        }

        var expression = node is ExpressionSyntax written ? Syntax.Bare(written) : node;
        return OfSource(expression, file) ?? expression switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Next(either.Left, file) ?? Next(either.Right, file),
            ConditionalExpressionSyntax choice => Next(choice.WhenTrue, file) ?? Next(choice.WhenFalse, file) ?? Next(choice.Condition, file),
            ConditionalAccessExpressionSyntax access => Next(access.Expression, file),
            AssignmentExpressionSyntax assignment => Next(assignment.Right, file),
            InvocationExpressionSyntax call => OfCall(call, file),
            ElementAccessExpressionSyntax access => Next(access.Expression, file),
            MemberAccessExpressionSyntax access => OfMember(access, file),
            IdentifierNameSyntax name => OfName(name.Identifier.ValueText, member: null, name, file),
            _ => null,
        };
    }

    /// <summary>What an expression reads itself.</summary>
    private SwitchInput? OfSource(SyntaxNode expression, CSharpFile file)
    {
        if (expression is InvocationExpressionSyntax call && Syntax.Method(call) == "GetEnvironmentVariable" && Syntax.Passed(call) is [var variable, ..])
        {
            return values.Of(variable) is { } name ? new SwitchInput(SwitchKind.Variable, name, file, call) : null;
        }

        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnvironmentName" })
        {
            return new SwitchInput(SwitchKind.Environment, string.Empty, file, expression);
        }

        if (withConnections && expression is InvocationExpressionSyntax asking && Syntax.Method(asking) == "GetConnectionString" && Syntax.Passed(asking) is [.., var connection] && values.Of(connection) is { } named)
        {
            return new SwitchInput(SwitchKind.Setting, $"ConnectionStrings:{named}", file, asking);
        }

        if (_configuration.Value.KeyOf(expression) is { } key)
        {
            return new SwitchInput(SwitchKind.Setting, key, file, expression);
        }

        var names = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText is "args" or "arguments" or "GetCommandLineArgs").ToList();
        if (names.Count == 0 || expression is IdentifierNameSyntax || (expression is InvocationExpressionSyntax passing && Syntax.Method(passing) is { } method && method.Contains("Create", StringComparison.Ordinal)))
        {
            return null;
        }

        var option = expression.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).FirstOrDefault(text => text.Length > 1 && text[0] == '-' && text.TrimStart('-').Length > 0);
        return option is not null ? new SwitchInput(SwitchKind.Option, option, file, expression)
            : expression is ElementAccessExpressionSyntax || (expression is InvocationExpressionSyntax taken && Syntax.Method(taken) is "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault")
                ? new SwitchInput(SwitchKind.Position, string.Empty, file, expression) : null;
    }

    private SwitchInput? OfCall(InvocationExpressionSyntax call, CSharpFile file)
    {
        var (method, passed) = (Syntax.Method(call), Syntax.Passed(call));

        // 'Enum.Parse<Kind>(text)', 'Convert.ToInt32(text)', 'Kind.From(text)', or a method of the text itself.
        return method is "Parse" or "TryParse" or "FromValue" or "FromName" or "ToString"
            ? passed.Select(argument => Next(argument, file)).FirstOrDefault(input => input is not null) ?? Next(Syntax.Receiver(call), file)
            : Next(Syntax.Receiver(call), file) ?? Returned(method, call, file) ?? passed.Select(argument => Next(argument, file)).FirstOrDefault(input => input is not null);
    }

    /// <summary>What a method of the application's returns.</summary>
    private SwitchInput? Returned(string? method, SyntaxNode call, CSharpFile file)
    {
        if (method is null || !_seen.Add(($"{method}()", file.Path)))
        {
            return null;
        }

        foreach (var source in sources)
        {
            foreach (var declared in source.Root.DescendantNodes().Where(node => node is MethodDeclarationSyntax member ? member.Identifier.ValueText == method : node is LocalFunctionStatementSyntax local && local.Identifier.ValueText == method))
            {
                var body = declared is MethodDeclarationSyntax member ? (member.ExpressionBody, member.Body) : (((LocalFunctionStatementSyntax)declared).ExpressionBody, ((LocalFunctionStatementSyntax)declared).Body);
                var returned = body.ExpressionBody is { } arrow ? [arrow.Expression] : body.Body?.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression).OfType<ExpressionSyntax>() ?? [];
                if (returned.Select(expression => Next(expression, source)).FirstOrDefault(input => input is not null) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private SwitchInput? OfMember(MemberAccessExpressionSyntax access, CSharpFile file)
    {
        var owner = Syntax.Bare(access.Expression);
        return owner is ThisExpressionSyntax or BaseExpressionSyntax ? OfName(access.Name.Identifier.ValueText, member: null, access, file)
            : owner is IdentifierNameSyntax name ? OfName(name.Identifier.ValueText, access.Name.Identifier.ValueText, name, file) ?? OfName(access.Name.Identifier.ValueText, member: null, access, file)
            : Chained(access, file) ?? Next(owner, file) ?? OfName(access.Name.Identifier.ValueText, member: null, access, file);
    }

    /// <summary><c>settings.Database.Kind</c>: what the first name is bound to, with the path of the others.</summary>
    private SwitchInput? Chained(MemberAccessExpressionSyntax access, CSharpFile file)
    {
        var path = access.Name.Identifier.ValueText;
        var owner = Syntax.Bare(access.Expression);
        while (owner is MemberAccessExpressionSyntax inner)
        {
            path = $"{inner.Name.Identifier.ValueText}:{path}";
            owner = Syntax.Bare(inner.Expression);
        }

        return owner is IdentifierNameSyntax root && OfName(root.Identifier.ValueText, path, root, file) is { Kind: SwitchKind.Setting } input && input.Name.EndsWith($":{path}", StringComparison.Ordinal) ? input
            : owner is InvocationExpressionSyntax made && _configuration.Value.Bound(made) is { } section ? new SwitchInput(SwitchKind.Setting, $"{section}:{path}".TrimStart(':'), file, access)
            : null;
    }

    /// <summary>What a variable, field, property or parameter holds.</summary>
    private SwitchInput? OfName(string name, string? member, SyntaxNode node, CSharpFile file)
    {
        if (!_seen.Add(($"{name}.{member}", file.Path)))
        {
            return null;
        }

        // The nearest above first, then the rest of the file, then others.
        var set = _assigned.Value[name].OrderByDescending(found => found.File == file).ThenByDescending(found => found.File == file && found.Value.SpanStart < node.SpanStart)
            .ThenByDescending(found => found.File == file ? found.Value.SpanStart : 0).ToList();
        foreach (var (source, value) in set.Where(found => found.File == file || char.IsUpper(name[0])))
        {
            if ((member is not null && _configuration.Value.Bound(value) is { } section ? new SwitchInput(SwitchKind.Setting, $"{section}:{member}".TrimStart(':'), source, value) : Next(value, source)) is { } input)
            {
                return input;
            }
        }

        if (member is not null && _configuration.Value.BoundByName(name, file) is { } bound)
        {
            return new SwitchInput(SwitchKind.Setting, $"{bound}:{member}".TrimStart(':'), file, node);
        }

        return Passed(name, member, node, file);
    }

    /// <summary>What callers pass for a parameter.</summary>
    private SwitchInput? Passed(string name, string? member, SyntaxNode node, CSharpFile file)
    {
        var method = node.Ancestors().FirstOrDefault(outer => Parameters(outer)?.Parameters.Any(parameter => parameter.Identifier.ValueText == name) == true);
        var called = method switch
        {
            MethodDeclarationSyntax declared => declared.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            TypeDeclarationSyntax outer => outer.Identifier.ValueText,
            _ => null,
        };
        if (method is null || called is null)
        {
            return null;
        }

        var parameters = Parameters(method)!.Parameters;
        var index = parameters.IndexOf(parameter => parameter.Identifier.ValueText == name);
        var isExtension = parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
        foreach (var (source, call, arguments) in _calls.Value[called])
        {
            var isOnInstance = isExtension && arguments.Arguments.Count < parameters.Count && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax };
            var passed = arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name) ?? arguments.Arguments.ElementAtOrDefault(index - (isOnInstance ? 1 : 0));
            if (passed is null || call.Ancestors().Contains(method))
            {
                continue;
            }

            if (member is not null && _configuration.Value.Bound(passed.Expression) is { } section)
            {
                return new SwitchInput(SwitchKind.Setting, $"{section}:{member}".TrimStart(':'), source, passed.Expression);
            }

            if ((member is not null && Syntax.Bare(passed.Expression) is IdentifierNameSyntax variable ? OfName(variable.Identifier.ValueText, member, variable, source) : Next(passed.Expression, source)) is { } input)
            {
                return input;
            }
        }

        // Nobody passes what a container does.
        return member is not null && index >= 0 && parameters[index].Type is { } type && SourceReader.Named(type)?.Name is { } made && _configuration.Value.OfType(made) is { } filled
            ? new SwitchInput(SwitchKind.Setting, $"{filled}:{member}".TrimStart(':'), file, node)
            : null;
    }

    private static ParameterListSyntax? Parameters(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList,
        LocalFunctionStatementSyntax local => local.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    private static ILookup<string, (CSharpFile File, ExpressionSyntax Value)> Assignments(IEnumerable<CSharpFile> sources) =>
        sources.SelectMany(source => source.Root.DescendantNodes().SelectMany(Assigned), (source, found) => (found.Name, Set: (source, found.Value)))
            .ToLookup(found => found.Name, found => found.Set, StringComparer.Ordinal);

    private static IEnumerable<(string Name, ExpressionSyntax Value)> Assigned(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                yield return (variable.Identifier.ValueText, value);
                break;
            case AssignmentExpressionSyntax assignment when Syntax.LastName(assignment.Left) is { } name:
                yield return (name, assignment.Right);
                break;
            case PropertyDeclarationSyntax property when (property.ExpressionBody?.Expression ?? property.Initializer?.Value) is { } value:
                yield return (property.Identifier.ValueText, value);
                break;
            case PropertyDeclarationSyntax { AccessorList: { } accessors } property:
                foreach (var value in accessors.DescendantNodes().Select(part => part switch { ReturnStatementSyntax { Expression: { } returned } => returned, ArrowExpressionClauseSyntax arrow => arrow.Expression, _ => null }).OfType<ExpressionSyntax>())
                {
                    yield return (property.Identifier.ValueText, value);
                }

                break;

            // 'Enum.TryParse(text, out var kind)'.
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Parent.Parent: InvocationExpressionSyntax call } argument
                when argument.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } && call.ArgumentList.Arguments[0] != argument:
                yield return (variable.Identifier.ValueText, call.ArgumentList.Arguments[0].Expression);
                break;
        }
    }

    private static ILookup<string, (CSharpFile File, SyntaxNode Call, ArgumentListSyntax Arguments)> Calls(IEnumerable<CSharpFile> sources) =>
        sources.SelectMany(source => source.Root.DescendantNodes().Select(node => node switch
        {
            InvocationExpressionSyntax call when Syntax.Method(call) is { } name => (name, (source, (SyntaxNode)call, call.ArgumentList)),
            ObjectCreationExpressionSyntax { ArgumentList: { } arguments } created when SourceReader.Named(created.Type) is { } type => (type.Name, (source, created, arguments)),
            _ => ((string, (CSharpFile, SyntaxNode, ArgumentListSyntax))?)null,
        })).OfType<(string Name, (CSharpFile, SyntaxNode, ArgumentListSyntax) Call)>().ToLookup(found => found.Name, found => found.Call, StringComparer.Ordinal);
}
