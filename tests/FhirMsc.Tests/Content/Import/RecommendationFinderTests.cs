namespace FhirMsc.Tests.Content.Import;

public class RecommendationFinderTests
{
    [Theory]
    [InlineData("The Panel recommends against using foodrug (AIII).", "against A|III")]
    [InlineData("The Panel recommends neither for nor against the use of foodrug in adults (BIII).", "neither B|III")]
    [InlineData("There is insufficient evidence to recommend for or against foodrug in adults (CIII).", "insufficient C|III")]
    [InlineData("Foodrug should not be withheld from pregnant patients (BIII).", "for B|III")]
    [InlineData("The Panel recommends foodrug for patients who should not receive bardrug (BIIa).", "for B|IIa")]
    [InlineData("Although foodrug is recommended in adults, the Panel recommends against it in children (AIIb).", "against A|IIb")]
    [InlineData("The Panel recommends foodrug over bardrug in adults (BIIa).", "for B|IIa")]
    [InlineData("Avoid foodrug in patients with liver disease (Strong Recommendation, low-quality evidence)", "against strong|low")]
    [InlineData("Foodrug is recommended for adults (Class IIa, Level of Evidence: B).", "for IIa|B")]
    [InlineData("We suggest against foodrug in adults (GRADE 2C).", "against 2|C")]
    [InlineData("Use foodrug for prevention. (Category IA)", "for IA|")]
    [InlineData("Foodrug is not recommended in adults (E-III).", "against E|III")]
    [InlineData("Clinicians should offer foodrug to all adults (recommendation category: A, evidence type: 2).", "for A|2")]
    [InlineData("The Panel recommends that foodrug not be withheld from pregnant patients (BIII).", "for B|III")]
    [InlineData("The Panel suggests not stopping foodrug before surgery (BIII).", "for B|III")]
    [InlineData("The Panel recommends that foodrug be stopped before surgery (BIII).", "against B|III")]
    [InlineData("The Panel no longer recommends foodrug for adults (AIII).", "against A|III")]
    [InlineData("Because there is no evidence to support its use, the Panel recommends against foodrug (AIII).", "against A|III")]
    [InlineData("Foodrug is recommended for adults; it is not recommended for children (AIII).", "for A|III")]
    [InlineData("The Panel recommends against foodrug in hospitalized adults (A\u2011IIa).", "against A|IIa")]
    [InlineData("We suggest against foodrug in adults. 2C", "against 2|C")]
    [InlineData("Foodrug is recommended for adults [II, B].", "for B|II")]
    [InlineData("Foodrug is not recommended (LE: 1b; GR: A).", "against A|1b")]
    [InlineData("Foodrug should be avoided (Level C).", "against C|")]
    [InlineData("The panel recommends foodrug (strong recommendation based on low certainty in the evidence of effects ⊕⊕○○).", "for strong|low")]
    [InlineData("Adults should not get foodrug (BIII), nor should children get it (AIII).", "against B|III", "against A|III")]
    public void Takes_direction_from_the_words_and_rating_from_its_scheme(string sentence, params string[] expected) =>
        Assert.Equal(expected, Imports.Said(Imports.Find($"Foodrug\n\nRecommendations\n\n{sentence}\n")));

