// In Core these types are public. MigrateBoth.Testing compiles the same files without this one, where they are internal.
namespace MigrateBoth.Core.Recordings;

public abstract partial record RecordedStep;
public abstract partial record RecordingLine;
public sealed partial class RecordingException;
public sealed partial class RecordingJson;
public sealed partial class RecordingWriter;
public sealed partial record ColumnDigest;
public sealed partial record RecordedColumn;
public sealed partial record RecordedCommand;
public sealed partial record RecordedFailure;
public sealed partial record RecordedObstacle;
public sealed partial record RecordedResult;
public sealed partial record RecordedSave;
public sealed partial record RecordedTest;
public sealed partial record RecordedTransaction;
public sealed partial record RecordedUntranslated;
public sealed partial record Recording;
public sealed partial record RowsDigest;
public sealed partial record SavedEntities;
public sealed partial record SessionEnded;
public sealed partial record SessionStarted;
public sealed partial record TestEnded;
public sealed partial record TestNamed;
public sealed partial record TestStarted;
public static partial class RecordedValue;
public static partial class RecordingFormat;
public static partial class RecordingReader;

public sealed partial record OnlyOnDeclared;
