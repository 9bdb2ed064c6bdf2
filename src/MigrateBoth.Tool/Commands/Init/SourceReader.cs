using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>
/// Reads declarations from C# files. Nothing is compiled: <c>init</c> has to answer for projects that do not build yet as well. What
/// it concludes is tried before it is written.
/// </summary>
internal static class SourceReader
{
    private const string Factory = "IDesignTimeDbContextFactory";

    /// <summary>The classes of a file.</summary>
    public static IEnumerable<ClassFacts> Classes(string project, CSharpFile file)
    {
        foreach (var type in file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
        {
            if (type is ClassDeclarationSyntax)
            {
                yield return new ClassFacts(
                    project,
                    NamespaceOf(type),
                    TypeOf(type),
                    type.Modifiers.Any(SyntaxKind.AbstractKeyword),
                    [.. (type.BaseList?.Types ?? []).Select(named => Named(named.Type)).OfType<TypeName>()],
                    [.. ProviderCalls.In(type).Distinct(StringComparer.Ordinal)]);
            }
        }
    }

    /// <summary>The contexts that a file registers or makes, with the calls that choose their provider.</summary>
    public static IEnumerable<ContextUse> Uses(string project, CSharpFile file)
    {
        foreach (var name in file.Root.DescendantNodes().OfType<GenericNameSyntax>().Where(name => IsRegistration(name.Identifier.ValueText) && name.TypeArgumentList.Arguments.Count > 0))
        {
            // AddDbContext<IContext, Context>: what is made comes last.
            if (Named(name.TypeArgumentList.Arguments[^1]) is { } context)
            {
                SyntaxNode code = name.Identifier.ValueText == Factory ? name.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode)name : name.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? (SyntaxNode)name;
                yield return new ContextUse(project, context, [.. ProviderCalls.In(code).Concat(ProviderCalls.OfRegistration(name.Identifier.ValueText)).Distinct(StringComparer.Ordinal)], [.. Called(code)]);
            }
        }
    }

    /// <summary>The methods that code calls, and those that it passes on: <c>AddDbContext&lt;Context&gt;(Configure)</c>.</summary>
    private static IEnumerable<string> Called(SyntaxNode code) => code.DescendantNodes().Select(node => node switch
    {
        InvocationExpressionSyntax call => Switches.Syntax.Method(call),
        ArgumentSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    }).OfType<string>().Distinct(StringComparer.Ordinal);

    // AddDbContextPool, AddAbpDbContext, AddMySqlDbContext.
    private static bool IsRegistration(string name) => name == Factory || (name.StartsWith("Add", StringComparison.Ordinal) && name.Contains("DbContext", StringComparison.Ordinal));

    /// <summary>The parts of partial classes put together.</summary>
    public static IReadOnlyList<ClassFacts> Joined(IEnumerable<ClassFacts> parts) =>
        [.. parts.GroupBy(part => part.FullName, StringComparer.Ordinal).Select(group => group.First() with
        {
            IsAbstract = group.Any(part => part.IsAbstract),
            Bases = [.. group.SelectMany(part => part.Bases)],
            Providers = [.. group.SelectMany(part => part.Providers).Distinct(StringComparer.Ordinal)],
        })];

    /// <summary>The migration of a file, or null.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="folder">The file's folder relative to the project.</param>
    /// <param name="file">The file.</param>
    public static MigrationFacts? Migration(string project, string folder, CSharpFile file)
    {
        var attributes = file.Root.DescendantNodes(node => node is not BlockSyntax).OfType<AttributeSyntax>().ToList();
        if (Attribute(attributes, "Migration")?.Expression is not LiteralExpressionSyntax { Token.Value: string id } literal)
        {
            return null;
        }

        var context = Attribute(attributes, "DbContext")?.Expression is TypeOfExpressionSyntax type ? Named(type.Type) : null;
        var engine = EngineWords.OfName(folder) ?? EngineWords.OfName(NamespaceOf(literal))
            ?? EngineWords.OfName(Path.GetFileNameWithoutExtension(project)) ?? EngineWords.OfCode(file.Text) ?? (context is null ? null : EngineWords.OfName(context.Name));
        return new MigrationFacts(project, folder, NamespaceOf(literal), id, context, engine);
    }

    /// <summary>A type's name with the places where C# looks for it; null for what has no name, such as an array.</summary>
    public static TypeName? Named(TypeSyntax type)
    {
        var simple = type switch
        {
            SimpleNameSyntax name => name,
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            _ => null,
        };
        if (simple is null)
        {
            return null;
        }

        IReadOnlyList<string> arguments = simple is GenericNameSyntax generic ? [.. generic.TypeArgumentList.Arguments.Select(argument => Named(argument)?.Written ?? argument.ToString())] : [];
        var written = string.Join('.', type.DescendantNodesAndSelf(node => node is not TypeArgumentListSyntax).OfType<SimpleNameSyntax>()
            .Where(part => part.Parent is not AliasQualifiedNameSyntax alias || alias.Name == part).Select(part => part.Identifier.ValueText));
        var root = (CompilationUnitSyntax)type.SyntaxTree.GetRoot();

        // 'using Base = Shop.Data.Base;' is the name itself.
        var aliases = Usings(root).Where(line => line.Alias is not null && line.NamespaceOrType is not null).ToDictionary(line => line.Alias!.Name.Identifier.ValueText, line => line.NamespaceOrType.ToString(), StringComparer.Ordinal);
        return new TypeName(aliases.TryGetValue(written, out var meant) ? meant.Replace("global::", string.Empty, StringComparison.Ordinal) : written, arguments, Scopes(type, root));
    }

    private static AttributeArgumentSyntax? Attribute(IEnumerable<AttributeSyntax> attributes, string name) =>
        attributes.Where(attribute => Named(attribute.Name)?.Name is { } found && (found == name || found == name + "Attribute"))
            .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()).OfType<AttributeArgumentSyntax>().FirstOrDefault();

    private static List<string> Scopes(SyntaxNode place, CompilationUnitSyntax root)
    {
        var scopes = new List<string>();
        var space = NamespaceOf(place);
        foreach (var outer in place.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            scopes.Add($"{space}.{TypeOf(outer).Replace('+', '.')}".TrimStart('.'));
        }

        for (var around = space; around.Length > 0; around = around[..Math.Max(around.LastIndexOf('.'), 0)])
        {
            scopes.Add(around);
        }

        scopes.AddRange(Usings(root).Where(line => line.Alias is null).Select(line => line.NamespaceOrType.ToString().Replace("global::", string.Empty, StringComparison.Ordinal)));
        scopes.Add(string.Empty);
        return scopes;
    }

    private static IEnumerable<UsingDirectiveSyntax> Usings(CompilationUnitSyntax root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

    private static string NamespaceOf(SyntaxNode node) =>
        string.Join('.', node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()));

    private static string TypeOf(TypeDeclarationSyntax type) =>
        string.Join('+', type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(part => part.Identifier.ValueText + (part.TypeParameterList is { } parameters ? $"`{parameters.Parameters.Count}" : string.Empty)));
}
