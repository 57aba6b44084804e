namespace Glossary.Testing;

/// <summary>Items by their ids, in the order of the ids; a million more make no step noticeably slower.</summary>
internal sealed class OrderedItems
{
    // An id with a surrogate is refused, and without one the order of UTF-16 is that of UTF-8, which the service keeps.
    public static StringComparer Order { get; } = StringComparer.Ordinal;

    private static readonly byte[] None = [];

    private readonly SortedSet<(string Id, byte[] Item)> items = new(Comparer<(string Id, byte[] Item)>.Create((x, y) => Order.Compare(x.Id, y.Id)));

    /// <summary>The item, or null where there is none.</summary>
    public byte[]? Find(string id) => items.TryGetValue((id, None), out var found) ? found.Item : null;

    /// <summary>Writes an item whether it is there or not.</summary>
    public void Put(string id, byte[] item)
    {
        Remove(id);
        items.Add((id, item));
    }

    /// <summary>Removes an item if it is there.</summary>
    public void Remove(string id) => items.Remove((id, None));

    /// <summary>The items from an id on.</summary>
    /// <param name="id">Where to begin; there need not be such an item.</param>
    /// <param name="included">Whether an item of just that id is among them.</param>
    public IEnumerable<(string Id, byte[] Item)> From(string id, bool included) =>
        items.Count == 0 || Order.Compare(items.Max.Id, id) < 0
            ? []
            : items.GetViewBetween((id, None), items.Max).SkipWhile(each => !included && each.Id == id);
}
