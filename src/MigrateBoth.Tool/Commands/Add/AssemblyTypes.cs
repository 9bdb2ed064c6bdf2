using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The names that an assembly declares, read without loading it.</summary>
/// <param name="Types">Full names of its types that are not nested.</param>
/// <param name="Namespaces">Its namespaces and their parents.</param>
internal sealed record AssemblyTypes(IReadOnlySet<string> Types, IReadOnlySet<string> Namespaces)
{
    /// <summary>Reads them; an assembly that is not there declares nothing.</summary>
    public static AssemblyTypes Read(string path)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => !type.IsNested))
            {
                var container = metadata.GetString(type.Namespace);
                types.Add(container.Length == 0 ? metadata.GetString(type.Name) : $"{container}.{metadata.GetString(type.Name)}");
                for (; container.Length > 0; container = container[..Math.Max(0, container.LastIndexOf('.'))])
                {
                    namespaces.Add(container);
                }
            }
        }

        return new AssemblyTypes(types, namespaces);
    }
}
