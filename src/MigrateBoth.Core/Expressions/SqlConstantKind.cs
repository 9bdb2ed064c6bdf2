namespace MigrateBoth.Core.Expressions;

/// <summary>What a <see cref="SqlConstant"/> is.</summary>
internal enum SqlConstantKind
{
    Null,
    Text,
    Number,
    Binary,
}
