namespace MigrateBoth.DesignHost.Describing;

/// <summary>Writes CLR types as C# does, without namespaces.</summary>
internal static class CSharpTypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <param name="type">The type.</param>
    /// <param name="isNullable">Whether null is a value; a nullable value type says so by itself.</param>
    public static string Write(Type type, bool isNullable)
    {
        var core = Nullable.GetUnderlyingType(type) ?? type;
        return Write(core) + (isNullable || core != type ? "?" : null);
    }

    private static string Write(Type type)
    {
        if (type.IsArray)
        {
            return Write(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        if (type.IsGenericType)
        {
            var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
            return $"{name}<{string.Join(", ", type.GenericTypeArguments.Select(argument => Write(argument, isNullable: false)))}>";
        }

        return Keywords.GetValueOrDefault(type) ?? type.Name;
    }
}
