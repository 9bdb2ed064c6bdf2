using MigrateBoth.Core.SelfTest.Kinds;

namespace MigrateBoth.Core.SelfTest;

/// <summary>The kinds that both engines can have, said without a dialect.</summary>
public static class SharedKinds
{
    /// <summary>All of them, for one engine.</summary>
    public static IReadOnlyList<DefectKind> For(Engine engine) =>
    [
        .. TableKinds.For(engine),
        .. ColumnKinds.For(engine),
        .. ComputedKinds.For(engine),
        .. KeyKinds.For(engine),
        .. IndexKinds.For(engine),
        .. ForeignKeyKinds.For(engine),
        .. CheckKinds.For(engine),
        .. ExpressionKinds.For(engine),
    ];
}
