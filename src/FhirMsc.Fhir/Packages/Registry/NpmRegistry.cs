using System.Net;
using System.Security.Cryptography;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>
/// A registry that speaks npm's protocol: <c>GET NAME</c> lists a package, the listing names the archives. Failed requests are repeated with growing pauses,
/// an archive that broke off is taken up where it ended, and nothing counts as fetched that is not what the registry announced. Nobody is logged in.
/// </summary>
public sealed class NpmRegistry : IPackageRegistry
{
    private readonly Uri address;
    private readonly RegistryOptions options;
    private readonly HttpRetry retry;
    private readonly HttpClient client;

    /// <param name="client">Who makes the requests; its own time limit should be off, since silence is limited here.</param>
    /// <param name="address">The registry's address, ending in a stroke.</param>
    /// <param name="options">How patient to be; <see cref="RegistryOptions.Default"/> if <see langword="null"/>.</param>
    /// <param name="clock">Time for pauses; the system's if <see langword="null"/>.</param>
    public NpmRegistry(HttpClient client, Uri address, RegistryOptions? options = null, TimeProvider? clock = null)
    {
        this.client = client;
        this.address = address;
        this.options = options ?? RegistryOptions.Default;
        retry = new HttpRetry(this.options, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task<RegistryAnswer<PackageListing>> ListAsync(string name, CancellationToken stop)
    {
        if (!PackageCache.IsPlain(name))
        {
            return new RegistryAnswer<PackageListing>(null, PackageIssues.NotInRegistry.At(string.Empty, null, address, "such package"));
        }

        PackageListing? listing = null;
        var issue = await retry.RunAsync(
            async (_, patience) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, name));
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
                if (!response.IsSuccessStatusCode)
                {
                    return Refused(response, name);
                }

                using var body = new MemoryStream();
                if (!await CopyAsync(response, body, options.MaxListingBytes, null, patience).ConfigureAwait(false))
                {
                    return Attempt.Final(PackageIssues.RegistryAnswer.At(string.Empty, null, address, name, $"it is longer than {options.MaxListingBytes} bytes"));
                }

                listing = ListingReader.Read(body.GetBuffer().AsMemory(0, (int)body.Length), name, address);
                return listing is null ? Attempt.Final(PackageIssues.RegistryAnswer.At(string.Empty, null, address, name, "it lists no version with an archive")) : Attempt.Done;
            },
            reason => Unreachable(name, reason),
            stop).ConfigureAwait(false);
        return new RegistryAnswer<PackageListing>(issue is null ? listing : null, issue);
    }

    /// <inheritdoc/>
    public async Task<Issue?> FetchAsync(ListedVersion version, string path, IProgress<FetchProgress>? progress, CancellationToken stop)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            string? tag = null;
            var spoilt = 0;
            return await retry.RunAsync(
                async (number, patience) =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, version.Archive);

                    // RFC 9110, 14.2 and 13.1.5: the rest, provided that the archive is still the same one.
                    if (file.Length > 0 && tag is not null)
                    {
                        request.Headers.TryAddWithoutValidation("Range", $"bytes={file.Length}-");
                        request.Headers.TryAddWithoutValidation("If-Range", tag);
                    }

                    using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
                    if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.RequestedRangeNotSatisfiable)
                    {
                        return Refused(response, version);
                    }

                    // Anything but the very rest that was asked for means to start anew.
                    var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange is { From: { } from } && from == file.Length;
                    if (!goesOn)
                    {
                        file.SetLength(0);
                        tag = null;
                    }

                    if (!response.IsSuccessStatusCode || (response.StatusCode == HttpStatusCode.PartialContent && !goesOn))
                    {
                        return Attempt.Again(PackageIssues.RegistryAnswer.At(string.Empty, null, address, version, "it is another part than was asked for"));
                    }

                    // Only a strong tag may go with a range.
                    tag = response.Headers.ETag is { IsWeak: false } strong ? strong.Tag : null;
                    file.Seek(0, SeekOrigin.End);
                    var report = progress is null ? null : new TransferReport(progress, version.ToString(), file.Length, response.Content.Headers.ContentLength + file.Length, number);
                    if (!await CopyAsync(response, file, options.MaxArchiveBytes, report, patience).ConfigureAwait(false))
                    {
                        return Attempt.Final(PackageIssues.TooLarge.At(string.Empty, null, version, "the archive", $"{options.MaxArchiveBytes} bytes"));
                    }

                    if (await DifferenceAsync(file, version, patience.Token).ConfigureAwait(false) is not { } differs)
                    {
                        return Attempt.Done;
                    }

                    // Bytes may have been lost on the way: once more from the start, and no more.
                    file.SetLength(0);
                    tag = null;
                    var issue = PackageIssues.Integrity.At(string.Empty, null, version, differs);
                    return spoilt++ == 0 ? Attempt.Again(issue) : Attempt.Final(issue);
                },
                reason => Unreachable(version, reason),
                stop).ConfigureAwait(false);
        }
    }

    private Issue Unreachable(object what, string reason) => PackageIssues.Offline.At(string.Empty, null, address, reason, what);

    /// <summary>408, 429 and the server's own errors pass; the others do not.</summary>
    private Attempt Refused(HttpResponseMessage response, object what)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return Attempt.Final(PackageIssues.NotInRegistry.At(string.Empty, null, address, what));
        }

        var issue = PackageIssues.RegistryError.At(string.Empty, null, address, status, what);
        return status is 408 or 429 or >= 500 ? Attempt.Again(issue, response.Headers.RetryAfter?.Delta) : Attempt.Final(issue);
    }

    /// <summary>Takes the body in; false if it is too long. Every piece that comes renews the server's time.</summary>
    private static async Task<bool> CopyAsync(HttpResponseMessage response, Stream into, long limit, TransferReport? report, Patience patience)
    {
        var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            var buffer = new byte[64 * 1024];
            while (await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false) is > 0 and var read)
            {
                patience.Renew();
                if (into.Length + read > limit)
                {
                    return false;
                }

                await into.WriteAsync(buffer.AsMemory(0, read), patience.Token).ConfigureAwait(false);
                report?.Add(read);
            }

            return true;
        }
    }

    /// <summary>Which digest differs; <see langword="null"/> if the strongest one that was announced agrees. A registry that announces none cannot be checked, and so is not believed.</summary>
    private static async Task<string?> DifferenceAsync(FileStream file, ListedVersion version, CancellationToken stop)
    {
        file.Seek(0, SeekOrigin.Begin);
        if (version.Sha512 is { } sha512)
        {
            return sha512 == "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(file, stop).ConfigureAwait(false)) ? null : "sha512";
        }

#pragma warning disable CA5350 // Older packages are announced with SHA-1 only; the pinned digests are SHA-512.
        var sha1 = Convert.ToHexString(await SHA1.HashDataAsync(file, stop).ConfigureAwait(false));
#pragma warning restore CA5350
        return string.Equals(version.Sha1, sha1, StringComparison.OrdinalIgnoreCase) ? null : version.Sha1 is null ? "digest, which was not announced," : "shasum";
    }
}
