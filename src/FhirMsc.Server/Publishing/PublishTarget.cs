using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FhirMsc.Server.Publishing;

/// <summary>Which server the setting <c>PublishTo</c> means.</summary>
internal static class PublishTarget
{
    /// <summary>Finds its base URL.</summary>
    /// <param name="setting">A URL, or a path of the host.</param>
    /// <param name="features">The host's features; its addresses are known once it has started.</param>
    /// <returns>The URL; <see langword="null"/> if it is a path and the host says nothing about its addresses.</returns>
    public static Uri? Find(string setting, IFeatureCollection features)
    {
        if (!setting.StartsWith('/'))
        {
            return new Uri(setting);
        }

        // Without TLS first: the host's certificate seldom names this machine.
        var address = features.Get<IServerAddressesFeature>()?.Addresses.OrderBy(one => one.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        return address is null ? null : new Uri(OnThisMachine(address) + setting);
    }

    /// <summary>Addresses to listen at, such as <c>http://[::]:8080</c>, <c>http://*:80</c> and <c>http://+:80/base</c>, are none to call.</summary>
    private static string OnThisMachine(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal) + 3;
        if (address[host..] is ['*' or '+', .. var rest])
        {
            address = $"{address[..host]}127.0.0.1{rest}";
        }

        var url = new UriBuilder(address);
        if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
        {
            url.Host = "127.0.0.1";
        }

        return url.Uri.AbsoluteUri.TrimEnd('/');
    }
}
