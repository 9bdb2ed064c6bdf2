using System.Globalization;
using System.Text;

namespace MigrateBoth.Core.Expressions;

/// <summary>Cuts an expression into tokens; comments and white space fall away.</summary>
public sealed class SqlTokenizer
{
    private static readonly string[] Symbols =
        ["->>", "<=>", "->", "||", "&&", "<>", "!=", "<=", ">=", "==", "<<", ">>", ":="];

    private static readonly string[] UnicodeIntroducers = ["_utf8mb4", "_utf8mb3", "_utf8"];

    private readonly string _text;
    private readonly SqlDialect _dialect;
    private readonly List<SqlToken> _tokens = [];
    private string? _problem;
    private int _at;
    private int _start;

    private SqlTokenizer(string text, SqlDialect dialect)
    {
        _text = text;
        _dialect = dialect;
    }

    /// <summary>The tokens, or null when the text is not a sequence of tokens (an unterminated string, a stray character).</summary>
    public static IReadOnlyList<SqlToken>? Tokenize(string text, SqlDialect dialect) => Tokenize(text, dialect, out _);

    /// <summary>The tokens, or null and why the text is not a sequence of tokens.</summary>
    public static IReadOnlyList<SqlToken>? Tokenize(string text, SqlDialect dialect, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dialect);
        var tokenizer = new SqlTokenizer(text, dialect);
        var tokens = tokenizer.Run();
        problem = tokens is null ? tokenizer._problem ?? $"the text at position {tokenizer._start} is not understood" : null;
        return tokens;
    }

    private List<SqlToken>? Run()
    {
        while (_at < _text.Length)
        {
            _start = _at;
            if (!SkipBlank() && !Next())
            {
                return null;
            }
        }

        return _tokens;
    }

    private bool SkipBlank()
    {
        var c = _text[_at];
        if (IsBlank(c))
        {
            _at++;
            return true;
        }

        // MySQL executes what is in /*! */ and reads /*+ */: these are no comments there.
        if (StartsWith("/*") && !(_dialect.BackslashEscapes && (StartsWith("/*!") || StartsWith("/*+") || StartsWith("/*M!"))))
        {
            var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + 2;
            return true;
        }

        // MySQL wants white space or a control character after the dashes: a--1 is a minus minus one there.
        if (_dialect.BackslashEscapes && c == '#')
        {
            _at = EndOfLine();
            return true;
        }

        if (StartsWith("--") && (!_dialect.BackslashEscapes || _at + 2 == _text.Length || _text[_at + 2] <= ' '))
        {
            _at = EndOfLine();
            return true;
        }

        return false;
    }

    private bool Next()
    {
        var c = _text[_at];
        if (c == '\'')
        {
            return Add(SqlTokenKind.String, Delimited('\'', _dialect.BackslashEscapes));
        }

        if (c == '"')
        {
            return _dialect.DoubleQuotesAreStrings
                ? Add(SqlTokenKind.String, Delimited('"', _dialect.BackslashEscapes))
                : Add(SqlTokenKind.Quoted, Delimited('"', escapes: false));
        }

        if (c == '`')
        {
            return Add(SqlTokenKind.Quoted, Delimited('`', escapes: false));
        }

        if (c == '[' && _dialect.QuotesBrackets)
        {
            return Add(SqlTokenKind.Quoted, Delimited(']', escapes: false));
        }

        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1])))
        {
            return Number();
        }

        return IsWordPart(c) || c == '@' ? Word() : Symbol();
    }

    private bool Word()
    {
        var start = _start;
        _at = start + 1;
        while (_at < _text.Length && IsWordPart(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        if (_at < _text.Length && _text[_at] == '\'')
        {
            if (word is "x" or "X")
            {
                return AddBinary(Delimited('\'', escapes: false));
            }

            if (word is "b" or "B" && _dialect.BackslashEscapes)
            {
                return AddBits(Delimited('\'', escapes: false));
            }

            if (_dialect.BackslashEscapes && (word is "n" or "N" || UnicodeIntroducers.Contains(word, StringComparer.OrdinalIgnoreCase)))
            {
                // These introducers say how the literal is encoded, not what it says. Any other stays a word of its own.
                return Add(SqlTokenKind.String, Delimited('\'', _dialect.BackslashEscapes));
            }
        }

        return Add(SqlTokenKind.Word, word.ToLowerInvariant());
    }

    private bool Number()
    {
        var start = _at;
        if (StartsWith("0x") || StartsWith("0X"))
        {
            _at += 2;
            while (_at < _text.Length && char.IsAsciiHexDigit(_text[_at]))
            {
                _at++;
            }

            var digits = _text[(start + 2).._at];

            // A number on SQLite, and on MySQL a number or a text, as its surroundings want it: one spelling, and rows decide.
            return digits.Length > 0 && IsEndOfNumber() && AddBinary(digits.Length % 2 == 0 ? digits : "0" + digits);
        }

        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.' || IsDigitSeparator()))
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            var exponent = _at + 1;
            if (exponent < _text.Length && _text[exponent] is '+' or '-')
            {
                exponent++;
            }

            if (exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
            {
                _at = exponent;
                while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || IsDigitSeparator()))
                {
                    _at++;
                }
            }
        }

        if (_dialect.NamesStartWithDigits && !IsEndOfNumber() && _text[start.._at].All(char.IsAsciiDigit))
        {
            return Word();
        }

        return IsEndOfNumber() && Add(SqlTokenKind.Number, _text[start.._at].Replace("_", string.Empty, StringComparison.Ordinal));
    }

    private bool IsEndOfNumber() => _at >= _text.Length || !IsWordPart(_text[_at]);

    private bool IsDigitSeparator() =>
        _dialect.SeparatesDigits && _text[_at] == '_' && char.IsAsciiDigit(_text[_at - 1]) && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]);

    private bool Symbol()
    {
        var symbol = Array.Find(Symbols, StartsWith) ?? _text[_at].ToString();
        _at += symbol.Length;
        if (_dialect.Symbols.Contains(symbol[0], StringComparison.Ordinal))
        {
            return Add(SqlTokenKind.Symbol, symbol);
        }

        _problem = $"character '{symbol}' at position {_start} is not understood";
        return false;
    }

    /// <summary>Reads up to the closing delimiter; null when it never comes.</summary>
    private string? Delimited(char close, bool escapes)
    {
        var open = _at;
        var value = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (escapes && c == '\\' && _at + 1 < _text.Length)
            {
                value.Append(Escaped(_text[++_at]));
            }
            else if (c != close)
            {
                value.Append(c);
            }
            else if (close != ']' && _at + 1 < _text.Length && _text[_at + 1] == close)
            {
                value.Append(c);
                _at++;
            }
            else
            {
                _at++;
                return value.ToString();
            }
        }

        _problem = close == ']' ? $"the bracket at position {open} is not closed" : $"the quote {close} at position {open} is not closed";
        return null;
    }

    private static string Escaped(char c) => c switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'b' => "\b",
        '0' => "\0",
        'Z' => "\u001A",
        '%' or '_' => "\\" + c,
        _ => c.ToString(),
    };

    private bool Add(SqlTokenKind kind, string? text)
    {
        if (text is null)
        {
            return false;
        }

        _tokens.Add(new SqlToken(kind, text, _text[_start.._at], _start));
        return true;
    }

    private bool AddBinary(string? digits) =>
        digits is not null && digits.All(char.IsAsciiHexDigit) && Add(SqlTokenKind.Binary, digits.ToUpperInvariant());

    private bool AddBits(string? bits) =>
        bits is { Length: > 0 and <= 63 } && bits.All(c => c is '0' or '1')
        && Add(SqlTokenKind.Number, Convert.ToInt64(bits, 2).ToString(CultureInfo.InvariantCulture));

    private bool StartsWith(string value) => string.CompareOrdinal(_text, _at, value, 0, value.Length) == 0;

    /// <summary>White space beyond ASCII is a part of names on both engines.</summary>
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c > 127;

    private int EndOfLine() => _text.IndexOf('\n', _at) is >= 0 and var end ? end + 1 : _text.Length;
}
