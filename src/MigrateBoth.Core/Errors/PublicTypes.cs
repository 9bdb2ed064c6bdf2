// In Core these types are public. MigrateBoth.Testing compiles the same files without this one, where they are internal.
namespace MigrateBoth.Core.Errors;

public static partial class ServerErrors;
