using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "fhirpath-syntax", 1, 1)]
    [InlineData("a.", "fhirpath-syntax", 1, 3)]
    [InlineData("a b", "fhirpath-syntax", 1, 3)]
    [InlineData("a +\n  * b", "fhirpath-syntax", 2, 3)]
    [InlineData("(a", "fhirpath-syntax", 1, 3)]
    [InlineData("a.where(", "fhirpath-syntax", 1, 9)]
    [InlineData("a.b[1", "fhirpath-syntax", 1, 6)]
    [InlineData("'abc", "fhirpath-literal", 1, 1)]
    [InlineData("a = `b", "fhirpath-literal", 1, 5)]
    [InlineData("a /* b", "fhirpath-literal", 1, 3)]
    [InlineData("\"a\"", "fhirpath-literal", 1, 1)]
    [InlineData("a # b", "fhirpath-literal", 1, 3)]
    [InlineData("@2019-02-29", "fhirpath-literal", 1, 1)]
    [InlineData("@2019-13", "fhirpath-literal", 1, 1)]
    [InlineData("@T24:00", "fhirpath-literal", 1, 1)]
    [InlineData("@2024-01-01T10:00+14:01", "fhirpath-literal", 1, 1)]
    [InlineData("99999999999999999999", "fhirpath-literal", 1, 1)]
    [InlineData("a and", "fhirpath-syntax", 1, 6)]
    [InlineData("a is", "fhirpath-syntax", 1, 5)]
    [InlineData("%", "fhirpath-syntax", 1, 2)]
    [InlineData("a.$this", "fhirpath-syntax", 1, 3)]
    [InlineData("foo()", "fhirpath-unknown-function", 1, 1)]
    [InlineData("a.Where(b)", "fhirpath-unknown-function", 1, 3)]
    [InlineData("a.where()", "fhirpath-argument-count", 1, 3)]
    [InlineData("a.count(1)", "fhirpath-argument-count", 1, 3)]
    [InlineData("a.ofType(1)", "fhirpath-argument-form", 1, 10)]
    [InlineData("a is Nothing", "fhirpath-unknown-type", 1, 6)]
    [InlineData("a.ofType(FHIR.Nothing)", "fhirpath-unknown-type", 1, 10)]
    [InlineData("a is Foo.String", "fhirpath-unknown-type", 1, 6)]
    public void Says_what_is_wrong_and_where(string text, string code, int line, int column)
    {
        var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = Sample.Model, Source = "x.fhirpath" });

        Assert.False(compilation.IsOk);
        var issue = Assert.Single(compilation.Issues);
        Assert.Equal(code, issue.Kind.Id);
        Assert.Equal(("x.fhirpath", line, column), (issue.Position!.Value.Source, issue.Position.Value.Line, issue.Position.Value.Column));
        Assert.NotEmpty(issue.Text);
    }

    [Fact]
    public void Collects_everything_that_cannot_be_compiled()
    {
        var compilation = FhirPathExpression.Compile("a.foo() or b.bar() or c.where()");

        Assert.Equal(["fhirpath-unknown-function", "fhirpath-unknown-function", "fhirpath-argument-count"], compilation.Issues.Select(issue => issue.Kind.Id));
    }

    [Fact]
    public void Says_what_is_due() => Assert.Contains("')' is due", FhirPathExpression.Compile("(1 + 2").Issues[0].Text, StringComparison.Ordinal);
}
