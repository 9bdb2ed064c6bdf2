using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>
/// Writes down what decides what an expression does: node kinds, types, members, and the values of constants and captured variables. Names of parameters do
/// not count, and the context represents itself whatever its class: one model may have a derived context for each engine.
/// </summary>
internal sealed class ExpressionStructure : ExpressionVisitor
{
    private readonly StringBuilder _text = new();
    private readonly List<ParameterExpression> _parameters = [];
    private readonly SortedSet<string> _opaque = new(StringComparer.Ordinal);

    private ExpressionStructure()
    {
    }

    /// <summary>Writes several expressions that belong together.</summary>
    /// <returns>The structure, and what could not be looked into.</returns>
    public static (string Structure, string? Opaque) Of(params IEnumerable<Expression> expressions)
    {
        var writer = new ExpressionStructure();
        foreach (var expression in expressions)
        {
            writer.Visit(expression);
        }

        return (writer._text.ToString(), writer._opaque.Count == 0 ? null : string.Join(", ", writer._opaque));
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            _text.Append("()");
            return node;
        }

        if (TryEvaluate(node, out var value))
        {
            Write(value, node.Type);
            return node;
        }

        _text.Append('(').Append(node.NodeType).Append(' ').Append(Name(node.Type)).Append(' ').Append(Payload(node));
        base.Visit(node);
        _text.Append(')');
        return node;
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        _text.Append(node.BindingType).Append(' ').Append(node.Member.Name);
        return base.VisitMemberBinding(node);
    }

    protected override ElementInit VisitElementInit(ElementInit node)
    {
        _text.Append(node.AddMethod);
        return base.VisitElementInit(node);
    }

    private string? Payload(Expression node) => node switch
    {
        MemberExpression member => $"{Name(member.Member.DeclaringType!)}.{member.Member.Name}",
        MethodCallExpression call => $"{Name(call.Method.DeclaringType!)}.{call.Method}",
        BinaryExpression binary => $"{binary.Method?.DeclaringType}.{binary.Method} {binary.IsLiftedToNull}",
        UnaryExpression unary => $"{unary.Method?.DeclaringType}.{unary.Method}",
        NewExpression created => created.Constructor?.ToString(),
        TypeBinaryExpression test => Name(test.TypeOperand),
        ParameterExpression parameter => Number(parameter),
        _ when node.NodeType == ExpressionType.Extension => node.ToString(),
        _ => null,
    };

    private string Number(ParameterExpression parameter)
    {
        if (!_parameters.Contains(parameter))
        {
            _parameters.Add(parameter);
        }

        return _parameters.IndexOf(parameter).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Constants, and fields of constants: what a lambda captures. Properties run code, and those of a context are asked anew for each query.</summary>
    private static bool TryEvaluate(Expression node, out object? value)
    {
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Member: FieldInfo field, Expression: { } owner } when TryEvaluate(owner, out var instance) && instance is not (null or DbContext):
                value = field.GetValue(instance);
                return true;
            default:
                value = null;
                return false;
        }
    }

    private void Write(object? value, Type type)
    {
        switch (value)
        {
            case null:
                _text.Append($"[null {Name(type)}]");
                break;
            case DbContext:
                _text.Append("[context]");
                break;
            case Expression expression:
                Visit(expression);
                break;
            case string or char or bool or Enum or Guid or Type or MemberInfo:
            case IConvertible and not (string or DateTime):
                var words = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                _text.Append(CultureInfo.InvariantCulture, $"[{Name(value.GetType())} {words.Length} {words}]");
                break;
            case Delegate code when code.Target is null || IsEmpty(code.Target):
                _text.Append($"[{Name(code.Method.DeclaringType!)}.{code.Method}]");
                break;
            case IEnumerable items and not Delegate when value is ICollection { Count: < 1000 }:
                _text.Append('{');
                foreach (var item in items)
                {
                    Write(item, item?.GetType() ?? typeof(object));
                }

                _text.Append('}');
                break;
            default:
                // Its type is compared; what it holds is not known.
                _text.Append($"[{Name(value.GetType())}]");
                _opaque.Add(CSharpTypeNames.Write(value.GetType(), isNullable: false));
                break;
        }
    }

    /// <summary>The object behind a lambda that captures nothing.</summary>
    private static bool IsEmpty(object target) =>
        target.GetType().IsDefined(typeof(CompilerGeneratedAttribute)) && target.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length == 0;

    private static string Name(Type type) => typeof(DbContext).IsAssignableFrom(type) ? "context" : type.ToString();
}
