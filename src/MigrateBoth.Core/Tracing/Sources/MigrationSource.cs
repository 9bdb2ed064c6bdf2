namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>The text of a migration, in which the parts of a <c>CreateTable</c> call are looked up. What is not there exactly once is not found.</summary>
public sealed class MigrationSource
{
    private static readonly Dictionary<ObjectKind, string> Constraints = new()
    {
        [ObjectKind.PrimaryKey] = "PrimaryKey",
        [ObjectKind.Index] = "UniqueConstraint",
        [ObjectKind.ForeignKey] = "ForeignKey",
        [ObjectKind.Check] = "CheckConstraint",
    };

    private readonly IReadOnlyList<CSharpToken> _tokens;
    private readonly Dictionary<int, List<CSharpToken>> _statements = [];

    /// <summary>Reads the text.</summary>
    /// <param name="text">A C# file.</param>
    public MigrationSource(string text) => _tokens = CSharpTokenizer.Read(text);

    /// <summary>The line that declares <c>Up</c>, if it is before or on the line of its first statement or brace; null when there is none near.</summary>
    /// <param name="line">The line on which its code begins.</param>
    public int? Up(int line)
    {
        for (var index = _tokens.Count - 2; index > 0; index--)
        {
            if (_tokens[index] is { Kind: CSharpTokenKind.Identifier, Text: "Up" } && _tokens[index].Line <= line
                && _tokens[index - 1] is { Kind: CSharpTokenKind.Identifier, Text: "void" } && _tokens[index + 1].Is('('))
            {
                return _tokens[index].Line;
            }
        }

        return null;
    }

    /// <summary>The line of a part within the <c>CreateTable</c> call that begins on a line; null when it is not there exactly once.</summary>
    public int? PartOf(int callLine, ObjectKind kind, string name)
    {
        // A first migration creates hundreds of tables with thousands of columns: each statement is looked for once.
        if (!_statements.TryGetValue(callLine, out var call))
        {
            _statements[callLine] = call = Statement(callLine);
        }

        var lines = new List<int>();
        for (var index = 0; index < call.Count; index++)
        {
            if (kind == ObjectKind.Column ? IsColumn(call, index, name) : IsConstraint(call, index, kind, name))
            {
                lines.Add(call[index].Line);
            }
        }

        return lines is [var only] ? only : null;
    }

    /// <summary>The tokens from the first one on a line to the semicolon that ends the statement.</summary>
    private List<CSharpToken> Statement(int line)
    {
        var statement = new List<CSharpToken>();
        var depth = 0;
        for (var index = FirstOn(line); index < _tokens.Count; index++)
        {
            var token = _tokens[index];
            statement.Add(token);
            depth += token.Is('(') || token.Is('{') ? 1 : token.Is(')') || token.Is('}') ? -1 : 0;
            if (depth < 0 || (depth == 0 && token.Is(';')))
            {
                break;
            }
        }

        return statement;
    }

    /// <summary>The first token on a line or behind it.</summary>
    private int FirstOn(int line)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Line < line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary><c>Name = table.Column&lt;…&gt;(…)</c>, where the argument <c>name</c> beats the member's name.</summary>
    private static bool IsColumn(List<CSharpToken> call, int index, string name)
    {
        if (call[index].Kind != CSharpTokenKind.Identifier || index + 4 >= call.Count || !call[index + 1].Is('=')
            || call[index + 2].Kind != CSharpTokenKind.Identifier || !call[index + 3].Is('.') || call[index + 4].Text != "Column")
        {
            return false;
        }

        var (isNamed, value) = NameArgument(call, index + 5);
        return isNamed ? value == name : call[index].Text == name;
    }

    /// <summary><c>table.ForeignKey("Name", …)</c> or <c>table.ForeignKey(name: "Name", …)</c>.</summary>
    private static bool IsConstraint(List<CSharpToken> call, int index, ObjectKind kind, string name)
    {
        if (index < 1 || !Constraints.TryGetValue(kind, out var method) || call[index].Text != method || !call[index - 1].Is('.')
            || index + 2 >= call.Count || !call[index + 1].Is('('))
        {
            return false;
        }

        return call[index + 2].Kind == CSharpTokenKind.String ? call[index + 2].Text == name : NameArgument(call, index + 1).Value == name;
    }

    /// <summary>The argument <c>name:</c> of the call whose type arguments or parenthesis begin at the index.</summary>
    private static (bool IsNamed, string? Value) NameArgument(List<CSharpToken> call, int index)
    {
        while (index < call.Count && !call[index].Is('('))
        {
            index++;
        }

        var depth = 0;
        for (; index < call.Count - 2; index++)
        {
            depth += call[index].Is('(') ? 1 : call[index].Is(')') ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            if (depth == 1 && call[index].Text == "name" && call[index].Kind == CSharpTokenKind.Identifier && call[index + 1].Is(':'))
            {
                return (true, call[index + 2].Kind == CSharpTokenKind.String ? call[index + 2].Text : null);
            }
        }

        return (false, null);
    }
}
