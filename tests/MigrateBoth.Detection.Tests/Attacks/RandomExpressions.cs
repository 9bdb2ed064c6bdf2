namespace MigrateBoth.Detection.Tests.Attacks;

/// <summary>Makes pairs of expressions from a seed: one text for both engines, or two texts for one engine that differ in one token.</summary>
internal sealed class RandomExpressions(int seed)
{
    private const int Deepest = 3;

    private static readonly string[] Whole = ["A", "B", "R", "0", "1", "2", "3", "-1", "10", "0.5"];
    private static readonly string[] Texts = ["Code", "Name", "'a'", "'A'", "''", "'ab'", "'1'"];
    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "%", "&", "|", "<<"];

    private readonly Random _random = new(seed);

    /// <summary>A pair of the same text.</summary>
    public AttackCase Same(int number)
    {
        var (place, type, text) = Pick(["check", "computed", "view"]) switch
        {
            "check" => ("check", "bool", Condition(0)),
            "view" => ("view", "bool", Condition(0)),
            _ => _random.Next(2) == 0 ? ("computed", "real", Number(0)) : ("computed", "text", Text(0)),
        };
        return new AttackCase(number, "both", place, type, text, text, IsSound: false);
    }

    /// <summary>A pair for one engine, of which one token was changed.</summary>
    public AttackCase Changed(int number, string engine)
    {
        var text = Condition(0);
        var tokens = text.Split(' ');
        string changed;
        do
        {
            var at = _random.Next(tokens.Length);
            var other = tokens[at] switch
            {
                "A" => "B",
                "B" => "A",
                "Code" => "Name",
                "Name" => "Code",
                "AND" => "OR",
                "OR" => "AND",
                var token when Comparisons.Contains(token) => Pick([.. Comparisons.Where(comparison => comparison != token)]),
                var token when token.StartsWith('\'') => "'z'",
                var token when int.TryParse(token, out var value) => (value + 17).ToString(System.Globalization.CultureInfo.InvariantCulture),
                var token => token,
            };
            changed = string.Join(' ', tokens.Select((token, position) => position == at ? other : token));
        }
        while (changed == text);
        return new AttackCase(number, engine, "check", "bool", text, changed, IsSound: false);
    }

    private string Condition(int depth) => depth >= Deepest ? $"{Number(depth)} {Pick(Comparisons)} {Number(depth)}" : _random.Next(11) switch
    {
        7 => $"( A , B ) {Pick(Comparisons)} ( {Number(depth + 1)} , {Number(depth + 1)} )",
        8 => $"{Text(depth + 1)} IN ( {Text(depth + 1)} , {Text(depth + 1)} )",
        9 => $"{Number(depth + 1)} IN ( {Number(depth + 1)} , {Number(depth + 1)} )",
        0 => $"( {Condition(depth + 1)} AND {Condition(depth + 1)} )",
        1 => $"{Condition(depth + 1)} OR {Condition(depth + 1)}",
        2 => $"NOT ( {Condition(depth + 1)} )",
        3 => $"{Text(depth + 1)} {Pick(Comparisons)} {Text(depth + 1)}",
        4 => $"{Number(depth + 1)} BETWEEN {Number(depth + 1)} AND {Number(depth + 1)}",
        5 => $"{Pick(["A", "B", "Code"])} IS {Pick(["", "NOT "])}NULL",
        6 => $"{Pick(["Code", "Name"])} LIKE {Pick(["'a%'", "'%b'", "'_'", "'A%'"])}",
        _ => $"{Number(depth + 1)} {Pick(Comparisons)} {Number(depth + 1)}",
    };

    private string Number(int depth) => depth >= Deepest ? Pick(Whole) : _random.Next(12) switch
    {
        4 => $"CASE WHEN {Condition(depth + 1)} THEN {Number(depth + 1)} ELSE {Number(depth + 1)} END",
        5 => $"nullif( {Number(depth + 1)} , {Number(depth + 1)} )",
        6 => $"round( {Number(depth + 1)} )",
        7 => $"length( {Text(depth + 1)} )",
        8 => $"instr( {Text(depth + 1)} , {Text(depth + 1)} )",
        0 => $"{Number(depth + 1)} {Pick(Arithmetic)} {Number(depth + 1)}",
        1 => $"( {Number(depth + 1)} {Pick(Arithmetic)} {Number(depth + 1)} )",
        2 => $"coalesce( {Number(depth + 1)} , {Number(depth + 1)} )",
        3 => $"abs( {Number(depth + 1)} )",
        _ => Pick(Whole),
    };

    private string Text(int depth) => depth >= Deepest ? Pick(Texts) : _random.Next(8) switch
    {
        4 => $"CASE WHEN {Condition(depth + 1)} THEN {Text(depth + 1)} ELSE {Text(depth + 1)} END",
        0 => $"coalesce( {Text(depth + 1)} , {Text(depth + 1)} )",
        1 => $"trim( {Text(depth + 1)} )",
        2 => $"substr( {Text(depth + 1)} , {Pick(["0", "1", "2", "-1"])} , {Pick(["1", "2"])} )",
        3 => $"replace( {Text(depth + 1)} , 'a' , 'b' )",
        _ => Pick(Texts),
    };

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
