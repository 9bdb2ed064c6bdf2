using System.Text.RegularExpressions;

namespace MigrateBoth.EndToEnd.Tests.Actions.Runner;

/// <summary>As much of the expressions of GitHub Actions as our workflows use; anything else throws.</summary>
internal sealed partial class Expression
{
    private readonly Func<string, string> _value;
    private readonly bool _isFailing;
    private readonly Queue<string> _words;

    private Expression(string text, Func<string, string> value, bool isFailing)
    {
        (_value, _isFailing) = (value, isFailing);
        _words = new Queue<string>(Word().Matches(text).Select(match => match.Value));
        Assert.Equal(text.Replace(" ", "").Replace("\n", ""), string.Concat(_words).Replace(" ", ""));
    }

    /// <summary>A text with <c>${{ }}</c> in it.</summary>
    public static string Expand(string text, Func<string, string> value) =>
        Hole().Replace(text, hole => new Expression(hole.Groups[1].Value, value, isFailing: false).Whole());

    /// <summary>Whether a step runs; without a condition it does as long as nothing failed.</summary>
    public static bool Holds(string? condition, Func<string, string> value, bool isFailing) => condition is null
        ? !isFailing
        : IsTrue(new Expression(condition, value, isFailing).Whole()) && (!isFailing || condition.Contains("always()", StringComparison.Ordinal));

    private string Whole()
    {
        var result = Or();
        Assert.Empty(_words);
        return result;
    }

    private string Or()
    {
        var left = And();
        while (Next("||"))
        {
            var right = And();
            left = IsTrue(left) ? left : right;
        }

        return left;
    }

    private string And()
    {
        var left = Comparison();
        while (Next("&&"))
        {
            var right = Comparison();
            left = IsTrue(left) ? right : left;
        }

        return left;
    }

    private string Comparison()
    {
        var left = Single();
        return Next("==") ? Bool(left == Single()) : Next("!=") ? Bool(left != Single()) : left;
    }

    private string Single()
    {
        var word = _words.Dequeue();
        return word switch
        {
            "!" => Bool(!IsTrue(Single())),
            "true" or "false" => word,
            "always()" => "true",
            "success()" => Bool(!_isFailing),
            ['\'', ..] => word[1..^1],
            _ => _value(word),
        };
    }

    private bool Next(string word) => _words.TryPeek(out var next) && next == word && _words.TryDequeue(out _);

    private static string Bool(bool value) => value ? "true" : "false";

    private static bool IsTrue(string value) => value is not ("" or "false" or "0");

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}", RegexOptions.Singleline)]
    private static partial Regex Hole();

    [GeneratedRegex(@"'[^']*'|==|!=|&&|\|\||!|[\w-]+\(\)|[\w.-]+")]
    private static partial Regex Word();
}
