using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TypeInfo = System.Reflection.TypeInfo;

namespace Generated;

/// <summary>
/// The migrations in the context's folder, compiled where they are: EF Core's scaffolder writes them, its migrator runs them, and no build
/// is between the two.
/// </summary>
public sealed class CompiledMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(GeneratedContext).Assembly.Location)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                    || name.StartsWith("Pomelo", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Generated.dll"))
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Dictionary<string, Assembly> Compiled = [];

    private readonly Lazy<Assembly?> _assembly = new(() => Compile(((GeneratedContext)current.Context).Migrations));

    /// <summary>The migrations by id.</summary>
    public IReadOnlyDictionary<string, TypeInfo> Migrations => new SortedList<string, TypeInfo>(
        Types<Migration>().ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type.GetTypeInfo()),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The snapshot, a new one each time: EF Core changes what it gets.</summary>
    public ModelSnapshot? ModelSnapshot => Types<ModelSnapshot>().SingleOrDefault() is { } type ? (ModelSnapshot)Activator.CreateInstance(type)! : null;

    /// <summary>The assembly of the project that the migrations are said to belong to.</summary>
    public Assembly Assembly => typeof(GeneratedContext).Assembly;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || id[15..].Equals(nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private IEnumerable<Type> Types<T>() => _assembly.Value?.GetTypes().Where(type => type.IsSubclassOf(typeof(T))) ?? [];

    private static Assembly? Compile(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList() : [];
        if (files.Count == 0)
        {
            return null;
        }

        lock (Compiled)
        {
            var key = string.Join('\0', files);
            if (!Compiled.TryGetValue(key, out var assembly))
            {
                Compiled[key] = assembly = Emit(files);
            }

            return assembly;
        }
    }

    private static Assembly Emit(IReadOnlyList<string> files)
    {
        var compilation = CSharpCompilation.Create(
            $"Generated.Migrations{Compiled.Count}",
            files.Select(file => CSharpSyntaxTree.ParseText(file)),
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
    }
}
