using System.Reflection;
using System.Reflection.Metadata;
using System.Security.Cryptography;
using MigrateBoth.Core;


namespace MigrateBoth.DesignHost.Tracing;

/// <summary>Finds the lines that code was compiled from, in files whose content is what was compiled. No line is better than a wrong one.</summary>
/// <param name="directories">Where a file is looked for that a build server compiled under another path.</param>
internal sealed class SourceFiles(IReadOnlyList<string> directories) : IDisposable
{
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    private readonly Dictionary<Assembly, AssemblySymbols?> _symbols = [];
    private readonly Dictionary<(Assembly, string), string?> _files = [];

    /// <summary>The statement that an instruction belongs to, or null.</summary>
    /// <param name="method">A method.</param>
    /// <param name="offset">The instruction's offset; 0 for the method's first statement.</param>
    public SourceLocation? Find(MethodBase method, int offset)
    {
        var assembly = method.Module.Assembly;
        if (!_symbols.TryGetValue(assembly, out var symbols))
        {
            _symbols[assembly] = symbols = AssemblySymbols.Open(assembly);
        }

        return symbols?.Find(method, offset) is { } place && FileOf(assembly, symbols, place.Document, place.Name) is { } file
            ? new SourceLocation(file, place.Line)
            : null;
    }

    public void Dispose()
    {
        foreach (var symbols in _symbols.Values)
        {
            symbols?.Dispose();
        }
    }

    private string? FileOf(Assembly assembly, AssemblySymbols symbols, Document document, string name)
    {
        if (!_files.TryGetValue((assembly, name), out var file))
        {
            var (hash, algorithm) = symbols.Checksum(document);
            _files[(assembly, name)] = file = Candidates(name).FirstOrDefault(candidate => HasChecksum(candidate, hash, algorithm));
        }

        return file;
    }

    private IEnumerable<string> Candidates(string name)
    {
        if (File.Exists(name))
        {
            yield return Path.GetFullPath(name);
        }

        // A build that is meant to be the same on every machine calls the repository's root "/_/".
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        foreach (var path in directories.SelectMany(directory => Directory.EnumerateFiles(directory, file, SearchOption.AllDirectories)))
        {
            yield return path;
        }
    }

    private static bool HasChecksum(string path, byte[] expected, Guid algorithm)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            return algorithm == Sha256 ? SHA256.HashData(content).AsSpan().SequenceEqual(expected)
                : algorithm == Sha1 && IsSha1(content, expected);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read cannot be shown to be the file either.
            return false;
        }
    }

#pragma warning disable CA5350 // Old compilers wrote it into their symbols; it tells files apart here and protects nothing.
    private static bool IsSha1(byte[] content, byte[] expected) => SHA1.HashData(content).AsSpan().SequenceEqual(expected);
#pragma warning restore CA5350
}
