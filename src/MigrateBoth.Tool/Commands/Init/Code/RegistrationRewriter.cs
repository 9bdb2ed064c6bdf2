using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>
/// Rewrites <c>AddDbContext</c> of a context, so that configuration chooses the engine and each engine sees its own migrations. Understood are one call of
/// <c>UseSqlite</c> alone, and calls of both engines' methods that the application chooses between itself. Everything else stays as it is.
/// </summary>
internal static class RegistrationRewriter
{
    private const string Namespace = ProjectPackages.Runtime;

    private static readonly string[] Registrations = ["AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory"];

    /// <summary>The files that change; empty where the context is registered in no way that is understood.</summary>
    /// <param name="sources">The sources of the application.</param>
    /// <param name="context">The name of the context's class.</param>
    /// <param name="namespaces">The call that names the folders of migrations, or null.</param>
    public static IReadOnlyList<CodeChange> Rewrite(IReadOnlyList<CSharpFile> sources, string context, string? namespaces)
    {
        var found = sources.SelectMany(source => source.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => Registers(call, context)).Select(call => (Source: source, Call: call))).ToList();
        var edits = found.Select(registration => (registration.Source, Edits: EditsOf(registration.Call, namespaces))).ToList();
        return edits.Count == 0 || edits.Exists(edit => edit.Edits.Count == 0)
            ? []
            : [.. edits.GroupBy(edit => edit.Source.Path, StringComparer.Ordinal).Select(file => Applied(file.First().Source, [.. file.SelectMany(edit => edit.Edits)]))];
    }

    private static bool Registers(InvocationExpressionSyntax call, string context) =>
        call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [.., var type] } name }
        && Registrations.Contains(name.Identifier.ValueText, StringComparer.Ordinal)
        && type.ToString().Split('.')[^1] == context;

    private static List<(int At, int Length, string Text)> EditsOf(InvocationExpressionSyntax registration, string? namespaces)
    {
        if (registration.ArgumentList.Arguments is not [{ NameColon: null, Expression: LambdaExpressionSyntax lambda }, ..] || OptionsOf(lambda) is not { } options)
        {
            return [];
        }

        // Migrations in assemblies of their own are distinguished already.
        if (lambda.DescendantTokens().Any(token => token.ValueText == "MigrationsAssembly"))
        {
            return [];
        }

        var calls = lambda.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression is MemberAccessExpressionSyntax && ProviderCalls.IsOne(NameOf(call))).ToList();
        if (calls.Exists(call => ((MemberAccessExpressionSyntax)call.Expression).Expression is not IdentifierNameSyntax receiver || receiver.Identifier.ValueText != options))
        {
            return [];
        }

        var names = calls.ConvertAll(NameOf);
        return names is ["UseSqlite"] ? OnlySqlite(registration, lambda, calls[0], options, namespaces)
            : names.Contains("UseSqlite") && names.Exists(name => name is "UseMySql" or "UseMySQL") && names.TrueForAll(name => name is "UseSqlite" or "UseMySql" or "UseMySQL")
                ? calls.ConvertAll(call => (call.Span.End, 0, $".UseMigrateBoth({(namespaces is null ? string.Empty : $"both => both.{namespaces}")})"))
            : [];
    }

    /// <summary>SQLite stays what it is where the configuration says nothing; <c>DATABASE_TYPE</c> and <c>DATABASE_URL</c> choose otherwise.</summary>
    private static List<(int At, int Length, string Text)> OnlySqlite(
        InvocationExpressionSyntax registration, LambdaExpressionSyntax lambda, InvocationExpressionSyntax call, string options, string? namespaces)
    {
        var isConditional = call.Ancestors().TakeWhile(node => node != lambda)
            .Any(node => node is not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or ExpressionStatementSyntax or BlockSyntax or ReturnStatementSyntax));
        var arguments = call.ArgumentList.Arguments;
        if (isConditional || arguments is not ([_] or [_, _]) || arguments.Any(argument => argument.NameColon is not null) || ConfigurationOf(registration) is not { } configuration)
        {
            return [];
        }

        // A connection, as opposed to its string, cannot be handed on.
        if (arguments[0].Expression is ObjectCreationExpressionSyntax or LambdaExpressionSyntax)
        {
            return [];
        }

        var more = $"{(arguments.Count == 2 ? $".Sqlite({arguments[1]})" : string.Empty)}{(namespaces is null ? string.Empty : $".{namespaces}")}";
        return [(call.SpanStart, call.Span.Length, $"{options}.UseMigrateBoth({configuration}, both => both.DefaultSqlite({arguments[0]}){more})")];
    }

    private static string? OptionsOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var options] } => options.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [_, var options] } => options.Identifier.ValueText,
        _ => null,
    };

    /// <summary>How the code around names the application's configuration: beside <c>builder.Services</c>, or a parameter or member of the type IConfiguration.</summary>
    private static string? ConfigurationOf(InvocationExpressionSyntax registration)
    {
        var receiver = ((MemberAccessExpressionSyntax)registration.Expression).Expression;
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax chained })
        {
            receiver = chained.Expression;
        }

        if (receiver is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Services", Expression: IdentifierNameSyntax builder })
        {
            return $"{builder.Identifier.ValueText}.Configuration";
        }

        foreach (var node in registration.Ancestors())
        {
            var named = node switch
            {
                BaseMethodDeclarationSyntax method => NameOf(method.ParameterList.Parameters),
                LocalFunctionStatementSyntax function => NameOf(function.ParameterList.Parameters),
                TypeDeclarationSyntax type => (type.ParameterList is { } primary ? NameOf(primary.Parameters) : null) ?? type.Members.Select(NameOf).OfType<string>().FirstOrDefault(),
                _ => null,
            };
            if (named is not null)
            {
                return named;
            }
        }

        return null;
    }

    private static string? NameOf(IEnumerable<ParameterSyntax> parameters) => parameters.FirstOrDefault(parameter => IsConfiguration(parameter.Type))?.Identifier.ValueText;

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property when IsConfiguration(property.Type) => property.Identifier.ValueText,
        FieldDeclarationSyntax { Declaration: { Variables: [var field] } declaration } when IsConfiguration(declaration.Type) => field.Identifier.ValueText,
        _ => null,
    };

    private static bool IsConfiguration(TypeSyntax? type) => type?.ToString().Split('.')[^1] is "IConfiguration" or "IConfigurationRoot" or "ConfigurationManager";

    private static string NameOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText;

    private static CodeChange Applied(CSharpFile source, IReadOnlyList<(int At, int Length, string Text)> edits)
    {
        var text = source.Text;
        foreach (var (at, length, replacement) in edits.OrderByDescending(edit => edit.At))
        {
            text = text[..at] + replacement + text[(at + length)..];
        }

        if (source.Root.Usings.All(line => line.Alias is not null || line.NamespaceOrType.ToString() != Namespace))
        {
            // Before all code, behind a header of comments: the tree's own place for it.
            var place = source.Root.Usings.LastOrDefault() is { } last ? last.FullSpan.End : source.Root.SpanStart;
            var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            text = $"{text[..place]}using {Namespace};{line}{(source.Root.Usings.Count == 0 ? line : string.Empty)}{text[place..]}";
        }

        return new CodeChange(source.Path, source.Text, text);
    }
}
