using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Members;

/// <summary>
/// The members of glossaries, a partition of the registry each, and beside it for each person the glossaries that list the person. The second
/// only finds and never permits: a fault between the two writes is made good by writing again.
/// </summary>
public sealed class MemberStore(RecordStores stores)
{
    private const int MostMembers = 1_000;

    /// <summary>A member, or null.</summary>
    public async Task<Member?> FindAsync(string glossary, string id, CancellationToken cancellationToken) =>
        await stores.Registry.FindAsync(Partition(glossary), Key(id), cancellationToken) is { } record ? Read(record) : null;

    /// <summary>All members of a glossary in the order of their ids; at most 1,000.</summary>
    public async Task<IReadOnlyList<Member>> ListAsync(string glossary, CancellationToken cancellationToken)
    {
        var all = new List<Member>();
        string? after = null;
        do
        {
            var page = await stores.Registry.ListAsync(Partition(glossary), KeyRange.Prefix("m|"), MostMembers, after, cancellationToken);
            all.AddRange(page.Records.Select(Read));
            after = page.After;
        }
        while (after is not null);
        return all;
    }

    /// <summary>A page of the glossaries that a person is a member of, by slug.</summary>
    public async Task<(IReadOnlyList<string> Glossaries, string? After)> OfPersonAsync(
        string id, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Person(id), KeyRange.Prefix("g|"), top, after, cancellationToken);
        return ([.. page.Records.Select(record => record.Key[2..])], page.After);
    }

    /// <summary>Makes a person a member, or changes what the member may do.</summary>
    /// <exception cref="ApiException">409 where nobody would be left who may manage the glossary, or it has too many members.</exception>
    public async Task PutAsync(string glossary, Member member, CancellationToken cancellationToken)
    {
        await stores.Registry.CommitAsync(Person(member.Id), [RecordWrite.Put($"g|{glossary}", "{}")], cancellationToken);
        await ConditionalWrites.RepeatAsync(async () =>
        {
            var record = await stores.Registry.FindAsync(Partition(glossary), Key(member.Id), cancellationToken);
            var others = (await ListAsync(glossary, cancellationToken)).Where(each => each.Id != member.Id).ToList();
            if (record is null && others.Count >= MostMembers)
            {
                throw Conflict($"A glossary has at most {MostMembers} members. Remove some first.");
            }

            var body = JsonSerializer.Serialize(member, StoreJson.Default.Member);
            var write = record is null ? RecordWrite.Insert(Key(member.Id), body) : RecordWrite.Replace(Key(member.Id), body, record.ETag);
            await CommitAsync(glossary, write, record, others, member.Role, cancellationToken);
            return true;
        });
    }

    /// <summary>Removes a member; one that is gone is no error.</summary>
    /// <exception cref="ApiException">409 where nobody would be left who may manage the glossary.</exception>
    public async Task RemoveAsync(string glossary, string id, CancellationToken cancellationToken)
    {
        await ConditionalWrites.RepeatAsync(async () =>
        {
            if (await stores.Registry.FindAsync(Partition(glossary), Key(id), cancellationToken) is { } record)
            {
                var others = (await ListAsync(glossary, cancellationToken)).Where(each => each.Id != id).ToList();
                await CommitAsync(glossary, RecordWrite.Delete(Key(id), record.ETag), record, others, null, cancellationToken);
            }

            return true;
        });
        await stores.Registry.CommitAsync(Person(id), [RecordWrite.Delete($"g|{glossary}")], cancellationToken);
    }

    // Two admins who remove each other at once must not both succeed: every change replaces one record of the partition.
    private async Task CommitAsync(
        string glossary, RecordWrite write, StoredRecord? before, List<Member> others, Role? role, CancellationToken cancellationToken)
    {
        var wasAdmin = before is not null && Read(before).Role == Role.Admin;
        if (wasAdmin && role != Role.Admin && others.Count > 0 && others.TrueForAll(member => member.Role != Role.Admin))
        {
            throw Conflict("This is the last admin of the glossary. Make another member an admin first.");
        }

        const string turn = "n";
        var turns = await stores.Registry.FindAsync(Partition(glossary), turn, cancellationToken);
        await stores.Registry.CommitAsync(
            Partition(glossary), [write, turns is null ? RecordWrite.Insert(turn, "{}") : RecordWrite.Replace(turn, "{}", turns.ETag)], cancellationToken);
    }

    private static ApiException Conflict(string message) => new(StatusCodes.Status409Conflict, ProblemCodes.Conflict, message);

    private static string Partition(string glossary) => $"members|{glossary}";

    private static string Person(string id) => $"person|{id}";

    private static string Key(string id) => $"m|{id}";

    private static Member Read(StoredRecord record) => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Member)!;
}
