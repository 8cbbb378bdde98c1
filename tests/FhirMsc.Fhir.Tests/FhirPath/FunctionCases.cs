namespace FhirMsc.Fhir.Tests.FhirPath;

/// <summary>Every function at least once: on the sample patient, expression and the items expected, errors as <c>! code</c>.</summary>
internal static class FunctionCases
{
    public static readonly (string Expression, string Expected)[] Collections =
    [
        ("name.empty()", "false"), ("photo.empty()", "true"),
        ("name.exists()", "true"), ("name.exists(use = 'old')", "false"), ("name.exists(use = 'usual')", "true"),
        ("name.all(given.exists())", "true"), ("name.all(family.exists())", "false"), ("photo.all(false)", "true"),
        ("(true | false).allTrue()", "false"), ("photo.allTrue()", "true"), ("name.allTrue()", "! fhirpath-wrong-type"),
        ("(true | false).anyTrue()", "true"), ("photo.anyTrue()", "false"),
        ("(true | false).allFalse()", "false"), ("(true | false).anyFalse()", "true"),
        ("(1 | 2).subsetOf(1 | 2 | 3)", "true"), ("(1 | 4).subsetOf(1 | 2 | 3)", "false"),
        ("(1 | 2 | 3).supersetOf(1 | 2)", "true"), ("photo.supersetOf(1)", "false"),
        ("name.given.count()", "3"), ("photo.count()", "0"),
        ("(1 | 2).combine(2).distinct()", "1 | 2"), ("1.combine(1.0).distinct()", "1"), ("name.distinct().count()", "2"),
        ("(1 | 2).isDistinct()", "true"), ("1.combine(1).isDistinct()", "false"),
        ("name.where(use = 'usual').given", "Addi"), ("name.where($index = 1).given", "Addi"), ("name.where(photo)", ""),
        ("name.where(given)", "! fhirpath-not-single"),
        ("name.select(use)", "official | usual"), ("(1 | 2 | 3).select($this * 2)", "2 | 4 | 6"),
        ("1.repeat(iif($this < 4, $this + 1))", "2 | 3 | 4"), ("(1 | 2).repeat('x')", "x"),
        ("(1 | 2).repeatAll(iif($this < 3, $this + 1))", "2 | 3 | 3"),
        ("children().ofType(code)", "female"), ("deceased.ofType(boolean)", "false"), ("deceased.ofType(string)", ""),
        ("(3 | 1 | 2).sort()", "1 | 2 | 3"), ("(3 | 1 | 2).sort($this desc)", "3 | 2 | 1"), ("('b' | 'a').sort(-$this)", "b | a"),
        ("name.sort(given.count() asc, use).use", "usual | official"), ("name.sort(family desc).use", "official | usual"), ("name.sort(-family).use", "usual | official"), ("name.sort(family).use", "usual | official"), ("(1 | 'a').sort()", "! fhirpath-wrong-type"),
        ("name.single()", "! fhirpath-not-single"), ("photo.single()", ""), ("name.first().single().family", "Berger"),
        ("name.given.first()", "Ada"), ("name.given.last()", "Addi"), ("photo.last()", ""), ("name.given.tail()", "Eve | Addi"), ("photo.tail()", ""),
        ("name.given.skip(2)", "Addi"), ("name.given.skip(-1).count()", "3"), ("name.given.take(2)", "Ada | Eve"), ("name.given.take(0)", ""),
        ("1.combine(2).combine(2).intersect(2 | 3)", "2"), ("1.combine(1).combine(2).exclude(2)", "1 | 1"),
        ("(1 | 2).union(2 | 3)", "1 | 2 | 3"), ("(1 | 2).combine(2)", "1 | 2 | 2"), ("1.combine(1, true)", "1 | 1"),
        ("coalesce(photo, name.given, 'x')", "Ada | Eve | Addi"), ("coalesce(photo, {})", ""),
        ("(1 | 2 | 3).aggregate($total + $this, 10)", "16"), ("(1 | 2 | 3).aggregate(iif($total.empty(), $this, $total * $this))", "6"),
        ("(1 | 2 | 3).sum()", "6"), ("(1 | 2).avg()", "1.5"), ("(3 | 1 | 2).min()", "1"), ("('a' | 'c' | 'b').max()", "c"), ("photo.sum()", ""), ("name.min()", ""),
        ("name.children().count()", "6"), ("name.first().descendants()", "official | Berger | Ada | Eve | g2"),
        ("name.trace('names').count()", "2"), ("name.trace('names', given).count()", "2"),
        ("defineVariable('x', 1).select(%x + %x)", "2"),
    ];

