using System.Text.Json;
using MigrateBoth.Core.Reports.Provenance;

namespace MigrateBoth.Tool.Sealing;

/// <summary>How groups of inputs are written.</summary>
internal static class InputGroups
{
    public static IReadOnlyList<InputGroup> All { get; } = Enum.GetValues<InputGroup>();

    public static string NameOf(InputGroup group) => JsonNamingPolicy.CamelCase.ConvertName(group.ToString());
}
