using System.Net;
using System.Net.Sockets;
using Glossary.LocalHost.Platform;

namespace Glossary.LocalHost.Hosting;

/// <summary>Chooses the address that the host listens on. It is on this machine alone, because everybody who reaches it is an admin.</summary>
public static class SiteAddress
{
    private const int DefaultPort = 5080;
    private const int PortsTried = 50;

    /// <summary>The wanted address, or the default one, or the next free port behind it.</summary>
    /// <exception cref="StartupException"><c>bad-address</c>, <c>not-loopback</c> or <c>port-taken</c>.</exception>
    public static Uri Choose(string? wanted)
    {
        if (wanted is null)
        {
            for (var port = DefaultPort; port < DefaultPort + PortsTried; port++)
            {
                if (IsFree(IPAddress.Loopback, port))
                {
                    return new Uri($"http://127.0.0.1:{port}");
                }
            }

            throw new StartupException(
                "port-taken", $"The ports {DefaultPort} to {DefaultPort + PortsTried - 1} are all taken. Name a free one with --urls http://127.0.0.1:PORT.");
        }

        if (!Uri.TryCreate(wanted, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.AbsolutePath != "/")
        {
            throw new StartupException("bad-address", $"“{wanted}” is no address to listen on. Write it like http://127.0.0.1:5080.");
        }

        if (!address.IsLoopback)
        {
            throw new StartupException(
                "not-loopback", "The local host signs everybody in as admin, so it listens on this machine alone. Use http://127.0.0.1:PORT or http://localhost:PORT.");
        }

        var host = address.HostNameType == UriHostNameType.IPv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        return IsFree(host, address.Port)
            ? address
            : throw new StartupException(
                "port-taken", $"Port {address.Port} is taken by another program. Stop that program, or choose another port with --urls.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
