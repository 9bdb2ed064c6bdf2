using MigrateBoth.Core.Comparison.Types;

namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>The kind of value of an expression, as far as its literals, operators and columns determine it.</summary>
internal sealed class ValueKinds(SqlDialect dialect, Func<string, TypeFamilies> columns)
{
    private const TypeFamilies Fraction = TypeFamilies.Decimal | TypeFamilies.Float;

    /// <summary>Whether the value is known to be a whole number.</summary>
    public bool IsWhole(SqlNode node) => Of(node) is not TypeFamilies.None and var kind && (kind & ~TypeFamilies.Whole) == 0;

    /// <summary>Whether the value is known to be a number that may have a fraction.</summary>
    public bool IsFraction(SqlNode node) => Of(node) is not TypeFamilies.None and var kind && (kind & ~Fraction) == 0;

    public TypeFamilies Of(SqlNode node) => node.Kind switch
    {
        SqlNodeKind.Number => SqlNumber.IsFraction(node.Text) ? Fraction : TypeFamilies.Integer,
        SqlNodeKind.String => TypeFamilies.Text,
        SqlNodeKind.Binary => TypeFamilies.Binary,
        SqlNodeKind.Identifier => columns(node.Text),
        SqlNodeKind.Function => dialect.Functions.Find(node.Text) is not { } function ? TypeFamilies.None
            : function.ReturnsItsArguments ? Common(node.Arguments.Skip(function.Meaning == "if" ? 1 : 0))
            : function.Returns,
        SqlNodeKind.Operation => Operation(node),
        _ => TypeFamilies.None,
    };

    private TypeFamilies Operation(SqlNode node) => node.Text switch
    {
        "+" or "-" or "*" or "unary-" or "unary+" or "%" => Arithmetic(node.Arguments),
        "/" => dialect.DividesWholeNumbers ? Arithmetic(node.Arguments) : Fraction,
        "||" when !dialect.PipesMeanOr => TypeFamilies.Text,
        "case" => Common(node.Arguments.Where((_, at) => at % 2 == 1 || at == node.Arguments.Count - 1)),
        "cast" => node.Arguments[1].Text switch
        {
            "integer" or "unsigned" => TypeFamilies.Integer,
            "real" => TypeFamilies.Float,
            "text" => TypeFamilies.Text,
            "binary" => TypeFamilies.Binary,
            _ => TypeFamilies.None,
        },
        "=" or "==" or "<>" or "!=" or "<" or "<=" or ">" or ">=" or "is" or "in" or "between" or "like" or "and" or "or" or "not" or "&" or "|" or "<<" or ">>" =>
            TypeFamilies.Integer,
        _ => TypeFamilies.None,
    };

    private TypeFamilies Arithmetic(IReadOnlyList<SqlNode> operands) =>
        operands.All(IsWhole) ? TypeFamilies.Integer : operands.Any(IsFraction) ? Fraction : TypeFamilies.None;

    private TypeFamilies Common(IEnumerable<SqlNode> nodes)
    {
        var kinds = nodes.Where(node => node.Kind != SqlNodeKind.Null).Select(Of).ToList();
        return kinds.Count == 0 || kinds.Contains(TypeFamilies.None) ? TypeFamilies.None : kinds.Aggregate((one, other) => one | other);
    }
}
