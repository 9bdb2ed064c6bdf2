using MigrateBoth.EndToEnd.Tests.Infrastructure;
using YamlDotNet.RepresentationModel;

namespace MigrateBoth.EndToEnd.Tests.Actions.Runner;

/// <summary>Reads the parts of workflows and actions.</summary>
internal static class YamlFile
{
    public static YamlMappingNode Read(params string[] path)
    {
        using var reader = File.OpenText(Path.Combine([Repository.Root, .. path]));
        return Parse(reader);
    }

    public static YamlMappingNode Parse(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static YamlNode? At(this YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlNode? node, string key) => (node.At(key) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode? node, string key) => node.At(key) is YamlSequenceNode list ? list.Children : [];

    public static IEnumerable<(string Name, YamlNode Value)> Members(this YamlNode? node, string key) =>
        node.At(key) is YamlMappingNode map ? map.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value)) : [];

    public static IEnumerable<(string Name, string Value)> Texts(this YamlNode? node, string key) =>
        node.Members(key).Select(member => (member.Name, ((YamlScalarNode)member.Value).Value ?? ""));
}
