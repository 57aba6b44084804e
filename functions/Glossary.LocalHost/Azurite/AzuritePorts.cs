using System.Net;
using System.Net.Sockets;

namespace Glossary.LocalHost.Azurite;

/// <summary>The loopback ports of Azurite's three services.</summary>
/// <param name="Blob">Blob service.</param>
/// <param name="Queue">Queue service.</param>
/// <param name="Table">Table service.</param>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>The ports that storage tools expect of Azurite: 10000 to 10002.</summary>
    public static AzuritePorts WellKnown { get; } = new(10000, 10001, 10002);

    /// <summary>The ports in the order of the services.</summary>
    public IReadOnlyList<int> All => [Blob, Queue, Table];

    /// <summary>The first port that another program uses, or null.</summary>
    public int? FirstTaken()
    {
        foreach (var port in All)
        {
            if (!IsFree(port))
            {
                return port;
            }
        }

        return null;
    }

    /// <summary>Three ports that no program uses at this moment.</summary>
    public static AzuritePorts FindFree()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            var ports = listeners.Select(listener =>
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }).ToArray();
            return new AzuritePorts(ports[0], ports[1], ports[2]);
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
