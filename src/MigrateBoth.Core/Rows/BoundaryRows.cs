namespace MigrateBoth.Core.Rows;

/// <summary>Rows of boundary values: each value of each column once among ordinary ones, then seeded combinations. The same input gives the same rows.</summary>
public static class BoundaryRows
{
    /// <summary>Makes the rows.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="valuesOf">The values to choose from; <see cref="BoundaryValues.Of"/>, or those and more.</param>
    /// <param name="combinations">How many rows combine values at random after each value had its turn.</param>
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

        for (var i = 0; i < combinations && columns.Count > 0; i++)
        {
            rows.Add([.. values.Select(random.Pick)]);
        }

        return rows;
    }

    /// <summary>Random numbers that stay the same from one version of .NET to the next.</summary>
    private sealed class Sequence(ulong seed)
    {
        private ulong _state = seed == 0 ? 1 : seed;

        public LogicalValue Pick(IReadOnlyList<LogicalValue> values)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return values.Count == 0 ? LogicalValue.Null : values[(int)(_state % (ulong)values.Count)];
        }
    }
}
