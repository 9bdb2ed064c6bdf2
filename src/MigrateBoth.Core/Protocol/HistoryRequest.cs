namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for the migrations alone: who is about to write one need not wait until the model is compared with its snapshot.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record HistoryRequest(int Id, Engine Engine) : HostRequest(Id, Engine);