    public static readonly (string Expression, string Expected)[] Conversions =
    [
        ("iif(active, 'yes', 'no')", "yes"), ("iif(photo, 1 / 'a', 2)", "2"), ("iif(false, 1)", ""), ("iif(1 | 2, 1, 2)", "! fhirpath-not-single"), ("iif('a', 1, 2)", "! fhirpath-wrong-type"),
        ("'yes'.toBoolean()", "true"), ("0.toBoolean()", "false"), ("1.0.toBoolean()", "true"), ("'x'.toBoolean()", ""), ("@2012.toBoolean()", ""),
        ("'x'.convertsToBoolean()", "false"), ("photo.convertsToBoolean()", ""), ("(1 | 0).toBoolean()", "! fhirpath-not-single"),
        ("'-12'.toInteger()", "-12"), ("'1.0'.toInteger()", ""), ("true.toInteger()", "1"), ("'99999999999'.toInteger()", ""), ("'12'.convertsToInteger()", "true"), ("multipleBirth.toInteger()", "2"),
        ("'99999999999'.toLong()", "99999999999"), ("5.toLong() is Long", "true"), ("'a'.convertsToLong()", "false"),
        ("'1.50'.toDecimal()", "1.50"), ("true.toDecimal()", "1.0"), ("'1e3'.toDecimal()", ""), ("'.5'.convertsToDecimal()", "false"),
        ("'2012-02'.toDate()", "2012-02"), ("'2012-02-30'.toDate()", ""), ("@2012-02-03T10:00.toDate()", "2012-02-03"), ("'2012'.convertsToDate()", "true"), ("birthDate.toDate() is Date", "true"),
        ("'2012-02-03T10:00Z'.toDateTime()", "2012-02-03T10:00Z"), ("@2012-02.toDateTime() is DateTime", "true"), ("'x'.convertsToDateTime()", "false"),
        ("'10:30'.toTime()", "10:30"), ("'T10:30:05.5'.toTime()", "10:30:05.5"), ("'25:00'.toTime()", ""), ("'10'.convertsToTime()", "true"),
        ("'5 \\'mg\\''.toQuantity()", "5 'mg'"), ("'5 days'.toQuantity()", "5 days"), ("5.toQuantity()", "5 '1'"), ("'5 mg'.toQuantity()", ""), ("'1 \\'g\\''.toQuantity('mg')", "1000 'mg'"),
        ("'1 \\'g\\''.toQuantity('m')", ""), ("'x'.convertsToQuantity()", "false"), ("1.convertsToQuantity('kg')", "true"), ("1.toQuantity('kg')", "1 'kg'"), ("1.toQuantity('nonsense')", ""), ("1 'g'.toQuantity({})", ""),
        ("'150124'.toDate('ddMMyy')", "2024-01-15"), ("'1.2.1999'.toDate('d.M.yyyy')", "1999-02-01"), ("'12-27'.toDate('MM-yy')", "2027-12"), ("'31-02-2024'.toDate('dd-MM-yyyy')", ""), ("'2024'.toDate('MMMM')", "! fhirpath-wrong-value"), ("'27'.convertsToDate('dd')", "false"), ("@2012.toDate('dd')", "2012"), ("'2012'.toDate({})", ""),
        ("'2024-01-15 12:04:05 AM'.toDateTime('yyyy-MM-dd hh:mm:ss a')", "2024-01-15T00:04:05"), ("'2024-01-15 13:04'.toDateTime('yyyy-MM-dd hh:mm a')", ""), ("'2024-01-15T10:11:12.5-0330'.toDateTime('yyyy-MM-ddTHH:mm:ss.SZ')", "2024-01-15T10:11:12.5-03:30"), ("'2024-01-15 07'.convertsToDateTime('yyyy-MM-dd HH')", "true"), ("'2024-01-15 07'.convertsToDateTime()", "false"),
        ("1.50.toString()", "1.50"), ("(4 days).toString()", "4 days"), ("true.toString()", "true"), ("@T10:30.toString()", "10:30"), ("name.first().toString()", ""), ("birthDate.convertsToString()", "true"),
    ];

