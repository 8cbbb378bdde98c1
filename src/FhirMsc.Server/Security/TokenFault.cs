namespace FhirMsc.Server.Security;

/// <summary>Why a token was refused. For the log and the metrics only: "401 without any detail of why" is all that a caller learns.</summary>
internal enum TokenFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>There is no token, or more than one.</summary>
    Missing,

    /// <summary>It is no JWT in the compact form, means two things, or lacks what CDS Hooks requires.</summary>
    Malformed,

    /// <summary>Its algorithm is not trusted.</summary>
    Algorithm,

    /// <summary>Nobody on the list has this <c>iss</c>.</summary>
    Issuer,

    /// <summary>It is for another endpoint.</summary>
    Audience,

    /// <summary>It has expired, is not valid yet, or is valid for too long.</summary>
    Time,

    /// <summary>Its <c>jku</c> is not on the client's list, or it has none and no keys were agreed on.</summary>
    KeyUrl,

    /// <summary>The client has no such key.</summary>
    Key,

    /// <summary>The signature is wrong.</summary>
    Signature,

    /// <summary>It was used before.</summary>
    Replayed,

    /// <summary>The client's keys can't be fetched at the moment.</summary>
    KeysUnavailable,
}