    [Theory]
    [InlineData("Neither foodrug nor bardrug is recommended (AIII).", "against")]
    [InlineData("No additional testing is recommended (AIII).", "against")]
    [InlineData("It is recommended not to use foodrug (AIII).", "against")]
    [InlineData("We recommend that foodrug is avoided (AIII).", "against")]
    [InlineData("Foodrug is not useful in adults (AIII).", "against")]
    [InlineData("Foodrug is unnecessary in adults (AIII).", "against")]
    [InlineData("Foodrug need not be given to adults (AIII).", "against")]
    [InlineData("Foodrug should only rarely, if ever, be used (AIII).", "against")]
    [InlineData("Antibiotics are rarely indicated in adults (AIII).", "against")]
    [InlineData("We suggest no foodrug for adults (AIII).", "against")]
    [InlineData("The Panel neither recommends for nor against foodrug (AIII).", "neither")]
    [InlineData("The Panel recommends that adults with access to care avoid foodrug (AIII).", "against")]
    [InlineData("The Panel recommends against delaying treatment while awaiting results (AIII).", "against")]
    [InlineData("The Panel recommends prompt foodrug to avoid complications (AIII).", "for")]
    [InlineData("Foodrug should be given to avoid complications (AIII).", "for")]
    [InlineData("Foodrug should not only be offered to adults but also to children (AIII).", "for")]
    [InlineData("We recommend no more than two doses of foodrug (AIII).", "for")]
    [InlineData("Treatment should not be delayed while awaiting results (AIII).", "for")]
    [InlineData("Foodrug is recommended in adults who are not pregnant (AIII).", "for")]
    [InlineData("Foodrug is not inferior to bardrug and is recommended for adults (AIII).", "for")]
    [InlineData("In patients without fever, foodrug may be given (AIII).", "for")]
    [InlineData("Foodrug should be started without waiting for test results (AIII).", "for")]
    [InlineData("If foodrug is not available or cannot be given, the Panel recommends bardrug (AIII).", "for")]
    public void Tells_a_refusal_from_other_words_of_denial(string sentence, string direction) =>
        Assert.Equal([$"{direction} A|III"], Imports.Said(Imports.Find($"Foodrug\n\nRecommendations\n\n{sentence}\n")));

    [Theory]
    [InlineData("In 1996, the panel issued a recommendation for foodrug (AIII).")]
    [InlineData("The American College of Foo recommends foodrug for all adults (strong recommendation, high quality evidence).")]
    [InlineData("A strong recommendation (AI) means that most adults should get foodrug.")]
    [InlineData("As shown, the Imag Society of Fevers recommends foodrug for all adults (AII).")]
    [InlineData("A statement can read: “The Panel recommends foodrug (AIII).”")]
    [InlineData("The Panel previously stated that foodrug may be considered (CIII).")]
    [InlineData("Each recommendation receives a rating for strength (A, B, or C) and for evidence (I, IIa, IIb, or III).")]
    public void Takes_no_recommendation_from_what_only_looks_like_one(string sentence) =>
        Assert.Empty(Imports.Find($"Foodrug\n\nThe page\n\n{sentence}\n").Recommendations);

    [Fact]
    public void A_lead_sentence_whose_list_is_lost_gives_nothing_and_is_listed()
    {
        var found = Imports.Find("Foodrugs\n\nRecommendations\n\nThe Panel recommends against the use of the following drugs:\n\nRationale\n\nThe drugs are old (see the label).\n");

        Assert.Empty(found.Recommendations);
        Assert.Contains(found.Unread, unread => unread.Rule == "recommendations/lead-without-members");
    }

    [Fact]
    public void A_list_of_whom_a_rated_sentence_means_is_no_recommendation_of_its_own() =>
        Assert.Equal(["for A|III"], Imports.Said(Imports.Find("Foodrug\n\nRecommendations\n\n• The Panel recommends foodrug in some adults (AIII). These adults are:\n  • Adults in intensive care\n  • Adults with rising needs\n")));

    [Fact]
    public void The_same_sentence_is_reported_once_with_the_other_place()
    {
        var found = Imports.Find("Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults (AIII).\n\nRationale\n\nThe Panel recommends against foodrug in adults (AIII).\n");

        Assert.Single(found.Recommendations);
        Assert.Single(found.Recommendations[0].AlsoAt);
    }

    [Fact]
    public void Sentences_that_differ_in_one_word_stay_apart() =>
        Assert.Equal(2, Imports.Find("Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in hospitalized adults (AIII).\n\nThe Panel recommends against foodrug in nonhospitalized adults (AIII).\n").Recommendations.Count);