    public static readonly (string Expression, string Expected)[] Texts =
    [
        ("'abcabc'.indexOf('c')", "2"), ("'abc'.indexOf('x')", "-1"), ("'abc'.indexOf('')", "0"), ("'abc'.indexOf({})", ""), ("name.indexOf('a')", "! fhirpath-not-single"), ("5.indexOf('5')", "! fhirpath-wrong-type"),
        ("'abcabc'.lastIndexOf('b')", "4"), ("'abc'.lastIndexOf('')", "3"),
        ("'abcdef'.substring(3)", "def"), ("'abcdef'.substring(1, 2)", "bc"), ("'abc'.substring(3)", ""), ("'abc'.substring(-1)", ""), ("'abc'.substring(1, {})", "bc"), ("'abc'.substring(1, -1).length()", "0"),
        ("'abc'.startsWith('ab')", "true"), ("'abc'.endsWith('ab')", "false"), ("'abc'.contains('')", "true"), ("{}.contains('a')", ""),
        ("'a😀b'.length()", "3"), ("'a😀b'.indexOf('b')", "2"), ("'😀b😀b'.lastIndexOf('b')", "3"), ("'a😀b'.substring(1, 1)", "😀"), ("'a😀b'.substring(3)", ""), ("'a😀'.replace('', '-')", "-a-😀-"), ("'a😀'.split('')", "a | 😀"), ("'\\uD83D\\uDE00'.length()", "1"), ("'\\u0065\\u0301'.length()", "2"),
        ("('\\uFF01' | '😀' | 'a').sort()", "a | ！ | 😀"), ("'é😀a'.encode('ascii')", "??a"), ("'ff'.decode('hex')", ""),
        ("'aB'.upper()", "AB"), ("'aB'.lower()", "ab"), ("'abcb'.replace('b', 'xx')", "axxcxx"), ("'ab'.replace('', '-')", "-a-b-"),
        ("'abc'.matches('^a.c$')", "true"), ("'a\\nc'.matches('a.c')", "true"), ("'ABC'.matches('b')", "false"), ("'ABC'.matches('b', 'i')", "true"), ("'a\\nb'.matches('^b', 'm')", "true"),
        ("'abc'.matches('(')", "! fhirpath-wrong-value"), ("'a'.matches('a', 'q')", "! fhirpath-wrong-value"), ("'aa'.matches('^(?=a)')", "true"),
        ("'abc'.matchesFull('b')", "false"), ("'abc'.matchesFull('a|.*c')", "true"),
        ("'11/30'.replaceMatches('(?<m>\\\\d+)/(?<d>\\\\d+)', '${d}.${m}.')", "30.11."), ("'abc'.replaceMatches('[ac]', '<$0>')", "<a>b<c>"), ("'abc'.replaceMatches('', 'x')", "abc"),
        ("'abc'.length()", "3"), ("''.length()", "0"), ("'a😀b'.toChars()", "a | 😀 | b"), ("'  a b '.trim()", "a b"), ("'a,,b'.split(',')", "a |  | b"), ("name.given.join('+')", "Ada+Eve+Addi"), ("name.given.join()", "AdaEveAddi"), ("photo.join(',')", ""),
        ("'subjects?_d'.encode('base64')", "c3ViamVjdHM/X2Q="), ("'subjects?_d'.encode('urlbase64')", "c3ViamVjdHM_X2Q="), ("'ä'.encode('hex')", "c3a4"), ("'a'.encode('rot13')", "! fhirpath-wrong-value"),
        ("'c3a4'.decode('hex')", "ä"), ("'c3ViamVjdHM_X2Q='.decode('urlbase64')", "subjects?_d"), ("'zz'.decode('hex')", "! fhirpath-wrong-value"),
        ("'<a>&\"'.escape('html')", "&lt;a&gt;&amp;&quot;"), ("'\"\\n'.escape('json')", "\\\"\\n"), ("'&lt;'.unescape('html')", "<"), ("'\\\\u0041\\\\t'.unescape('json')", "A\t"),
    ];

