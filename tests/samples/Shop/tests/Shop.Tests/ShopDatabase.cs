using MigrateBoth.Testing;

using Shop.Data;

namespace Shop.Tests;

/// <summary>The shop's database on the engine under test; xUnit makes one per test class.</summary>
public sealed class ShopDatabase : ParityDatabase<ShopContext>;
