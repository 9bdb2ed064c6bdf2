using Microsoft.EntityFrameworkCore;

namespace Ledger.Data.Sqlite;

public sealed class SqliteLedgerContext(DbContextOptions<SqliteLedgerContext> options) : LedgerContext(options);
