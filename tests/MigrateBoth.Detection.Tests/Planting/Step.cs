namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>One step of planting a defect; a plain text is a statement.</summary>
public abstract record Step
{
    public static implicit operator Step(string sql) => new Statement(sql);

    public static Step FromString(string sql) => sql;
}
