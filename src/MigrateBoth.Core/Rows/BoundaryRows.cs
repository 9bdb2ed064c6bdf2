namespace MigrateBoth.Core.Rows;

/// <summary>Rows of boundary values: each value of each column once among ordinary ones, then seeded combinations. The same input gives the same rows.</summary>
public static class BoundaryRows
{
    /// <summary>Makes the rows.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="valuesOf">The values to choose from; <see cref="BoundaryValues.Of"/>, or those and more.</param>
    /// <param name="combinations">How many rows combine values at random, extreme ones aside, after each value had its turn.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static IReadOnlyList<IReadOnlyList<LogicalValue>> Of(
        IReadOnlyList<LogicalColumn> columns,
        Func<LogicalColumn, IReadOnlyList<LogicalValue>> valuesOf,
        int combinations,
        ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(valuesOf);
        var values = columns.Select(valuesOf).ToList();
        var ordinary = values.ConvertAll(list => list.FirstOrDefault(value => value.Value is not null) ?? LogicalValue.Null);
        var random = new Sequence(seed);
        List<IReadOnlyList<LogicalValue>> rows = [ordinary];
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var value in values[column].Where(value => !ReferenceEquals(value, ordinary[column])))
            {
                rows.Add([.. ordinary.Select((usual, at) => at == column ? value : usual)]);
            }
        }

        rows.AddRange(Combine(values.ConvertAll(list => list.Where(value => !value.IsExtreme).ToList()), columns.Count < 2 ? 0 : combinations, random));
        return rows;
    }

    /// <summary>Rows of values picked at random.</summary>
    /// <param name="values">The values of each column.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static IEnumerable<IReadOnlyList<LogicalValue>> Combined(IReadOnlyList<IReadOnlyList<LogicalValue>> values, int count, ulong seed = 1) =>
        Combine(values, count, new Sequence(seed));

    private static IEnumerable<IReadOnlyList<LogicalValue>> Combine(IReadOnlyList<IReadOnlyList<LogicalValue>> values, int count, Sequence random) =>
        Enumerable.Range(0, count).Select(_ => (IReadOnlyList<LogicalValue>)[.. values.Select(random.Pick)]);

    /// <summary>Random numbers that stay the same from one version of .NET to the next.</summary>
    private sealed class Sequence(ulong seed)
    {
        private ulong _state = seed == 0 ? 1 : seed;


        private const int Usual = 6;

        /// <summary>Every fourth value is NULL where NULL is allowed, and a third of the rest are among the first: such values meet in one row.</summary>
        public LogicalValue Pick(IReadOnlyList<LogicalValue> values) => values switch
        {
            [] => LogicalValue.Null,
            [{ Value: null } none, ..] when Next() % 4 == 0 => none,
            _ when Next() % 3 == 0 => values[(int)(Next() % (ulong)Math.Min(values.Count, Usual))],
            _ => values[(int)(Next() % (ulong)values.Count)],
        };

        private ulong Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return _state >> 11;
        }
    }
}
