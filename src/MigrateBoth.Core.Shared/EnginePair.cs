namespace MigrateBoth.Core;

/// <summary>The same thing for each engine: a model, a history, a schema.</summary>
/// <typeparam name="T">What there is one of for each engine.</typeparam>
/// <param name="Sqlite">The one of SQLite.</param>
/// <param name="MySql">The one of MySQL.</param>
public sealed record EnginePair<T>(T Sqlite, T MySql)
{
    /// <summary>The one of an engine.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The engine has none here.</exception>
    public T this[Engine engine] => engine switch
    {
        Engine.Sqlite => Sqlite,
        Engine.MySql => MySql,
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>Both, in the order in which engines are listed.</summary>
    public IReadOnlyList<T> Both => [Sqlite, MySql];

    /// <summary>What something makes of each of them.</summary>
    /// <param name="selector">Makes it.</param>
    public EnginePair<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new EnginePair<TResult>(selector(Sqlite), selector(MySql));
    }
}
