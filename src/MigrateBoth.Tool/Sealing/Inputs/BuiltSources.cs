using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Resources;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Tells whether a build was made from sources as they are: the compiler writes the checksum of every file that it reads into the symbols, and embedded
/// files are in the assembly. No time stamp and no path is trusted. Where it cannot be determined, the answer is no.
/// </summary>
internal static class BuiltSources
{
    private static readonly string[] PageKinds = ["Content", "None", "AdditionalFiles"];
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Why a project's build is not made from exactly what MSBuild evaluates; null when it is.</summary>
    /// <param name="project">The project.</param>
    /// <param name="outputs">The folders of what was run: a project's assembly is in its own folder and as a copy in these.</param>
    public static string? WhyNot(ProjectEvaluation project, IReadOnlyList<string> outputs)
    {
        var assembly = project.Properties["TargetPath"];
        if (!File.Exists(assembly))
        {
            return $"{assembly} does not exist";
        }

        var digest = BuildInspector.DigestOf(assembly);
        if (outputs.Select(folder => Path.Combine(folder, Path.GetFileName(assembly))).FirstOrDefault(copy => File.Exists(copy) && BuildInspector.DigestOf(copy) != digest) is { } other)
        {
            return $"{other} is not the last build of {project.ProjectFile}";
        }

        return Sources(project, assembly) ?? Resources(project, assembly) ?? Copies(project, outputs);
    }

    private static string? Sources(ProjectEvaluation project, string assembly)
    {
        if (Documents(assembly) is not { } documents)
        {
            return $"{assembly} has no portable symbols";
        }

        var built = documents.Select(document => document.Hash).ToHashSet(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in project.Items["Compile"].Select(item => item.FullPath).Where(File.Exists))
        {
            var hashes = HashesOf(source);
            known.UnionWith(hashes);
            if (!built.Overlaps(hashes))
            {
                return $"{source} is not in {Path.GetFileName(assembly)} as it is";
            }
        }

        // What the build itself writes is compiled too: it is in the project's obj folder, or a generator made it, of pages for one.
        var intermediate = Path.GetFullPath(project.Properties["IntermediateOutputPath"].Replace('\\', '/'), project.Folder);
        var generated = Directory.Exists(intermediate) ? Directory.EnumerateFiles(intermediate, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".fs" or ".vb") : [];
        var pages = PageKinds.SelectMany(kind => project.Items[kind]).Select(item => item.FullPath)
            .Where(file => Path.GetExtension(file) is ".cshtml" or ".razor" && File.Exists(file));
        known.UnionWith(generated.Concat(pages).SelectMany(HashesOf));

        return documents.FirstOrDefault(document => document.Hash.Length > 0 && !known.Contains(document.Hash) && !IsGenerated(document, project)) is { } gone
            ? $"{Path.GetFileName(assembly)} is built from {gone.Name}, which is not what is here"
            : null;
    }

    /// <summary>Whether a source generator made it, whose text is in the symbols themselves, or a package brought it, whose version counts.</summary>
    private static bool IsGenerated(Document document, ProjectEvaluation project)
    {
        var name = document.Name.Replace('\\', '/');
        var packages = project.Properties["NuGetPackageRoot"].Replace('\\', '/');
        return (document.IsEmbedded && (!Path.IsPathRooted(name) || name.Contains("/obj/", StringComparison.Ordinal)))
            || (packages.Length > 1 && name.StartsWith(packages, StringComparison.Ordinal) && File.Exists(name) && HashesOf(name).Contains(document.Hash));
    }

