using System.Text.Json;
using Generated.Spec;
using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool;
using MigrateBoth.Tool.Verification;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>A random model, random changes with a pair of migrations each, a check, and one random edit of one side's database.</summary>
internal sealed class Sequence(GeneratedApplication application, IReadOnlyDictionary<Engine, IScratchServer> servers, int seed)
{
    /// <summary>What AddColumn leaves behind is told and is not a difference in meaning (catalogue row M-05).</summary>
    private static readonly string[] Residue = ["MB290", "MB390"];

    private readonly Random _random = new(seed);
    private readonly List<string> _log = [];

    /// <summary>What was done, in words.</summary>
    public string Log => string.Join(", ", _log);

    /// <summary>Plays it. Null, or what went wrong, with the tables that it is about.</summary>
    public async Task<string?> PlayAsync()
    {
        var (failure, model) = await PlayOnceAsync();
        return failure is null ? null
            : $"{failure}; {string.Join(' ', model.Tables.Where(table => failure.Split(';')[0].Contains(table.Name, StringComparison.Ordinal)).Select(table => JsonSerializer.Serialize(table)))}";
    }

    private async Task<(string? Failure, ModelSpec Model)> PlayOnceAsync()
    {
        var generator = new ModelGenerator(_random, longNames: false);
        var changes = new ModelChanges(_random, generator);
        var model = generator.Model(tables: _random.Next(4, 9));
        application.Begin();
        try
        {
            await application.AddAsync(model);
            for (var migration = _random.Next(1, 4); migration > 0; migration--)
            {
                changes.NextStep();
                for (var change = _random.Next(1, 5); change > 0; change--)
                {
                    model = changes.Change(model, _log);
                }

                _log.Add("add");
                await application.AddAsync(model);
            }

            var (evidence, levels) = await application.VerifyWithLevelsAsync(servers);
            return (Failure(evidence, model.Tables.Count) ?? Failure(levels) ?? await EditAsync(evidence), model);
        }
        catch (Core.Errors.MigrateBothException exception)
        {
            return ($"{exception.Message}; after {Log}", model);
        }
    }

    private string? Failure(Evidence evidence, int tables)
    {
        var obstacles = evidence.Schemas.SelectMany(schema => schema.Obstacles).Select(obstacle => $"{obstacle.Reason} {obstacle.ServerError} {obstacle.Statement}").ToList();
        if (obstacles.Count > 0)
        {
            return $"{string.Join("; ", obstacles)}; after {Log}";
        }

        // The very model that was changed last, and not one that the host kept from before.
        if (evidence.Schemas.Any(schema => schema.Migrated!.Tables.Count != tables))
        {
            return $"the model has {tables} tables, the databases have {string.Join(" and ", evidence.Schemas.Select(schema => schema.Migrated!.Tables.Count))}; after {Log}";
        }

        var findings = GeneratedApplication.Findings(evidence).Where(finding => !(Residue.Contains(finding.Rule) && finding.Severity == Severity.Info)).ToList();
        return findings.Count == 0
            ? null
            : $"{string.Join("; ", findings.Select(finding => $"{finding.Rule} {finding.Object}: {finding.Message}"))}; after {Log}";
    }

    /// <summary>Rows survive a sound history, and a portable model behaves alike; what is worth knowing of either is no finding.</summary>
    private string? Failure(IReadOnlyList<StageResult> levels)
    {
        var unsound = levels.Where(stage => stage.Status != StageStatus.Passed || stage.Findings.Any(finding => finding.Severity > Severity.Info)).ToList();
        foreach (var stage in levels)
        {
            _log.Add($"{stage.Name} {stage.Note}");
        }

        return unsound.Count == 0 ? null
            : $"{string.Join("; ", unsound.Select(stage => $"{stage.Name} {stage.Status}: {string.Join("; ", stage.Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Rule} {finding.Object}: {finding.Message}"))}"))}; after {Log}";
    }

    private async Task<string?> EditAsync(Evidence evidence)
    {
        var schemas = evidence.Schemas.ToDictionary(schema => schema.Engine);
        var migrated = new EnginePair<DatabaseSchema>(schemas[Engine.Sqlite].Migrated!, schemas[Engine.MySql].Migrated!);
        var judge = new DefectJudge(migrated, new EnginePair<DatabaseSchema>(schemas[Engine.Sqlite].FromModel!, schemas[Engine.MySql].FromModel!), evidence.Models);
        var engine = EngineNames.All[_random.Next(2)];
        var ground = new PlantingGround(migrated[engine], migrated[engine == Engine.Sqlite ? Engine.MySql : Engine.Sqlite], DefectCatalogue.Terms(engine));
        await using var clone = await schemas[engine].Copies!.CloneAsync(CancellationToken.None);
        foreach (var kind in DefectCatalogue.All.Where(kind => kind.Engine == engine).OrderBy(_ => _random.Next()))
        {
            var places = kind.Find(ground).Where(defect => !defect.Sightings.Any(sighting => judge.IsSpokenOf(engine, sighting.Object))).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            var defect = places[_random.Next(places.Count)];
            if (await clone.PlantAsync(defect.Edit, CancellationToken.None) is not null)
            {
                await clone.RestoreAsync(defect.Edit, CancellationToken.None);
                continue;
            }

            _log.Add($"edit {kind} at {defect.Object}");
            var found = judge.FindNew(await new ToolServices().CatalogReader(evidence.Models[engine]).ReadAsync(clone.ConnectionString, CancellationToken.None));
            var unseen = defect.Sightings.Where(sighting => !found.Any(sighting.IsMetBy)).ToList();
            return unseen.Count == 0
                ? null
                : $"not found: {kind} at {defect.Object}, {string.Join(", ", unseen)}; found {string.Join(", ", found.Select(finding => $"{finding.Rule} {finding.Object}"))}; after {Log}";
        }

        return "no defect could be planted";
    }
}
