using System.Globalization;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>An account of one test.</summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly ServerFixture _fixture;

    private Account(ServerFixture fixture, string user) => (_fixture, User) = (fixture, user);

    public string User { get; }

    /// <param name="fixture">The server.</param>
    /// <param name="password">Its password.</param>
    /// <param name="grants">Statements in which <c>{0}</c> is the account.</param>
    public static async Task<Account> CreateAsync(ServerFixture fixture, string password, params string[] grants)
    {
        var account = new Account(fixture, $"t{Guid.NewGuid().ToString("N")[..10]}");
        await fixture.ExecuteAsync($"CREATE USER '{account.User}'@'%' IDENTIFIED BY '{password}'");
        foreach (var grant in grants)
        {
            await fixture.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, grant, $"'{account.User}'@'%'"));
        }

        return account;
    }

    public async ValueTask DisposeAsync() => await _fixture.ExecuteAsync($"DROP USER '{User}'@'%'");
}
