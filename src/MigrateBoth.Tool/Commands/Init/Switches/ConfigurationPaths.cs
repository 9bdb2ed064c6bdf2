using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Determines which key of the configuration an expression reads, and which section an object is bound to.</summary>
/// <param name="sources">All files that the context is made from.</param>
/// <param name="values">What names represent.</param>
internal sealed class ConfigurationPaths(IReadOnlyList<CSharpFile> sources, SwitchValues values)
{
    private readonly Lazy<IReadOnlyList<(CSharpFile File, string Name, ExpressionSyntax Value)>> _variables = new(() =>
        [.. sources.SelectMany(source => source.Root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Initializer is not null)
            .Select(variable => (source, variable.Identifier.ValueText, variable.Initializer!.Value)))]);

    // 'IConfiguration cfg' is one, whatever it is called.
    private readonly Lazy<HashSet<string>> _configurations = new(() => sources.SelectMany(source => source.Root.DescendantNodes()).SelectMany(Configurations).ToHashSet(StringComparer.Ordinal));

    /// <summary>The key that an expression reads; null when it reads none.</summary>
    public string? KeyOf(SyntaxNode expression) => expression switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } access when SectionOf(access.Expression) is { } section && values.Of(key.Expression) is { } name => Join(section, name),
        ConditionalAccessExpressionSyntax { WhenNotNull: ElementBindingExpressionSyntax { ArgumentList.Arguments: [var key] } } access when SectionOf(access.Expression) is { } section && values.Of(key.Expression) is { } name => Join(section, name),
        InvocationExpressionSyntax call when Syntax.Method(call) is "GetValue" or "GetRequiredValue" && Syntax.Receiver(call) is { } receiver && SectionOf(receiver) is { } section
            && Syntax.Passed(call).Select(values.Of).FirstOrDefault(text => text is not null) is { } name => Join(section, name),
        InvocationExpressionSyntax call when Syntax.Method(call) == "Get" && Syntax.Passed(call).Count == 0 && Syntax.Receiver(call) is { } receiver && SectionOf(receiver) is { Length: > 0 } section && IsSimple(call) => section,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } access when SectionOf(access.Expression) is { Length: > 0 } section => section,
        MemberAccessExpressionSyntax access when Bound(access.Expression) is { } section => Join(section, access.Name.Identifier.ValueText),
        _ => null,
    };

    /// <summary>The section that an object is made from: <c>configuration.GetSection("Database").Get&lt;Settings&gt;()</c>, or options of a type that is bound to one.</summary>
    public string? Bound(ExpressionSyntax expression)
    {
        var bare = Syntax.Bare(expression);
        if (bare is BinaryExpressionSyntax { OperatorToken.Text: "??" } either)
        {
            return Bound(either.Left);
        }

        return bare switch
        {
            InvocationExpressionSyntax call when Syntax.Method(call) == "Get" && Syntax.Receiver(call) is { } receiver && SectionOf(receiver) is { } section => section,
            InvocationExpressionSyntax call when Syntax.Method(call) == "GetValue" && Syntax.Receiver(call) is { } receiver && SectionOf(receiver) is { } section && Syntax.Passed(call) is [var key] && values.Of(key) is { } name => Join(section, name),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetRequiredService" or "GetService" } asked } } when Syntax.TypeArgument(asked) is { } type => OfType(type),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue" } options when OptionsType(options.Expression) is { } type => Registered(type),
            _ => null,
        };
    }

    /// <summary>The section that <c>Bind</c> fills a variable from, or that the type of a parameter is bound to.</summary>
    public string? BoundByName(string name, CSharpFile file)
    {
        foreach (var call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => Syntax.Method(call) == "Bind" && Syntax.Passed(call) is [.., IdentifierNameSyntax last] && last.Identifier.ValueText == name))
        {
            if (Syntax.Receiver(call) is { } receiver && SectionOf(receiver) is { } section)
            {
                return Syntax.Passed(call).Count == 2 ? Join(section, values.Of(Syntax.Passed(call)[0]) ?? string.Empty) : section;
            }
        }

        return null;
    }

    /// <summary>The section that the application makes objects of a type from, and hands to its container.</summary>
    public string? OfType(string type) =>
        sources.SelectMany(source => source.Root.DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .Where(call => Syntax.Method(call) == "Get" && call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax made } && Syntax.TypeArgument(made) == type)
            .Select(call => Syntax.Receiver(call) is { } receiver ? SectionOf(receiver) : null).FirstOrDefault(section => section is not null);

    /// <summary>The path of a configuration or of a section of it, empty for the whole; null when an expression is neither.</summary>
    private string? SectionOf(ExpressionSyntax expression, int depth = 0)
    {
        var bare = Syntax.Bare(expression);
        switch (bare)
        {
            case InvocationExpressionSyntax call when Syntax.Method(call) is "GetSection" or "GetRequiredSection" && Syntax.Receiver(call) is { } receiver:
                return SectionOf(receiver, depth) is { } parent && Syntax.Passed(call) is [var key] && values.Of(key) is { } name ? Join(parent, name) : null;
            case InvocationExpressionSyntax call when Syntax.Method(call) == "Build" && call.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Any(created => created.Type.ToString().EndsWith("ConfigurationBuilder", StringComparison.Ordinal)):
                return string.Empty;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } } when Syntax.TypeArgument(generic) is "IConfiguration" or "IConfigurationRoot":
                return string.Empty;
            case IdentifierNameSyntax variable when depth < 5:
                var name2 = variable.Identifier.ValueText;
                var found = _variables.Value.Where(set => set.Name == name2).Select(set => SectionOf(set.Value, depth + 1)).FirstOrDefault(path => path is not null);
                return found ?? (IsConfiguration(name2) ? string.Empty : null);
            case MemberAccessExpressionSyntax access:
                return IsConfiguration(access.Name.Identifier.ValueText) ? string.Empty : null;
            default:
                return null;
        }
    }

    private bool IsConfiguration(string name) => name.Contains("onfig", StringComparison.Ordinal) || _configurations.Value.Contains(name);

    private static IEnumerable<string> Configurations(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter when IsType(parameter.Type) => [parameter.Identifier.ValueText],
        PropertyDeclarationSyntax property when IsType(property.Type) => [property.Identifier.ValueText],
        VariableDeclarationSyntax declaration when IsType(declaration.Type) => declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };

    private static bool IsType(TypeSyntax? type) => type is not null && SourceReader.Named(type)?.Name is ("IConfiguration" or "IConfigurationRoot" or "IConfigurationManager" or "ConfigurationManager");

    private static bool IsSimple(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax] } };

    /// <summary>The type of options: of <c>IOptions&lt;T&gt;</c> as a parameter, a field, or asked of the container.</summary>
    private string? OptionsType(ExpressionSyntax options)
    {
        var bare = Syntax.Bare(options);
        if (bare is InvocationExpressionSyntax)
        {
            return bare.DescendantNodes().OfType<GenericNameSyntax>().Where(name => name.Identifier.ValueText.StartsWith("IOptions", StringComparison.Ordinal)).Select(Syntax.TypeArgument).FirstOrDefault();
        }

        var name = Syntax.LastName(bare);
        return sources.SelectMany(source => source.Root.DescendantNodes()).Select(node => node switch
        {
            ParameterSyntax parameter when parameter.Identifier.ValueText == name => parameter.Type,
            FieldDeclarationSyntax field when field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name) => field.Declaration.Type,
            PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Type,
            _ => null,
        }).OfType<GenericNameSyntax>().Where(type => type.Identifier.ValueText.StartsWith("IOptions", StringComparison.Ordinal)).Select(Syntax.TypeArgument).FirstOrDefault();
    }

    /// <summary>The section that the container binds options of a type to.</summary>
    private string? Registered(string type)
    {
        foreach (var call in sources.SelectMany(source => source.Root.DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            var isOfType = call.DescendantNodes().OfType<GenericNameSyntax>().Any(name => name.Identifier.ValueText is "Configure" or "AddOptions" && Syntax.TypeArgument(name) == type);
            if (isOfType && Syntax.Passed(call) is [var passed, ..]
                && (Syntax.Method(call) == "BindConfiguration" ? values.Of(passed) : Syntax.Method(call) is "Configure" or "Bind" ? SectionOf(passed) : null) is { } section)
            {
                return section;
            }
        }

        return null;
    }

    private static string Join(string section, string name) => section.Length == 0 ? name : name.Length == 0 ? section : $"{section}:{name}";
}
