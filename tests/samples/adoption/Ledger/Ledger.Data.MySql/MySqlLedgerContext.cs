using Microsoft.EntityFrameworkCore;

namespace Ledger.Data.MySql;

public sealed class MySqlLedgerContext(DbContextOptions<MySqlLedgerContext> options) : LedgerContext(options);
