using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.RoutingTable;

/// <summary>Contacts whose distance lies between two powers of two.</summary>
/// <remarks>
/// Maymounkov and Mazieres (2002), sections 2.2 and 4.1: least recently seen first; a live contact is never put out by
/// a newcomer, because a node that has been up for an hour is likely to be up for another; newcomers wait in a
/// replacement cache and step in when a contact dies, the latest one first.
/// </remarks>
internal sealed class Bucket(int size, int replacementSize)
{
    private readonly List<Contact> _contacts = [];
    private readonly List<Contact> _replacements = [];

    /// <summary>Least recently seen first.</summary>
    public IReadOnlyList<Contact> Contacts => _contacts;

    /// <summary>Least recently seen first.</summary>
    public IReadOnlyList<Contact> Replacements => _replacements;

    public bool IsFull => _contacts.Count >= size;

    public Contact? Find(NodeId node) => _contacts.Find(contact => contact.Node == node);

    /// <summary>The node answered: it moves to the end, or is admitted, or waits among the replacements.</summary>
    /// <returns>True where the set of contacts or a record of theirs changed.</returns>
    public bool Answered(NodeRecord record, DateTimeOffset now)
    {
        if (Touch(_contacts, record, now, out var updated))
            return updated;
        if (!IsFull)
        {
            var waiting = _replacements.Find(contact => contact.Node == record.Node);
            if (waiting is not null)
                _replacements.Remove(waiting);
            _contacts.Add(new Contact(record, now));
            return true;
        }

        if (Touch(_replacements, record, now, out _) || replacementSize == 0)
            return false;
        if (_replacements.Count >= replacementSize)
            _replacements.RemoveAt(0);
        _replacements.Add(new Contact(record, now));
        return false;
    }

    /// <summary>The node did not answer; after enough failures it goes and a replacement steps in.</summary>
    /// <returns>True where the contacts changed.</returns>
    public bool Failed(NodeId node, int failuresUntilDead)
    {
        var waiting = _replacements.FindIndex(contact => contact.Node == node);
        if (waiting >= 0)
        {
            // Nothing depends on a replacement: one failure is enough.
            _replacements.RemoveAt(waiting);
            return false;
        }

        var contact = Find(node);
        if (contact is null)
            return false;
        contact.Failed();
        if (contact.Failures < failuresUntilDead)
            return false;
        Remove(contact);
        return true;
    }

    /// <summary>Takes out what nobody believes any more.</summary>
    /// <returns>True where the contacts changed.</returns>
    public bool RemoveExpired(DateTimeOffset now)
    {
        _replacements.RemoveAll(contact => contact.Record.Expires <= now);
        var expired = _contacts.FindAll(contact => contact.Record.Expires <= now);
        foreach (var contact in expired)
            Remove(contact);
        return expired.Count > 0;
    }

    private void Remove(Contact contact)
    {
        _contacts.Remove(contact);
        if (_replacements.Count == 0)
            return;
        _contacts.Add(_replacements[^1]);
        _replacements.RemoveAt(_replacements.Count - 1);
    }

    private static bool Touch(List<Contact> list, NodeRecord record, DateTimeOffset now, out bool updated)
    {
        updated = false;
        var index = list.FindIndex(contact => contact.Node == record.Node);
        if (index < 0)
            return false;
        var contact = list[index];
        updated = contact.Update(record);
        contact.Seen(now);
        list.RemoveAt(index);
        list.Add(contact);
        return true;
    }
}
