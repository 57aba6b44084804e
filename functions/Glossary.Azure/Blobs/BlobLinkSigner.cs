using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Glossary.App.Kernel.Blobs;

namespace Glossary.Azure.Blobs;

/// <summary>
/// Signs links to single blobs: with the account's key where the client has it, otherwise with a user delegation key, which is
/// kept until it no longer outlives a link.
/// </summary>
/// <param name="service">The account.</param>
/// <param name="clock">The time links are dated by.</param>
internal sealed class BlobLinkSigner(BlobServiceClient service, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan DelegationKeyLifetime = TimeSpan.FromHours(12);

    // The clocks of the service and of this machine may differ by some minutes.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim renewal = new(1, 1);
    private UserDelegationKey? delegationKey;

    /// <summary>Signs a link to one blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="permissions">What the link allows.</param>
    /// <param name="contentDisposition">Value of the response's header <c>Content-Disposition</c>, or null to leave it as stored.</param>
    /// <param name="lifetime">More than nothing and at most one hour.</param>
    /// <param name="cancellationToken">Stops the wait for a delegation key.</param>
    public async Task<BlobLink> SignAsync(
        BlobClient blob, BlobSasPermissions permissions, string? contentDisposition, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestLifetime);
        var now = clock.GetUtcNow();
        var sas = new BlobSasBuilder(permissions, now + lifetime)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - ClockSkew,
            Protocol = IsLocal(blob.Uri) ? SasProtocol.HttpsAndHttp : SasProtocol.Https,
            ContentDisposition = contentDisposition,
        };
        if (blob.CanGenerateSasUri)
        {
            return new BlobLink(blob.GenerateSasUri(sas), sas.ExpiresOn);
        }

        var key = await DelegationKeyAsync(sas.ExpiresOn, now, cancellationToken);
        var address = new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(key, service.AccountName) };
        return new BlobLink(address.ToUri(), sas.ExpiresOn);
    }

    /// <inheritdoc/>
    public void Dispose() => renewal.Dispose();

    private static bool IsLocal(Uri address) => address.IsLoopback && address.Scheme == Uri.UriSchemeHttp;

    private async Task<UserDelegationKey> DelegationKeyAsync(DateTimeOffset neededUntil, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await renewal.WaitAsync(cancellationToken);
        try
        {
            if (delegationKey is null || delegationKey.SignedExpiresOn < neededUntil)
            {
                var options = new BlobGetUserDelegationKeyOptions(now + DelegationKeyLifetime) { StartsOn = now - ClockSkew };
                delegationKey = await service.GetUserDelegationKeyAsync(options, cancellationToken);
            }

            return delegationKey;
        }
        finally
        {
            renewal.Release();
        }
    }
}
