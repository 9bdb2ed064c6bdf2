using Microsoft.EntityFrameworkCore;

namespace Ambiguous;

public class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options);

public class AuditContext(DbContextOptions<AuditContext> options) : DbContext(options);
