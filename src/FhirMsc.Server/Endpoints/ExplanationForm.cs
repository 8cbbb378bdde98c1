namespace FhirMsc.Server.Endpoints;

/// <summary>In which form a call wants the reasons.</summary>
internal enum ExplanationForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Beside the cards, under <c>extension</c>.</summary>
    Json,

    /// <summary>As text, in place of the answer.</summary>
    Text,
}
