namespace FhirMsc.Fhir.Tests.Validation.Attachments;

public class AttachmentRuleTests
{
    [Theory]
    [InlineData("""{"contentType":"text/plain","data":"aGVsbG8=","size":5,"hash":"qvTGHdzF6KLavt4PO0gs2a6pQ00="}""")]
    [InlineData("""{"contentType":"text/plain","url":"http://example.org/x","size":7}""")]
    [InlineData("""{"contentType":"text/plain"}""")]
    public void Accepts(string attachment) => Assert.Empty(Find(attachment));

    [Theory]
    [InlineData("""{"contentType":"text/plain","data":"aGVsbG8=","size":6}""", "attachment-size @ Media.content.size")]
    [InlineData("""{"contentType":"text/plain","data":"aGVsbG8=","hash":"AAAAAAAAAAAAAAAAAAAAAAAAAAA="}""", "attachment-hash @ Media.content.hash")]
    [InlineData("""{"contentType":"text/plain","data":"aGVsbG8=","hash":"AAAA"}""", "attachment-no-hash @ Media.content.hash")]
    [InlineData("""{"title":"x"}""", "attachment-empty @ Media.content")]
    public void Rejects(string attachment, string finding) => Assert.Equal([finding], Find(attachment));

    private static string[] Find(string attachment) => Findings.Of("attachment-", $$$"""{"resourceType":"Media","status":"completed","content":{{{attachment}}}}""");
}
