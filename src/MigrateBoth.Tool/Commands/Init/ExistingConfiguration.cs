using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Configuration.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>An existing migrateboth.json: its settings are used, and only a baseline is ever added to it.</summary>
internal sealed class ExistingConfiguration
{
    private readonly string _mark;
    private readonly string _text;
    private readonly ConfigurationLayer _layer;

    private ExistingConfiguration(string path, byte[] content)
    {
        // A byte order mark belongs to its author too.
        Path = path;
        _mark = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? "\uFEFF" : string.Empty;
        _text = Encoding.UTF8.GetString(content)[_mark.Length..];
        _layer = ConfigurationFile.Parse(path, _text);
    }

    /// <summary>The path of the configuration file.</summary>
    public string Path { get; }

    /// <summary>The project of the context, absolute; null where the file leaves it open.</summary>
    public string? Project => _layer.Project?.FullPath;

    /// <summary>The start-up project, absolute; null where the file leaves it open.</summary>
    public string? StartupProject => _layer.StartupProject?.FullPath;

    /// <summary>The context, or one of the two.</summary>
    public string? Context => _layer.Context ?? EngineNames.All.Select(engine => (engine == Engine.Sqlite ? _layer.Sqlite : _layer.MySql).Context).FirstOrDefault(name => name is not null);

    /// <summary>The baseline in it.</summary>
    public HistoryBaseline? Baseline => _layer.Baseline;

    /// <summary>Reads a file, or null when there is none.</summary>
    /// <exception cref="MigrateBothException">78: it is not a configuration.</exception>
    public static ExistingConfiguration? Read(string path)
    {
        try
        {
            return File.Exists(path) ? new ExistingConfiguration(path, File.ReadAllBytes(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(ExitCode.Configuration, "config-not-readable", $"{path} cannot be read: {exception.Message}", null, exception);
        }
    }

    /// <summary>Verifies that the file belongs to the model that was found: a configuration for another model is neither changed nor accepted.</summary>
    /// <exception cref="MigrateBothException">78: it is about another one.</exception>
    public void RequireSame(FoundLayout layout)
    {
        var classes = new[] { layout.Context, layout.Sqlite.Context, layout.MySql.Context }.OfType<ClassFacts>().ToList();
        if (Context is { } configured && !classes.Any(found => found.FullName == configured || found.Name == configured))
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "config-of-another-context",
                $"{System.IO.Path.GetFileName(Path)} is about {configured}, not about {classes[0].FullName}. Nothing was written.",
                $"A configuration is for one pair of histories. Write another one: {ToolName.Command} init --context {layout.Title.FullName} --config migrateboth.{layout.Title.Name}.json, and name it with --config in the other commands too.");
        }
    }

    /// <summary>The file with the baseline in it; null when there is none to add or one is there, which then stays.</summary>
    public PairFile? With(HistoryBaseline? baseline) =>
        Baseline is null && baseline is not null ? new PairFile(Path, _mark + BaselineText.Add(Path, _text, baseline), MustBeNew: false) : null;
}
