namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>Two texts line by line, as <c>diff -u</c> shows them.</summary>
internal static class TextDiff
{
    private const int Context = 2;

    /// <summary>The lines: a space, a minus or a plus, and the text; <c>...</c> between parts.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        var (left, right) = (Lines(before), Lines(after));
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var all = new List<string>();
        for (var (i, j) = (0, 0); i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                all.Add($" {left[i++]}");
                j++;
            }
            else if (i < left.Length && (j == right.Length || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                all.Add($"-{left[i++]}");
            }
            else
            {
                all.Add($"+{right[j++]}");
            }
        }

        return Parts(all);
    }

    private static List<string> Parts(List<string> all)
    {
        var shown = new List<string>();
        var last = -1;
        for (var at = 0; at < all.Count; at++)
        {
            if (all.GetRange(Math.Max(0, at - Context), Math.Min(all.Count, at + Context + 1) - Math.Max(0, at - Context)).TrueForAll(line => line[0] == ' '))
            {
                continue;
            }

            if (last >= 0 && last < at - 1)
            {
                shown.Add("...");
            }

            shown.Add(all[at]);
            last = at;
        }

        return shown;
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
}
