using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Specification;

// The suites of MariaDB 10.11 once more on 11.8: what the two series do alike is written once.

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11CatalogTests(MariaDb11Fixture fixture) : MariaDbCatalogTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11CheckTests(MariaDb11Fixture fixture) : MariaDbCheckTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11ColumnTests(MariaDb11Fixture fixture) : MariaDbColumnTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11DefaultTests(MariaDb11Fixture fixture) : MariaDbDefaultTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11ForeignKeyTests(MariaDb11Fixture fixture) : MariaDbForeignKeyTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11IndexTests(MariaDb11Fixture fixture) : MariaDbIndexTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11KeyTests(MariaDb11Fixture fixture) : MariaDbKeyTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11NameTests(MariaDb11Fixture fixture) : MariaDbNameTests(fixture);

[Collection(OnMariaDb11.Name)]
public sealed class MariaDb11ViewAndTriggerTests(MariaDb11Fixture fixture) : MariaDbViewAndTriggerTests(fixture);
