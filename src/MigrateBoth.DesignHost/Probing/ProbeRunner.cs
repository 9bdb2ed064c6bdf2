using Microsoft.EntityFrameworkCore;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Runs probes through the application's context, in one transaction that is rolled back.</summary>
internal sealed class ProbeRunner(RentedContext rented, RequestProgress progress, CancellationToken cancellationToken)
{
    private readonly CommandCapture _commands = new();
    private RowMaker? _maker;
    private int _savepoints;

    public IReadOnlyList<ProbeOutcome> Run(string connectionString, IReadOnlyList<Probe> probes)
    {
        rented.ConnectTo(connectionString);
        var own = probes.Where(probe => probe.Recipe is null).ToList();
        var outcomes = own.Count == 0 ? [] : Transacted(rented.Context, () => RunOwn(own));
        var recipes = probes.Where(probe => probe.Recipe is not null).ToList();
        if (recipes.Count > 0)
        {
            progress.Report("trying recipes");
            outcomes = [.. outcomes, .. RunRecipes(recipes)];
        }

        var byId = outcomes.ToDictionary(outcome => outcome.Probe, StringComparer.Ordinal);
        return [.. probes.Select(probe => byId[probe.Id])];
    }

    private List<ProbeOutcome> Transacted(DbContext context, Func<List<ProbeOutcome>> run)
    {
        using var watch = _commands.Watch(context);
        List<ProbeOutcome> outcomes = [];

        // A strategy that retries wants transactions to be begun inside it. Nothing is retried: the first error is an answer.
        context.Database.CreateExecutionStrategy().Execute(() =>
        {
            using var transaction = context.Database.BeginTransaction();
            outcomes = run();
            transaction.Rollback();
        });
        return outcomes;
    }

    private List<ProbeOutcome> RunOwn(List<Probe> probes)
    {
        _maker = new RowMaker(rented.Context);
        var scene = new ProbeScene(rented.Context, _maker, step => Isolated(rented.Context, () =>
        {
            step();
            return true;
        }));
        var objects = new ObjectProbes(scene, _commands);
        var outcomes = new List<ProbeOutcome>();
        foreach (var group in Consecutive(probes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report($"probing {group[0].Object()}");
            if (IsAboutProperty(group[0].Kind))
            {
                outcomes.AddRange(OfProperty(group, () => Source(rented.Context, _maker, group[0])));
            }
            else
            {
                outcomes.AddRange(group.Select(probe => Guarded(probe, () => objects.Run(probe))));
            }
        }

        return outcomes;
    }

    private List<ProbeOutcome> RunRecipes(List<Probe> probes)
    {
        var outcomes = new List<ProbeOutcome>();
        using var recipes = new RecipeContext(rented, probes);
        try
        {
            recipes.Create();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A table that this server or EF Core refuses says something of its own recipe and nothing of the others.
            recipes.Drop();
            return probes is [var only] ? [new ProbeOutcome { Probe = only.Id, Blocked = ProbeErrors.Of(exception) }] : [.. probes.SelectMany(probe => RunRecipes([probe]))];
        }

        try
        {
            return Transacted(recipes, () =>
            {
                _maker = new RowMaker(recipes);
                foreach (var probe in probes)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    outcomes.AddRange(OfProperty([probe], () => recipes.SourceOf(probe, _maker)));
                }

                return outcomes;
            });
        }
        finally
        {
            recipes.Drop();
        }
    }

    private List<ProbeOutcome> OfProperty(IReadOnlyList<Probe> group, Func<ProbeSource> source)
    {
        try
        {
            return Isolated(source().Context, () =>
            {
                if (group[0].Kind == ProbeKind.RoundTrip)
                {
                    return group.Select(probe => Guarded(probe, () => new RoundTripProbe(source(), _commands).Run(probe, step => Isolated(source().Context, () =>
                    {
                        step();
                        return true;
                    })))).ToList();
                }

                var probes = new QueryProbes(source(), _commands);
                probes.Prepare(group[0].Values);
                return [.. group.Select(probe => Guarded(probe, () => probes.Ask(probe)))];
            });
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [.. group.Select(probe => new ProbeOutcome { Probe = probe.Id, Blocked = ProbeErrors.Of(exception) })];
        }
    }

    private static ProbeSource Source(DbContext context, RowMaker maker, Probe probe)
    {
        var path = PropertyPath.Find(context.Model, probe.Entity!, probe.Name);
        return new ProbeSource(context, maker, path, maker.SetOf(path.Root), probe.ValueKind);
    }

    private static ProbeOutcome Guarded(Probe probe, Func<ProbeOutcome> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new ProbeOutcome { Probe = probe.Id, Blocked = ProbeErrors.Of(exception) };
        }
    }

    private T Isolated<T>(DbContext context, Func<T> run)
    {
        var savepoint = $"probe{++_savepoints}";
        var transaction = context.Database.CurrentTransaction!;
        transaction.CreateSavepoint(savepoint);
        var isLost = false;
        try
        {
            return run();
        }
        catch (ServerLostException)
        {
            // There is nothing to go back to, and the attempt would hide the cause.
            isLost = true;
            throw;
        }
        finally
        {
            if (!isLost)
            {
                context.ChangeTracker.Clear();
                _maker!.ForgetParents();
                transaction.RollbackToSavepoint(savepoint);
            }
        }
    }

    /// <summary>Probes of one property with the same values are asked about the same rows.</summary>
    private static IEnumerable<IReadOnlyList<Probe>> Consecutive(List<Probe> probes)
    {
        for (var start = 0; start < probes.Count;)
        {
            var end = start + 1;
            while (end < probes.Count && IsAboutProperty(probes[start].Kind)
                && probes[end].Entity == probes[start].Entity && probes[end].Name == probes[start].Name && IsAboutProperty(probes[end].Kind)
                && probes[end].Values.SequenceEqual(probes[start].Values, StringComparer.Ordinal)
                && (probes[end].Kind == ProbeKind.RoundTrip) == (probes[start].Kind == ProbeKind.RoundTrip))
            {
                end++;
            }

            yield return probes[start..end];
            start = end;
        }
    }

    private static bool IsAboutProperty(ProbeKind kind) => kind is >= ProbeKind.RoundTrip and <= ProbeKind.Holds;
}

/// <summary>How a probe is called while it runs.</summary>
internal static class ProbeNames
{
    /// <summary>The entity and the property.</summary>
    public static string Object(this Probe probe) => $"{probe.Entity?[(probe.Entity.LastIndexOf('.') + 1)..]}.{probe.Name}";
}
