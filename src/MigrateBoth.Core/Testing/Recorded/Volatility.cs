using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>
/// The places of a test whose values differ between two runs on ONE engine: clocks, random numbers. Only these places are excused when
/// the engines are compared, column by column; everything else in the same row still has to be equal.
/// </summary>
internal sealed class Volatility
{
    /// <summary>Nothing is known to vary.</summary>
    public static Volatility None { get; } = new([]);

    private readonly HashSet<(int Event, string Place)> _places;
    private readonly HashSet<(int Event, string Place)> _ticks = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private Volatility(HashSet<(int, string)> places) => _places = places;

    public bool IsVolatile(int index, string place) => _places.Contains((index, place));

    /// <summary>
    /// Whether a time with all seven digits was read at the place in any of the runs: each tick in ten ends in 0, and no verdict may hang on that.
    /// </summary>
    public bool ReadsTicks(int index, string place) => _ticks.Contains((index, place));

    /// <summary>Whether a run wrote a time with all seven digits that became this one.</summary>
    public bool WroteTicks(string coarse) => _written.Any(fine => Clocks.IsCoarser(coarse, fine));

    /// <summary>The place of a result's column.</summary>
    public static string Column(int column) => string.Create(CultureInfo.InvariantCulture, $"column {column}");

    /// <summary>The place of a value that the database made and a save read back.</summary>
    public static string Made(string column) => $"made {column}";

    /// <summary>The place of a written value.</summary>
    public static string Parameter(int parameter) => string.Create(CultureInfo.InvariantCulture, $"parameter {parameter}");

    /// <summary>The place of a scalar.</summary>
    public const string Scalar = "scalar";

    /// <summary>The order of a result's rows.</summary>
    public const string Order = "order";

    /// <summary>Compares two runs on one engine.</summary>
    /// <returns>The places; null when the runs do not even have the same shape: then the test is flaky.</returns>
    public static Volatility? Between(IReadOnlyList<TestEvent> first, IReadOnlyList<TestEvent> second)
    {
        if (first.Count != second.Count)
        {
            return null;
        }

        var places = new HashSet<(int, string)>();
        foreach (var (one, other) in first.Zip(second))
        {
            if (!one.IsTwinOf(other) || one.Failure?.Class != other.Failure?.Class || !Add(one, other, places))
            {
                return null;
            }
        }

        var found = new Volatility(places);
        foreach (var one in first.Concat(second))
        {
            found.NoteTicks(one);
        }

        return found;
    }

    private void NoteTicks(TestEvent one)
    {
        switch (one)
        {
            case CommandEvent { Command: var command }:
                for (var column = 0; column < command.Columns.Count; column++)
                {
                    if (Cells(command, column).Any(HasTicks))
                    {
                        _ticks.Add((one.Index, Column(column)));
                    }
                }

                if (command.Scalar is { } scalar && HasTicks(scalar))
                {
                    _ticks.Add((one.Index, Scalar));
                }

                _written.UnionWith(command.Parameters.OfType<string>().Where(HasTicks));
                break;
            case SaveEvent save:
                foreach (var (column, values) in SaveComparer.Generated(save, ColumnRole.StoreGenerated))
                {
                    if (values.OfType<string>().Any(HasTicks))
                    {
                        _ticks.Add((one.Index, Made(column)));
                    }
                }

                _written.UnionWith(SaveComparer.Written(save).OfType<string>().Where(HasTicks));
                break;
        }
    }

    private static bool HasTicks(string value) => Clocks.IsTime(value) && Clocks.Digits(value) == 7;

    private static bool Add(TestEvent one, TestEvent other, HashSet<(int, string)> places) => (one, other) switch
    {
        (CommandEvent { Command: var left }, CommandEvent { Command: var right }) => AddCommand(one.Index, left, right, places),
        (SaveEvent left, SaveEvent right) => AddSave(left, right, places),
        _ => true,
    };

    private static bool AddCommand(int index, RecordedCommand left, RecordedCommand right, HashSet<(int, string)> places)
    {
        if (left.RowCount != right.RowCount || left.Columns.Count != right.Columns.Count || left.RowsAffected != right.RowsAffected)
        {
            return false;
        }

        if (left.Scalar != right.Scalar)
        {
            places.Add((index, Scalar));
        }

        for (var column = 0; column < left.Columns.Count; column++)
        {
            var (mine, its) = (Cells(left, column), Cells(right, column));
            if (!mine.SequenceEqual(its) || left.Rest?.Columns.ElementAtOrDefault(column)?.Ordered != right.Rest?.Columns.ElementAtOrDefault(column)?.Ordered)
            {
                var isOrder = mine.Order(StringComparer.Ordinal).SequenceEqual(its.Order(StringComparer.Ordinal))
                    && left.Rest?.Columns.ElementAtOrDefault(column)?.Unordered == right.Rest?.Columns.ElementAtOrDefault(column)?.Unordered;
                places.Add((index, isOrder ? Order : Column(column)));
            }
        }

        AddParameters(index, left.Parameters, right.Parameters, places);
        return true;
    }

    private static bool AddSave(SaveEvent left, SaveEvent right, HashSet<(int, string)> places)
    {
        if (left.Save.RowsAffected != right.Save.RowsAffected)
        {
            return false;
        }

        AddParameters(left.Index, SaveComparer.Written(left), SaveComparer.Written(right), places);
        var (mine, its) = (SaveComparer.Generated(left, ColumnRole.StoreGenerated), SaveComparer.Generated(right, ColumnRole.StoreGenerated));
        foreach (var (column, values) in mine)
        {
            if (!values.SequenceEqual(its.GetValueOrDefault(column) ?? []))
            {
                places.Add((left.Index, Made(column)));
            }
        }

        return true;
    }

    private static void AddParameters(int index, IReadOnlyList<string?> left, IReadOnlyList<string?> right, HashSet<(int, string)> places)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i])
            {
                places.Add((index, Parameter(i)));
            }
        }
    }

    private static List<string> Cells(RecordedCommand command, int column) =>
        [.. command.Rows.Select(row => row.ElementAtOrDefault(column) ?? "\0")];
}
