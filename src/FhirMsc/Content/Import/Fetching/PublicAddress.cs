using System.Net;
using System.Net.Sockets;

namespace FhirMsc.Content.Import.Fetching;

/// <summary>
/// Tells public internet addresses from all others, so that nobody makes this tool read what only its own network can see: the special-purpose
/// registries of RFC 6890 for IPv4 and IPv6, and IPv6 forms that carry an IPv4 address.
/// </summary>
public static class PublicAddress
{
    private static readonly (IPNetwork Network, string Name)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network"), (IPNetwork.Parse("10.0.0.0/8"), "private"), (IPNetwork.Parse("100.64.0.0/10"), "shared"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"), (IPNetwork.Parse("169.254.0.0/16"), "link-local"), (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved"), (IPNetwork.Parse("192.0.2.0/24"), "documentation"), (IPNetwork.Parse("192.88.99.0/24"), "relay"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"), (IPNetwork.Parse("198.18.0.0/15"), "benchmarking"), (IPNetwork.Parse("198.51.100.0/24"), "documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation"), (IPNetwork.Parse("224.0.0.0/4"), "multicast"), (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("::/128"), "unspecified"), (IPNetwork.Parse("::1/128"), "loopback"), (IPNetwork.Parse("100::/64"), "discard"),
        (IPNetwork.Parse("2001::/23"), "protocol"), (IPNetwork.Parse("2001:db8::/32"), "documentation"), (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"), (IPNetwork.Parse("fec0::/10"), "site-local"), (IPNetwork.Parse("ff00::/8"), "multicast"), (IPNetwork.Parse("3fff::/20"), "documentation"),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Why an address is not public; <see langword="null"/> for one that is.</summary>
    public static string? WhyNot(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            return WhyNot(address.MapToIPv4());
        if (Special.FirstOrDefault(special => special.Network.BaseAddress.AddressFamily == address.AddressFamily && special.Network.Contains(address)) is { Name: { } name })
            return name;
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return null;
        if (!Global.Contains(address))
            return "not global";
        return SixToFour.Contains(address) ? WhyNot(new IPAddress(address.GetAddressBytes()[2..6])) : null;
    }
}
