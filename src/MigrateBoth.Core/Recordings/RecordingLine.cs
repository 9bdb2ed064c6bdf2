using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>
/// One line of a recording. The first is a <see cref="SessionStarted"/>; a process that ended well wrote a <see cref="SessionEnded"/> as its last.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SessionStarted), "session")]
[JsonDerivedType(typeof(SessionEnded), "end")]
[JsonDerivedType(typeof(OnlyOnDeclared), "only-on")]
[JsonDerivedType(typeof(TestStarted), "test")]
[JsonDerivedType(typeof(TestNamed), "test-name")]
[JsonDerivedType(typeof(TestEnded), "test-end")]
[JsonDerivedType(typeof(RecordedCommand), "command")]
[JsonDerivedType(typeof(RecordedSave), "save")]
[JsonDerivedType(typeof(RecordedTransaction), "transaction")]
[JsonDerivedType(typeof(RecordedObstacle), "obstacle")]
[JsonDerivedType(typeof(RecordedUntranslated), "untranslated")]
abstract partial record RecordingLine;
