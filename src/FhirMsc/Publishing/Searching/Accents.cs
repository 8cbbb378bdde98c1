using System.Collections.Frozen;
using System.Globalization;

namespace FhirMsc.Publishing.Searching;

/// <summary>
/// Letters without their accents. A table, because the runtime's own decomposition does nothing where it runs without culture data, as this program does: the lower-case
/// letters of Latin, Greek and Cyrillic that Unicode decomposes to a letter and marks (UnicodeData.txt, canonical decomposition), each after its letter.
/// </summary>
internal static class Accents
{
    private const string Groups =
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ cçćĉċčḉ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ iìíîïĩīĭįǐȉȋḭḯỉị nñńņňǹṅṇṉṋ oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ " +
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự yýÿŷȳẏẙỳỵỷỹ dďḋḍḏḑḓ gĝğġģǧǵḡ hĥȟḣḥḧḩḫẖ jĵǰ kķǩḱḳḵ lĺļľḷḹḻḽ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩ tţťțṫṭṯṱẗ wŵẁẃẅẇẉẘ zźżžẑẓẕ " +
        "æǣǽ ʒǯ øǿ ¨΅ ιΐίϊ αά εέ ηή υΰϋύ οό ωώ ϒϓϔ ийѝӣӥ еѐёӗ гѓ ії кќ уўӯӱӳ ѵѷ жӂӝ аӑӓ әӛ зӟ оӧ өӫ эӭ чӵ ыӹ bḃḅḇ fḟ mḿṁṃ pṕṗ vṽṿ xẋẍ ſẛ";

    private static readonly FrozenDictionary<char, char> Letters = Groups.Split(' ').SelectMany(group => group.Skip(1).Select(letter => KeyValuePair.Create(letter, group[0]))).ToFrozenDictionary();

    /// <summary>The letter; <see langword="null"/> for a mark that stands on the letter before it.</summary>
    public static char? Without(char lower) =>
        lower < 0x80 ? lower
        : CharUnicodeInfo.GetUnicodeCategory(lower) == UnicodeCategory.NonSpacingMark ? null
        : Letters.GetValueOrDefault(lower, lower);
}
