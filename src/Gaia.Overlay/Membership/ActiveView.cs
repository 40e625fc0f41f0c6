using Gaia.Core.Identity;
using Gaia.Overlay.Links;

namespace Gaia.Overlay.Membership;

/// <summary>The links that are kept: one a node, longest first.</summary>
internal sealed class ActiveView
{
    private readonly OrderedDictionary<LinkId, ActiveLink> _links = [];

    public int Count => _links.Count;

    public IEnumerable<ActiveLink> Links => _links.Values;

    public ActiveLink? Find(LinkId link) => _links.GetValueOrDefault(link);

    public ActiveLink? Find(NodeId node)
    {
        foreach (var link in _links.Values)
        {
            if (link.Node == node)
                return link;
        }

        return null;
    }

    /// <summary>Keeps a link.</summary>
    /// <exception cref="InvalidOperationException">There is a link to this node.</exception>
    public void Add(ActiveLink link)
    {
        if (Find(link.Node) is not null)
            throw new InvalidOperationException($"There is a link to {link.Node.Short} already.");
        _links.Add(link.Id, link);
    }

    public bool Remove(LinkId link) => _links.Remove(link);
}
