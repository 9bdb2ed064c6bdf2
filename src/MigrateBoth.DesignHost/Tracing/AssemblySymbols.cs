using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace MigrateBoth.DesignHost.Tracing;

/// <summary>The portable symbols of an assembly of the application: next to it or inside it.</summary>
internal sealed class AssemblySymbols : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;

    private AssemblySymbols(PEReader image, MetadataReaderProvider provider)
    {
        (_image, _provider) = (image, provider);
        _reader = provider.GetMetadataReader();
    }

    /// <summary>Opens the symbols; null when there are none that match this build.</summary>
    public static AssemblySymbols? Open(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0)
        {
            return null;
        }

        var image = new PEReader(File.OpenRead(assembly.Location));
        try
        {
            if (image.TryOpenAssociatedPortablePdb(assembly.Location, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
            {
                return new AssemblySymbols(image, provider!);
            }
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            // Symbols of another format or another build: then there are no lines to tell.
        }

        image.Dispose();
        return null;
    }

    /// <summary>The statement that an instruction belongs to: its document and line; null when the compiler gave it none.</summary>
    public (Document Document, string Name, int Line)? Find(MethodBase method, int offset)
    {
        var handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken);
        SequencePoint? found = null;
        foreach (var point in _reader.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (!point.IsHidden && (found is null || point.Offset <= offset))
            {
                found = point;
            }
        }

        if (found is not { } statement)
        {
            return null;
        }

        var document = _reader.GetDocument(statement.Document);
        return (document, _reader.GetString(document.Name), statement.StartLine);
    }

    /// <summary>The checksum of a document, and the algorithm's id.</summary>
    public (byte[] Hash, Guid Algorithm) Checksum(Document document) =>
        (_reader.GetBlobBytes(document.Hash), _reader.GetGuid(document.HashAlgorithm));

    public void Dispose()
    {
        _provider.Dispose();
        _image.Dispose();
    }
}