    private static string? Resources(ProjectEvaluation project, string assembly)
    {
        var items = project.Items["EmbeddedResource"].Where(item => File.Exists(item.FullPath)).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(assembly)!;
        var satellites = Directory.EnumerateFiles(folder, $"{Path.GetFileNameWithoutExtension(assembly)}.resources.dll", SearchOption.AllDirectories);
        var embedded = satellites.Prepend(assembly).SelectMany(EmbeddedIn).ToList();
        var contents = embedded.Select(resource => Convert.ToHexString(SHA256.HashData(resource))).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var isThere = Path.GetExtension(item.FullPath).Equals(".resx", StringComparison.OrdinalIgnoreCase)
                ? embedded.Exists(resource => HasTextsOf(resource, item.FullPath))
                : contents.Contains(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(item.FullPath))));
            if (!isThere)
            {
                return $"{item.FullPath} is not in {Path.GetFileName(assembly)} as it is";
            }
        }

        return null;
    }

    /// <summary>What a build copies is read from its output.</summary>
    private static string? Copies(ProjectEvaluation project, IReadOnlyList<string> outputs)
    {
        foreach (var item in project.Items["Content"].Concat(project.Items["None"]).Where(item => item.IsCopied && File.Exists(item.FullPath)))
        {
            var target = item["TargetPath"] is { Length: > 0 } path ? path : item["Link"] is { Length: > 0 } link ? link : item.Include;
            foreach (var copy in outputs.Append(Path.GetDirectoryName(project.Properties["TargetPath"])!).Distinct(StringComparer.Ordinal).Select(folder => Path.GetFullPath(target.Replace('\\', '/'), folder)))
            {
                if (File.Exists(copy) && copy != item.FullPath && BuildInspector.DigestOf(copy) != BuildInspector.DigestOf(item.FullPath))
                {
                    return $"{copy} is not {item.FullPath} as it is";
                }
            }
        }

        return null;
    }

    private static List<Document>? Documents(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        if (!image.HasMetadata || !image.TryOpenAssociatedPortablePdb(assembly, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
        {
            return null;
        }

        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            return [.. symbols.Documents.Select(handle => Read(handle, symbols))];
        }
    }

    private static Document Read(DocumentHandle handle, MetadataReader symbols)
    {
        var document = symbols.GetDocument(handle);
        var isEmbedded = symbols.GetCustomDebugInformation(handle).Any(information => symbols.GetGuid(symbols.GetCustomDebugInformation(information).Kind) == EmbeddedSource);
        return new Document(symbols.GetString(document.Name), Convert.ToHexString(symbols.GetBlobBytes(document.Hash)), isEmbedded);
    }

    private static List<byte[]> EmbeddedIn(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        if (!image.HasMetadata || image.PEHeaders.CorHeader is not { ResourcesDirectory.Size: > 0 } header)
        {
            return [];
        }

        var metadata = image.GetMetadataReader();
        var section = image.GetSectionData(header.ResourcesDirectory.RelativeVirtualAddress);
        return
        [
            .. metadata.ManifestResources.Select(metadata.GetManifestResource).Where(resource => resource.Implementation.IsNil).Select(resource =>
            {
                var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
                return reader.ReadBytes(reader.ReadInt32());
            }),
        ];
    }

    /// <summary>Whether compiled resources hold the texts of a .resx file, and no others.</summary>
    private static bool HasTextsOf(byte[] resource, string resx)
    {
        try
        {
            var texts = XDocument.Load(resx).Root!.Elements("data")
                .Where(data => data.Attribute("type") is null && data.Attribute("mimetype") is null)
                .ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? string.Empty, StringComparer.Ordinal);
            using var reader = new ResourceReader(new MemoryStream(resource));
            var built = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                reader.GetResourceData((string)entry.Key, out var type, out _);
                if (type == "ResourceTypeCode.String")
                {
                    built.Add((string)entry.Key, (string)entry.Value!);
                }
            }

            return built.Count == texts.Count && texts.All(text => built.TryGetValue(text.Key, out var value) && value == text.Value);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException or NotSupportedException or InvalidOperationException or System.Xml.XmlException)
        {
            return false; // Another kind of resource.
        }
    }

    private static string[] HashesOf(string file)
    {
        var content = File.ReadAllBytes(file);
        return [Convert.ToHexString(SHA256.HashData(content)), Convert.ToHexString(Sha1Of(content))];
    }

#pragma warning disable CA5350 // A compiler may be told to use it; it is compared and protects nothing.
    private static byte[] Sha1Of(byte[] content) => SHA1.HashData(content);
#pragma warning restore CA5350

    private sealed record Document(string Name, string Hash, bool IsEmbedded);
}
