using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using MigrateBoth.Core.Recordings;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace MigrateBoth.Testing.Recording;

/// <summary>
/// Carries a query's expression to its command. EF Core shows the expression when it compiles a query, and the command when it executes it; the
/// one thing that goes along is a tag, so the expression's digest becomes one, and is taken off the command before it is executed.
/// </summary>
internal sealed partial class QueryShapes : IQueryExpressionInterceptor
{
    private const string TagPrefix = "migrateboth:";

    // A suite of some ten thousand different queries; where there are more, the digest represents the text.
    private const int MaximumCharacters = 10_000_000;

    private static readonly ConcurrentDictionary<string, string> s_shapes = new();
    private static int s_characters;

    /// <summary>One for all contexts: EF Core makes services of their own for each instance.</summary>
    public static QueryShapes Instance { get; } = new();

    /// <inheritdoc />
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var shape = Blanks().Replace(ExpressionPrinter.Print(queryExpression), " ").Trim();
        if (shape.Length > RecordingFormat.MaximumTextLength)
        {
            shape = shape[..RecordingFormat.MaximumTextLength];
        }

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shape)), 0, 8);
        if (s_characters < MaximumCharacters && s_shapes.TryAdd(digest, shape))
        {
            Interlocked.Add(ref s_characters, shape.Length);
        }

        eventData.Context?.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?
            .OfType<ConnectionObserver>().FirstOrDefault()?.Compiling(eventData.Context, Known(digest));
        return new RootTagger(TagPrefix + digest).Visit(queryExpression);
    }

    /// <summary>Removes all tags, including the recorder's own, from a command's text.</summary>
    /// <param name="sql">The text as EF Core made it.</param>
    /// <param name="ownTags">The tags of the application.</param>
    /// <param name="shape">The expression; null when there was no tag of ours.</param>
    /// <returns>The text without our tag; the application's stay.</returns>
    public static string Strip(string sql, out IReadOnlyList<string> ownTags, out string? shape)
    {
        shape = null;
        ownTags = [];
        if (!sql.StartsWith("-- ", StringComparison.Ordinal))
        {
            return sql;
        }

        var tags = new List<string>();
        var kept = new StringBuilder();
        var rest = sql.AsSpan();
        while (rest.StartsWith("-- "))
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..(end + 1)];
            var text = line[3..].Trim().ToString();
            if (text.StartsWith(TagPrefix, StringComparison.Ordinal))
            {
                shape = Known(text[TagPrefix.Length..]);
            }
            else
            {
                tags.Add(text);
                kept.Append(line);
            }

            rest = rest[line.Length..];
        }

        ownTags = tags;
        return kept.Append(tags.Count == 0 ? rest.TrimStart() : rest).ToString();
    }

    private static string Known(string digest) => s_shapes.GetValueOrDefault(digest) ?? TagPrefix + digest;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>Adds the tag to the first root of a query: after operators such as Count there is no query that can be tagged.</summary>
    private sealed class RootTagger(string tag) : ExpressionVisitor
    {
        private bool _isDone;

        protected override Expression VisitExtension(Expression node)
        {
            if (_isDone || node is not QueryRootExpression root)
            {
                return node is QueryRootExpression ? node : base.VisitExtension(node);
            }

            _isDone = true;
            return Expression.Call(
                typeof(EntityFrameworkQueryableExtensions),
                nameof(EntityFrameworkQueryableExtensions.TagWith),
                [root.ElementType],
                node,
                Expression.Constant(tag));
        }
    }
}
