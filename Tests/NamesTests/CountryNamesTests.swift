import Testing

@testable import Names

@Suite("Names of countries")
struct CountryNamesTests {
  @Test(
    "A country is known as registration desks write it, in four languages and by both of its codes",
    arguments: [
      ("CN", "China|VR China|Volksrepublik China|People’s Republic of China|Chine|CHN"),
      ("SA", "Saudi-Arabien|Saudi Arabia|Saudiarabien|Arabie saoudite|SAU"),
      (
        "US",
        "USA|U.S.A.|Vereinigte Staaten|Vereinigte Staaten von Amerika|United States|United States of America|États-Unis|EE. UU."
      ),
      ("KR", "Südkorea|Korea, Republic of|Republic of Korea|Corée du Sud|Korea (Süd)|KOR"),
      ("KP", "Nordkorea|Korea, Democratic People's Republic of|Corea del Norte"),
      ("CD", "Demokratische Republik Kongo|DR Congo|Congo, Democratic Republic of the"),
      ("CG", "Kongo|Congo|Republik Kongo"),
      ("TW", "Taiwan|Republik China|Taiwan, Province of China"),
      ("CZ", "Tschechien|Tschechische Republik|Czech Republic"),
      ("GB", "UK|Großbritannien|Grossbritannien|England|Scotland|Royaume-Uni|GBR"),
      ("DE", "Deutschland|Germany|Allemagne|Alemania|DE|DEU|BRD|Bundesrepublik Deutschland"),
      ("CI", "Elfenbeinküste|Ivory Coast|Côte d'Ivoire|Côte d’Ivoire"), ("TR", "Türkei|Turkey|Türkiye|Turquie"),
      ("MK", "Nordmazedonien|Mazedonien|Macedonia"), ("LC", "St. Lucia|Saint Lucia|Sankt Lucia"),
      ("BA", "Bosnien und Herzegowina|Bosnien-Herzegowina|Bosnia and Herzegovina"), ("MD", "Moldawien|Republik Moldau"),
      ("XK", "Kosovo|Kosova"), ("VA", "Vatikan|Vatican City|Holy See"), ("HK", "Hongkong|Hong Kong SAR"),
    ])
  func known(code: String, names: String) {
    for name in names.split(separator: "|") { #expect(CountryNames.code(of: String(name)) == code, "\(name)") }
  }

  @Test(
    "Words are no countries",
    arguments: ["", "de", "can", "and", "Anna", "Hamburg", "Europe", "Republik", "der", "---"])
  func words(text: String) {
    #expect(CountryNames.code(of: text) == nil)
  }
}
