using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MigrateBoth.Tool.Tests.Architecture;

/// <summary>Which namespaces of an assembly use which others, in signatures and in method bodies.</summary>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _arrows;

    private NamespaceGraph(IEnumerable<string> namespaces, IEnumerable<(string From, string Type, string To, string Used)> uses)
    {
        _arrows = new SortedDictionary<(string, string), SortedSet<string>>(Comparer<(string From, string To)>.Create((x, y) => string.CompareOrdinal($"{x.From} {x.To}", $"{y.From} {y.To}")));
        foreach (var (from, type, to, used) in uses.Where(use => !AreParentAndChild(use.From, use.To)))
        {
            _arrows.TryAdd((from, to), new SortedSet<string>(StringComparer.Ordinal));
            _arrows[(from, to)].Add($"{type} > {used}");
        }

        Namespaces = [.. namespaces.Distinct().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Namespaces { get; }

    public IEnumerable<(string From, string To, IReadOnlyCollection<string> Uses)> Arrows => _arrows.Select(arrow => (arrow.Key.From, arrow.Key.To, (IReadOnlyCollection<string>)arrow.Value));

    public static NamespaceGraph Of(IReadOnlyList<(string From, string Type, string To, string Used)> uses) => new(uses.Select(use => use.From), uses);

    public static NamespaceGraph Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return new NamespaceGraph([.. module.Types.Select(type => type.Namespace).Where(IsOurs)], [.. module.Types.SelectMany(Uses)]);
    }

    /// <summary>Namespaces that know each other in a cycle, each with a use that makes it; empty where there are none.</summary>
    public IReadOnlyList<string> FindCircle()
    {
        var done = new HashSet<string>();
        return Namespaces.Select(start => Follow(start, [], done)).FirstOrDefault(circle => circle.Count > 0) ?? [];
    }

    private List<string> Follow(string at, List<string> path, HashSet<string> done)
    {
        if (path.IndexOf(at) is >= 0 and var begin)
        {
            return [.. path[begin..].Append(at).Zip(path[begin..].Append(at).Skip(1), (from, to) => $"{from} ({_arrows[(from, to)].Min})"), at];
        }

        path.Add(at);
        foreach (var (from, to, _) in Arrows.Where(arrow => arrow.From == at && !done.Contains(arrow.To)))
        {
            if (Follow(to, path, done) is { Count: > 0 } circle)
            {
                return circle;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(at);
        return [];
    }

    private static bool AreParentAndChild(string one, string other) =>
        one == other || one.StartsWith($"{other}.", StringComparison.Ordinal) || other.StartsWith($"{one}.", StringComparison.Ordinal);

    private static bool IsOurs(string name) => name.StartsWith("MigrateBoth", StringComparison.Ordinal);

    private static IEnumerable<(string From, string Type, string To, string Used)> Uses(TypeDefinition type) =>
        IsOurs(type.Namespace)
            ? References(type).SelectMany(Flat).OfType<TypeReference>().Select(Outermost)
                .Where(used => used.Scope == type.Scope && IsOurs(used.Namespace))
                .Select(used => (type.Namespace, type.Name, used.Namespace, used.Name)).Distinct()
            : [];

    private static IEnumerable<TypeReference?> References(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(item => item.InterfaceType),
        .. Attributes(type),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(References),
        .. type.NestedTypes.SelectMany(References),
    ];

    private static IEnumerable<TypeReference?> References(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. Attributes(method),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Operands) : [],
    ];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod generic => [generic.DeclaringType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Flat(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Flat)],
        TypeSpecification specification => Flat(specification.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
