namespace MigrateBoth.Detection.Tests.Ecosystems;

/// <summary>Two databases as another ecosystem's tool makes them, what <c>diff</c> says of them as they are, and one defect.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Sqlite">The tool's statements for SQLite.</param>
/// <param name="MySql">The tool's statements for MySQL.</param>
/// <param name="Finds">What is to be found without a defect, as <c>RULE object</c>: the tool itself asks for a collation that compares text differently.</param>
/// <param name="Ignores">Tables that are to be left out.</param>
/// <param name="Defect">The defect, the engine that it is planted on, and what is to be found.</param>
internal sealed record EcosystemCase(
    string Tool, string Sqlite, string MySql, IReadOnlyList<string> Finds, IReadOnlyList<string> Ignores, (string Engine, string Finding, string Sql) Defect)
{
    public static EcosystemCase Read(string file)
    {
        var sections = new Dictionary<string, List<string>>();
        var (finds, ignores, defect) = (new List<string>(), new List<string>(), (Engine: "", Finding: ""));
        var current = "";
        foreach (var line in File.ReadLines(file))
        {
            if (!line.StartsWith("-- ", StringComparison.Ordinal))
            {
                sections[current].Add(line);
                continue;
            }

            switch (line[3..].Split(' ', 3))
            {
                case ["finds", var rule, var path]:
                    finds.Add($"{rule} {path}");
                    break;
                case ["ignores", var table]:
                    ignores.Add(table);
                    break;
                case ["plant", var engine, var finding]:
                    defect = (engine, finding);
                    sections[current = "plant"] = [];
                    break;
                case [var engine]:
                    sections[current = engine] = [];
                    break;
                default:
                    throw new InvalidDataException($"{file}: {line}");
            }
        }

        string Sql(string section) => string.Join('\n', sections[section]);
        return new EcosystemCase(Path.GetFileNameWithoutExtension(file), Sql("sqlite"), Sql("mysql"), finds, ignores, (defect.Engine, defect.Finding, Sql("plant")));
    }
}
