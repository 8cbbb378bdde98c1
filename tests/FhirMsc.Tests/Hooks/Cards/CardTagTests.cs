using FhirMsc.Hooks.Cards;

namespace FhirMsc.Tests.Hooks.Cards;

public class CardTagTests
{
    [Fact]
    public void A_card_tells_its_advice_and_is_new_each_time()
    {
        var cards = Enumerable.Range(0, 1000).Select(_ => CardTag.New("advise")).ToList();

        Assert.Equal(1000, cards.Distinct().Count());
        Assert.All(cards, card => Assert.True(CardTag.Matches(card, "advise")));
        Assert.All(cards, card => Assert.False(CardTag.Matches(card, "advise-otherwise")));

        // RFC 9562: version 8, variant 10.
        Assert.All(cards, card => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", card.ToString()));
    }

    [Fact]
    public void An_identifier_of_another_version_is_of_no_advice()
    {
        var bytes = CardTag.New("advise").ToByteArray(bigEndian: true);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);

        Assert.False(CardTag.Matches(new Guid(bytes, bigEndian: true), "advise"));
    }

    /// <summary>Random bytes are drawn many at a time, by each thread for itself.</summary>
    [Fact]
    public void Identifiers_are_new_on_every_thread()
    {
        var ids = new RandomCardIds();
        var all = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).SelectMany(_ => Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? ids.Next() : ids.Next("advise")).ToList()).ToList();

        Assert.Equal(16_000, all.Distinct().Count());
        Assert.Equal(8_000, all.Count(id => id.Version == 4 && id.Variant is >= 8 and <= 11));
        Assert.Equal(8_000, all.Count(id => id.Version == 8 && CardTag.Matches(id, "advise")));
    }
}