    public static readonly (string Expression, string Expected)[] Numbers =
    [
        ("(-5).abs()", "5"), ("(-5.50).abs()", "5.50"), ("(-5 'mg').abs()", "5 'mg'"), ("'a'.abs()", "! fhirpath-wrong-type"),
        ("1.1.ceiling()", "2"), ("(-1.1).ceiling()", "-1"), ("(-1.1).floor()", "-2"), ("2.floor()", "2"), ("(-1.9).truncate()", "-1"), ("99999999999.5.truncate()", "99999999999"),
        ("0.exp()", "1"), ("1.exp().round(10)", "2.7182818285"), ("100.exp()", ""), ("1.ln()", "0"), ("(-1).ln()", ""), ("16.log(2)", "4"), ("1000.log(10)", "3"), ("2.log(1)", ""), ("0.log(2)", "! fhirpath-wrong-value"), ("2.log(-1)", "! fhirpath-wrong-value"), ("2.log({})", ""),
        ("2.power(10)", "1024"), ("2.5.power(2)", "6.25"), ("2.power(-1)", "0.5"), ("(-1).power(0.5)", ""), ("10.89.power(0.5)", "3.3"), ("27.power(1.0/3).round(8)", "3"), ("0.power(-1)", ""), ("10.power(1000)", ""),
        ("3.14159.round(3)", "3.142"), ("2.5.round()", "3"), ("(-2.5).round()", "-3"), ("1.round(-1)", "! fhirpath-wrong-value"), ("2.315 's'.round(2)", "2.32 's'"),
        ("81.sqrt()", "9"), ("2.sqrt()", "1.4142135623730950488"), ("0.0001.sqrt()", "0.01"), ("(-1).sqrt()", ""), ("0.sqrt()", "0"),
        ("1.587.lowBoundary()", "1.58650000"), ("1.587.highBoundary(6)", "1.587500"), ("(-1.587).lowBoundary(2)", "-1.59"), ("1.lowBoundary(0)", "0"), ("(-1.587).highBoundary(0)", "-1"), ("(-1.587).lowBoundary(0)", "-2"), ("1.587.highBoundary(0)", "2"), ("1.2.highBoundary(0)", "2"), ("0.0034.highBoundary(1)", "0.1"), ("0.0034.lowBoundary(1)", "0.0"), ("1.highBoundary(29)", ""), ("1.0 'mg'.highBoundary(2)", "1.05 'mg'"),
        ("1.500.precision()", "3"), ("2.precision()", "0"), ("@2014-01-05T10:30:00.000.precision()", "17"), ("@T10:30.precision()", "4"), ("'a'.precision()", "! fhirpath-wrong-type"),
        ("1 'cm'.comparable(1 '[in_i]')", "true"), ("1 'cm'.comparable(1 's')", "false"), ("1.comparable(2 '%')", "true"), ("{}.comparable(1)", ""),
    ];

    public static readonly (string Expression, string Expected)[] Times =
    [
        ("now()", "2024-05-06T09:08:07.123+02:00"), ("today()", "2024-05-06"), ("timeOfDay()", "09:08:07.123"), ("now() = now()", "true"),
        ("birthDate.lowBoundary()", "1980-04-01"), ("birthDate.highBoundary()", "1980-04-30"), ("@2014.highBoundary(6)", "2014-12"), ("@2024-02.highBoundary(8)", "2024-02-29"), ("@2014.lowBoundary(5)", ""),
        ("@T10.highBoundary()", "10:59:59.999"), ("@2014-01-01T08:05.lowBoundary()", "2014-01-01T08:05:00.000+14:00"), ("@2014-01-01T08:05Z.highBoundary()", "2014-01-01T08:05:59.999Z"), ("@9999.highBoundary()", "9999-12-31"),
        ("birthDate.yearOf()", "1980"), ("birthDate.monthOf()", "4"), ("birthDate.dayOf()", ""), ("@2014-01-05T10:30:40.002.hourOf()", "10"), ("@T10:30.minuteOf()", "30"), ("@T10:30:40.secondOf()", "40"), ("@T10:30:40.002.millisecondOf()", "2"),
        ("@T10.yearOf()", ""), ("5.yearOf()", ""), ("@2012-01-01T12:00-07:30.timezoneOffsetOf()", "-7.5"), ("@2012-01-01T12:00.timezoneOffsetOf()", ""), ("@2012-01-01T12:00Z.dateOf()", "2012-01-01"), ("@2012-01-01T12:00Z.timeOf()", "12:00"), ("@2012.timeOf()", ""),
        ("@2025-01-02.duration(@2025-01-07, 'week')", "0"), ("@2024-12-01.duration(@2025-12-01, 'year')", "1"), ("@2024-12-02.duration(@2025-12-01, 'years')", "0"), ("@2025-09-01.duration(@2024-12-01, 'month')", "-9"),
        ("@2025.duration(@2026, 'day')", ""), ("@2024-01-31.duration(@2024-02-29, 'month')", "1"), ("@2025-01-01.duration(@2025-01-02, 'hour')", "! fhirpath-wrong-value"), ("@T10:00.duration(@T12:30, 'hour')", "2"),
        ("@2025-01-02.difference(@2025-01-07, 'week')", "1"), ("@2024-12-31.difference(@2025-01-01, 'year')", "1"), ("@2025-01-01T00:00+02:00.difference(@2025-01-01T00:00Z, 'hour')", "2"), ("1.difference(@2012, 'day')", "! fhirpath-wrong-type"),
    ];