    [Fact]
    public void A_rating_without_words_for_its_direction_is_not_guessed()
    {
        var found = Imports.Find("Foodrug\n\nRecommendations\n\n• Foodrug 10 mg daily for five days (AI)\n");

        Assert.All(found.Recommendations, recommendation => Assert.Null(recommendation.Direction));
        Assert.Contains(found.Unread, unread => unread.Rule == "recommendations/no-direction");
    }

    [Theory]
    [InlineData("Foodrug should be given to adults.", "recommendations/no-rating")]
    [InlineData("In 1996, the panel issued a recommendation for foodrug (AIII).", "noStatement/1")]
    public void What_reads_like_a_recommendation_and_is_not_taken_is_listed(string sentence, string rule)
    {
        var found = Imports.Find($"Foodrug\n\nRecommendations\n\nThe Panel recommends bardrug (BIII).\n\n{sentence}\n");

        Assert.Single(found.Recommendations);
        Assert.Contains(found.Unread, unread => unread.Rule == rule && unread.Text.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("News: society has advice", "The Imag Society has released new guidelines on foodrug for adults who cough or wheeze.\n\nThe panel recommends foodrug for all adults.")]
    [InlineData("Foodrug in adults", "The panel recommends foodrug for all adults (AIII).\n\nLeave a Reply\n\nYour email address will not be published.")]
    [InlineData("Foodrug for Fever: A Narrative Review", "The panel recommends foodrug for all adults (AIII).")]
    [InlineData("Task Force Issues Final Recommendation on Foodrug", "The Task Force recommends foodrug for all adults (AIII).")]
    public void A_page_that_reports_what_others_recommend_gives_none(string title, string text) =>
        Assert.Empty(Imports.Find($"{title}\n\n{text}\n").Recommendations);

    [Fact]
    public void A_statement_that_the_end_of_the_page_cuts_is_not_taken_without_its_rating() =>
        Assert.Equal(["for A|III"], Imports.Said(Imports.Find("Foodrug\n\nRecommendations\n\nThe Panel recommends foodrug (AIII).\n\nRationale\n\nIt works.\n\nThe Panel recommends that bardrug should be given as soon as poss")));

    [Fact]
    public void A_destroyed_rating_is_listed_and_not_read()
    {
        var found = Imports.Find("Foodrug\n\nRecommendations\n\nThe Panel recommends foodrug (AIII).\n\nThe Panel recommends bardrug in children (B[/B]).\n");

        Assert.Contains(found.Unread, unread => unread.Text.Contains("B[/B]", StringComparison.Ordinal));
        Assert.Null(found.Recommendations[1].Rating);
    }

    [Theory]
    [InlineData("except in a clinical trial (AIII).", "in a clinical trial")]
    [InlineData("(AIII), other than in a clinical trial.", "in a clinical trial")]
    [InlineData("unless the patient has cancer (AIII).", "the patient has cancer")]
    [InlineData("outside of a clinical trial or a registry (AIII).", "clinical trial", "registry")]
    [InlineData("in the absence of another choice (AIII).", "in the absence of another choice")]
    public void Reads_exceptions_before_and_behind_the_rating(string end, params string[] expected) =>
        Assert.Equal(expected, Imports.Find($"Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults, {end}\n").Recommendations.Single().Exceptions.Select(exception => exception.Value));

    [Fact]
    public void Every_value_has_its_stretch_of_the_page()
    {
        const string Text = "Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults, except in a clinical trial (AIII).\n";
        var found = Imports.Find(Text).Recommendations.Single();

        Assert.Equal("The Panel recommends against foodrug in adults, except in a clinical trial (AIII).", Text[found.Span.Start..found.Span.End]);
        Assert.Equal("(AIII)", Text[found.Rating!.Span.Start..found.Rating.Span.End]);
        Assert.Equal("recommends against", Text[found.Direction!.Span.Start..found.Direction.Span.End]);
        Assert.Equal("in a clinical trial", Text[found.Exceptions[0].Span.Start..found.Exceptions[0].Span.End]);
    }
}
