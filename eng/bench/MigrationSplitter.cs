using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrateBoth.Bench;

/// <summary>
/// Cuts one big generated migration into many, each with a Designer file of its own: a long history without running the
/// scaffolder a hundred times. Each piece keeps whole operations, a table's indexes follow the table, and the model of a piece's
/// Designer file has the tables that are there after it.
/// </summary>
internal static partial class MigrationSplitter
{
    /// <returns>The id of the last piece.</returns>
    public static string Split(string folder, int pieces)
    {
        var designerFile = Directory.EnumerateFiles(folder, "*.Designer.cs").Single();
        var migrationFile = designerFile.Replace(".Designer.cs", ".cs", StringComparison.Ordinal);
        var id = Path.GetFileNameWithoutExtension(migrationFile);
        if (pieces == 1)
        {
            return id;
        }

        var name = id[15..];
        var migration = File.ReadAllText(migrationFile);
        var designer = new DesignerModel(File.ReadAllText(designerFile));

        var up = UpBody().Match(migration).Groups["body"];
        var operations = InOrderOfTables(OperationStart().Split(up.Value).Where(text => text.Contains("migrationBuilder.", StringComparison.Ordinal)));
        var first = DateTime.ParseExact(id[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture).AddDays(-pieces);
        var tables = new HashSet<string>(StringComparer.Ordinal);
        var pieceId = id;
        for (var piece = 0; piece < pieces; piece++)
        {
            var from = operations.Count * piece / pieces;
            var to = operations.Count * (piece + 1) / pieces;
            var pieceName = string.Create(CultureInfo.InvariantCulture, $"{name}{piece:D3}");
            pieceId = $"{first.AddDays(piece).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}_{pieceName}";
            tables.UnionWith(operations[from..to].Select(TableOf));
            var text = migration[..up.Index] + string.Concat(operations[from..to]) + migration[(up.Index + up.Length)..];
            text = DownBody().Replace(text, "$1$2");
            File.WriteAllText(Path.Combine(folder, pieceId + ".cs"), text.Replace($"partial class {name}", $"partial class {pieceName}", StringComparison.Ordinal));
            File.WriteAllText(
                Path.Combine(folder, pieceId + ".Designer.cs"),
                designer.With(tables).Replace(id, pieceId, StringComparison.Ordinal).Replace($"partial class {name}", $"partial class {pieceName}", StringComparison.Ordinal));
        }

        File.Delete(migrationFile);
        File.Delete(designerFile);
        return pieceId;
    }

    private static List<string> InOrderOfTables(IEnumerable<string> operations)
    {
        var all = operations.ToList();
        var order = all.Where(IsTable).Select(TableOf).Select((table, index) => (table, index)).ToDictionary(t => t.table, t => t.index, StringComparer.Ordinal);
        return [.. all.OrderBy(operation => order.GetValueOrDefault(TableOf(operation), -1))];
    }

    private static bool IsTable(string operation) => operation.Contains("migrationBuilder.CreateTable(", StringComparison.Ordinal);

    private static string TableOf(string operation) =>
        (IsTable(operation) ? NameArgument() : TableArgument()).Match(operation).Groups[1].Value;

    [GeneratedRegex(@"void Up\(MigrationBuilder migrationBuilder\)\s*\{\r?\n(?<body>.*?)\r?\n        \}", RegexOptions.Singleline)]
    private static partial Regex UpBody();

    [GeneratedRegex(@"(void Down\(MigrationBuilder migrationBuilder\)\s*\{).*?(\r?\n        \})", RegexOptions.Singleline)]
    private static partial Regex DownBody();

    [GeneratedRegex(@"(?=^            migrationBuilder\.)", RegexOptions.Multiline)]
    private static partial Regex OperationStart();

    [GeneratedRegex(@"\bname: ""([^""]*)""")]
    private static partial Regex NameArgument();

    [GeneratedRegex(@"\btable: ""([^""]*)""")]
    private static partial Regex TableArgument();
}
