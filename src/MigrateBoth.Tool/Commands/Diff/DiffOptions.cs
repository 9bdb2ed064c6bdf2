using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>What <c>diff</c> is asked to do.</summary>
/// <param name="Left">A.</param>
/// <param name="Right">B.</param>
/// <param name="Project">The project, which only <c>model:</c> and <c>migrations:</c> need.</param>
/// <param name="MySql">The scratch server, which only <c>model:mysql</c> and <c>migrations:mysql</c> need.</param>
/// <param name="Check">What fails, and what is written.</param>
/// <param name="Sql">Whether the SQL that brings B to A is shown in place of the findings.</param>
internal sealed record DiffOptions(DiffOperand Left, DiffOperand Right, ProjectOptions Project, MySqlOptions MySql, CheckOptions Check, bool Sql);
