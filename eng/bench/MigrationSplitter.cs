using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrateBoth.Bench;

/// <summary>
/// Cuts one big generated migration into many, each with a Designer file of its own: a long history without running the
/// scaffolder a hundred times. Each piece keeps whole operations in their order.
/// </summary>
internal static partial class MigrationSplitter
{
    public static void Split(string folder, int pieces)
    {
        var designerFile = Directory.EnumerateFiles(folder, "*.Designer.cs").Single();
        var migrationFile = designerFile.Replace(".Designer.cs", ".cs", StringComparison.Ordinal);
        var id = Path.GetFileNameWithoutExtension(migrationFile);
        var name = id[15..];
        var migration = File.ReadAllText(migrationFile);
        var designer = File.ReadAllText(designerFile);

        var up = UpBody().Match(migration).Groups["body"];
        var operations = OperationStart().Split(up.Value).Where(text => text.Contains("migrationBuilder.", StringComparison.Ordinal)).ToList();
        var first = DateTime.ParseExact(id[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture).AddDays(-pieces);
        for (var piece = 0; piece < pieces; piece++)
        {
            var from = operations.Count * piece / pieces;
            var to = operations.Count * (piece + 1) / pieces;
            var pieceName = string.Create(CultureInfo.InvariantCulture, $"{name}{piece:D3}");
            var pieceId = $"{first.AddDays(piece).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}_{pieceName}";
            var body = string.Concat(operations[from..to]);
            var text = migration[..up.Index] + body + migration[(up.Index + up.Length)..];
            text = DownBody().Replace(text, "$1$2");
            File.WriteAllText(Path.Combine(folder, pieceId + ".cs"), text.Replace($"partial class {name}", $"partial class {pieceName}", StringComparison.Ordinal));
            File.WriteAllText(
                Path.Combine(folder, pieceId + ".Designer.cs"),
                designer.Replace(id, pieceId, StringComparison.Ordinal).Replace($"partial class {name}", $"partial class {pieceName}", StringComparison.Ordinal));
        }

        File.Delete(migrationFile);
        File.Delete(designerFile);
    }

    [GeneratedRegex(@"void Up\(MigrationBuilder migrationBuilder\)\s*\{\r?\n(?<body>.*?)\r?\n        \}", RegexOptions.Singleline)]
    private static partial Regex UpBody();

    [GeneratedRegex(@"(void Down\(MigrationBuilder migrationBuilder\)\s*\{).*?(\r?\n        \})", RegexOptions.Singleline)]
    private static partial Regex DownBody();

    [GeneratedRegex(@"(?=^            migrationBuilder\.)", RegexOptions.Multiline)]
    private static partial Regex OperationStart();
}
