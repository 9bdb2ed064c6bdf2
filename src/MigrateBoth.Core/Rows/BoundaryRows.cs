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
        private const int Added = 24;

        /// <summary>
        /// Every fourth value is NULL where NULL is allowed. Of the rest a third are among the first and a third among the last, which lie around the
        /// literals of the expressions: such values meet in one row.
        /// </summary>
        public LogicalValue Pick(IReadOnlyList<LogicalValue> values) => values switch
        {
            [] => LogicalValue.Null,
            [{ Value: null } none, ..] when Next() % 4 == 0 => none,
            _ => (Next() % 3) switch
            {
                0 => values[Number(Math.Min(values.Count, Usual))],
                1 => values[^(1 + Number(Math.Min(values.Count, Added)))],
                _ => values[Number(values.Count)],
            },
        };

        private int Number(int below) => (int)(Next() % (ulong)below);

        private ulong Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return _state >> 11;
        }
    }
}
