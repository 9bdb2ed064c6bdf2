namespace MigrateBoth.Sqlite.Sql;

/// <summary>A stretch of tokens that is read from left to right, with the source text behind it.</summary>
internal sealed class SqlCursor
{
    private readonly string _source;
    private readonly IReadOnlyList<SqlToken> _tokens;
    private readonly int _start;
    private readonly int _end;
    private int _position;

    private SqlCursor(string source, IReadOnlyList<SqlToken> tokens, int start, int end)
    {
        _source = source;
        _tokens = tokens;
        _start = start;
        _end = end;
        _position = start;
    }

    public static SqlCursor Over(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        return new SqlCursor(sql, tokens, 0, tokens.Count);
    }

    public bool AtEnd => _position >= _end;

    public SqlToken Current => Peek(0);

    /// <summary>The source from the first to the last token of the stretch, comments in between included.</summary>
    public string Text => _start == _end ? string.Empty : _source[_tokens[_start].Start.._tokens[_end - 1].End];

    /// <summary>The number of tokens in the stretch.</summary>
    public int Count => _end - _start;

    public SqlToken Peek(int ahead) =>
        _position + ahead < _end ? _tokens[_position + ahead] : new SqlToken(SqlTokenKind.End, string.Empty, _source.Length);

    public SqlToken Next()
    {
        var token = Current;
        if (token.Kind == SqlTokenKind.End)
        {
            throw new SqlSyntaxException("the text ends too early");
        }

        _position++;
        return token;
    }

    /// <summary>Consumes the words if they all come next, ignoring case.</summary>
    public bool Try(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Peek(i).IsWord(words[i]))
            {
                return false;
            }
        }

        _position += words.Length;
        return true;
    }

    public bool TrySymbol(char symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        _position++;
        return true;
    }

    public void Expect(params ReadOnlySpan<string> words)
    {
        if (!Try(words))
        {
            throw Unexpected($"{string.Join(' ', words.ToArray())} was expected");
        }
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Unexpected("the end was expected");
        }
    }

    /// <summary>Consumes a name, unquoted or quoted in any of SQLite's ways.</summary>
    public string Name() => Current.IsName ? Next().Value : throw Unexpected("a name was expected");

    /// <summary>Consumes a name with an optional schema, and drops the schema.</summary>
    public string QualifiedName()
    {
        var name = Name();
        return TrySymbol('.') ? Name() : name;
    }

    /// <summary>Consumes a balanced pair of parentheses and returns their content.</summary>
    public SqlCursor Parentheses()
    {
        if (!Current.IsSymbol('('))
        {
            throw Unexpected("an opening parenthesis was expected");
        }

        var close = MatchingClose(_position);
        var inside = new SqlCursor(_source, _tokens, _position + 1, close);
        _position = close + 1;
        return inside;
    }

    /// <summary>Consumes all remaining tokens.</summary>
    public SqlCursor Rest()
    {
        var rest = new SqlCursor(_source, _tokens, _position, _end);
        _position = _end;
        return rest;
    }

    /// <summary>The stretch cut at the commas that no parenthesis encloses.</summary>
    public IReadOnlyList<SqlCursor> SplitAtCommas()
    {
        var parts = new List<SqlCursor>();
        var start = _start;
        for (var i = _start; i < _end; i++)
        {
            if (_tokens[i].IsSymbol('('))
            {
                i = MatchingClose(i);
            }
            else if (_tokens[i].IsSymbol(','))
            {
                parts.Add(new SqlCursor(_source, _tokens, start, i));
                start = i + 1;
            }
        }

        parts.Add(new SqlCursor(_source, _tokens, start, _end));
        return parts;
    }

    /// <summary>The stretch without the pairs of parentheses that enclose all of it.</summary>
    public SqlCursor WithoutParentheses()
    {
        var (start, end) = (_start, _end);
        while (end - start > 2 && _tokens[start].IsSymbol('(') && MatchingClose(start) == end - 1)
        {
            start++;
            end--;
        }

        return new SqlCursor(_source, _tokens, start, end);
    }

    /// <summary>The stretch without its last tokens, if they are these words followed by as many names as asked for.</summary>
    /// <returns>The shorter stretch and the last token taken off, or null when the words are not there.</returns>
    public (SqlCursor Shorter, SqlToken Last)? TryTakeOffEnd(string word, int names = 0)
    {
        var at = _end - 1 - names;
        return at > _start && _tokens[at].IsWord(word) && (names == 0 || _tokens[_end - 1].IsName)
            ? (new SqlCursor(_source, _tokens, _start, at), _tokens[_end - 1])
            : null;
    }

    public SqlSyntaxException Unexpected(string expected) =>
        new(AtEnd ? $"the text ends where {expected}" : $"'{Current.Text}' was found at position {Current.Start} where {expected}");

    private int MatchingClose(int open)
    {
        var depth = 0;
        for (var i = open; i < _end; i++)
        {
            depth += _tokens[i].IsSymbol('(') ? 1 : _tokens[i].IsSymbol(')') ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new SqlSyntaxException($"the parenthesis at position {_tokens[open].Start} is not closed");
    }
}

/// <summary>The text is not what the parser knows. Never leaves this assembly: the reader turns it into an unread object.</summary>
internal sealed class SqlSyntaxException(string message) : Exception(message);