    public static readonly (string Expression, string Expected)[] Fhir =
    [
        ("active.not()", "false"), ("photo.not()", ""), ("(1 | 2).not()", "! fhirpath-not-single"),
        ("gender.is(code)", "true"), ("gender.is(string)", "true"), ("gender.is(uri)", "false"), ("gender.as(string)", ""), ("gender.as(code)", "female"), ("name.as(HumanName)", "! fhirpath-not-single"), ("active is System.Boolean", "false"), ("true is Boolean", "true"),
        ("$this is DomainResource", "true"), ("$this is FHIR.Patient", "true"), ("id is System.String", "true"), ("gender.type()", "FHIR.code"), ("1.type().name", "Integer"), ("type().namespace", "FHIR"), ("gender.type().baseType", "FHIR.string"), ("active.type().baseType", "FHIR.Element"), ("1.type().baseType", "System.Any"),
        ("name.given.pathname()", "Patient.name[0].given[0] | Patient.name[0].given[1] | Patient.name[1].given[0]"), ("deceased.pathname()", "Patient.deceased[0]"), ("(deceased | name[1]).pathname(true)", "Patient.deceased | Patient.name[1]"), ("('a' | 5).pathname()", ""), ("contact.type()", ""),
        ("birthDate.extension('http://e/time').value", "1980-04-01T10:30:00+02:00"), ("birthDate.extension('x')", ""), ("birthDate.extension({})", ""),
        ("birthDate.hasValue()", "true"), ("name.hasValue()", "false"), ("name.given.hasValue()", "false"), ("birthDate.getValue() is Date", "true"), ("name.getValue()", ""),
        ("managingOrganization.resolve().name", "Ward 4"), ("'#org'.resolve().name", "Ward 4"), ("'#'.resolve().id", "p1"), ("'#none'.resolve()", ""), ("'Patient/9'.resolve()", ""),
        ("elementDefinition().path", "Patient"), ("(gender | active).elementDefinition().path", "Patient.gender | Patient.active"), ("name.given.first().elementDefinition().max", "*"), ("'a'.elementDefinition()", ""), ("telecom.slice('http://e', 'a')", ""), ("telecom.slice({}, 'a')", ""), ("photo.slice('http://e', 'a')", ""), ("checkModifiers('http://e').id", "p1"), ("(1 | 'a').checkModifiers()", "1 | a"), ("1.combine(2, 3 | 4)", "! fhirpath-not-single"),
        ("conformsTo('http://hl7.org/fhir/StructureDefinition/Observation')", "false"), ("conformsTo('http://hl7.org/fhir/StructureDefinition/Patient')", ""), ("conformsTo('http://trash')", "! fhirpath-wrong-value"),
        ("gender.memberOf('http://e/yes')", "true"), ("gender.memberOf('http://e/no')", "false"), ("gender.memberOf('http://e/unknown')", ""), ("name.first().use.subsumes('official')", "true"), ("gender.subsumedBy('x')", ""), ("5.memberOf('http://e/yes')", "! fhirpath-wrong-type"),
        ("'<p>a</p>'.htmlChecks()", "true"), ("'<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a&nbsp;b</p></div>'.htmlChecks()", "true"), ("'<script>a</script>'.htmlChecks()", "false"), ("'<p onclick=\"a\">b</p>'.htmlChecks()", "false"), ("'<p>'.htmlChecks()", "false"), ("active.htmlChecks()", ""),
    ];

    public static IEnumerable<(string Expression, string Expected)> All => [.. Collections, .. Conversions, .. Texts, .. Numbers, .. Times, .. Fhir];
}
