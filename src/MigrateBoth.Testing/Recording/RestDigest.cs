using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Digests rows that are not kept. A sum does not mind the order; a polynomial does.</summary>
internal sealed class RestDigest(IReadOnlyList<RecordedColumn> columns)
{
    private readonly Sums[] _columns = [.. columns.Select(_ => new Sums())];
    private readonly Sums _rows = new();
    private int _count;

    public void Add(string?[] row)
    {
        _count++;
        UInt128 whole = 0;
        for (var i = 0; i < row.Length && i < _columns.Length; i++)
        {
            var value = Digest(row[i]);
            _columns[i].Add(value);
            if (columns[i].Role is not (ColumnRole.GeneratedKey or ColumnRole.GeneratedReference))
            {
                whole = (whole * Sums.Prime) + value;
            }
        }

        _rows.Add(Digest(whole.ToString("x")));
    }

    public RowsDigest ToDigest() => new(_count, _rows.Ordered, _rows.Unordered, [.. _columns.Select(column => new ColumnDigest(column.Ordered, column.Unordered))]);

    private static UInt128 Digest(string? value)
    {
        // A prefix keeps null apart from every text.
        var hash = SHA256.HashData(Encoding.Unicode.GetBytes(value is null ? "0" : "1" + value));
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private sealed class Sums
    {
        public const ulong Prime = 0x9E3779B97F4A7C15;

        private UInt128 _ordered;
        private UInt128 _unordered;

        public string Ordered => _ordered.ToString("x32");

        public string Unordered => _unordered.ToString("x32");

        public void Add(UInt128 value)
        {
            unchecked
            {
                _ordered = (_ordered * Prime) + value;
                _unordered += value;
            }
        }
    }
}
