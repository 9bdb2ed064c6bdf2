using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Tells whether a build was made from sources as they are: the compiler writes the checksum of every file that it reads into the symbols. Where that
/// cannot be told, the answer is no.
/// </summary>
internal static partial class BuildSymbols
{
    /// <summary>Whether every source is in the build as it is, and nothing else but what the build itself generates.</summary>
    /// <param name="folders">The outputs of the build.</param>
    /// <param name="sources">The sources, absolute.</param>
    public static bool AreOf(IEnumerable<string> folders, IEnumerable<string> sources)
    {
        var wanted = sources.Where(source => source.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            .Select(source => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(source))))
            .ToHashSet(StringComparer.Ordinal);
        var built = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assembly in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")))
        {
            var documents = Documents(assembly);
            // An assembly without any of the sources is a package's.
            if (documents.Exists(document => wanted.Contains(document.Hash)))
            {
                if (!documents.TrueForAll(document => wanted.Contains(document.Hash) || IsGenerated(document.Path)))
                {
                    return false;
                }

                built.UnionWith(documents.Select(document => document.Hash));
            }
        }

        return wanted.Count > 0 && wanted.IsSubsetOf(built);
    }

    /// <summary>Whether a file comes from the build itself or from a package, whose version is in the project files.</summary>
    private static bool IsGenerated(string path)
    {
        var name = path.Replace('\\', '/');
        var isRooted = name.StartsWith('/') || name.Contains(":/", StringComparison.Ordinal);
        return !isRooted
            || name.Contains("/obj/", StringComparison.Ordinal)
            || PackagesOfCi().IsMatch(name)
            || name.Contains("/.nuget/packages/", StringComparison.OrdinalIgnoreCase)
            || (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages && name.StartsWith(packages.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// With <c>ContinuousIntegrationBuild</c> the repository is <c>/_/</c>, and the roots of NuGet's packages have numbers
    /// (Microsoft.Build.Tasks.Git and the SDK's <c>MapSourceRoots</c> task).
    /// </summary>
    [GeneratedRegex("^/_[1-9][0-9]*/", RegexOptions.CultureInvariant)]
    private static partial Regex PackagesOfCi();

    private static List<(string Path, string Hash)> Documents(string assembly)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(assembly));
            if (!image.HasMetadata || !image.TryOpenAssociatedPortablePdb(assembly, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
            {
                return [];
            }

            using (provider)
            {
                var symbols = provider!.GetMetadataReader();
                return
                [
                    .. symbols.Documents.Select(symbols.GetDocument)
                        .Select(document => (symbols.GetString(document.Name), Convert.ToHexString(symbols.GetBlobBytes(document.Hash)))),
                ];
            }
        }
        catch (BadImageFormatException)
        {
            return []; // A native library, or symbols of another kind: then nothing is in them.
        }
    }
}
