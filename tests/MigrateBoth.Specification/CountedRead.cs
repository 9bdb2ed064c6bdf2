using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification;

/// <summary>A catalog and the number of statements that it took to read it.</summary>
public sealed record CountedRead(DatabaseSchema Schema, int Statements);
