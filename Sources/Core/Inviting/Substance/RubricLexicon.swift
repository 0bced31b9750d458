/// Words by which the rubric recognises thin text. Data, lower case; `*` stands for any ending. Professionals mix both
/// languages, so empty words, advertising and general topics are looked for in both.
struct RubricLexicon {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  var emptyWords: [String] {
    [
      "netzwerken", "netzwerk", "vernetz*", "austausch*", "erfahrungsaustausch", "gedankenaustausch",
      "kontakte knüpfen",
      "kontaktpflege", "kennenlernen", "synergi*", "mehrwert*", "impulse", "augenhöhe", "ganzheitlich*", "networking",
      "network", "connect", "connecting", "making connections", "exchange ideas", "exchange of ideas", "sharing ideas",
      "value-add", "added value", "thought leader*", "get to know", "best practice*", "win-win",
    ]
  }

  var advertisement: [String] {
    let possessive = ["unser", "unsere", "unserer", "unseren", "unserem", "our", "my"]
    let wares = [
      "produkt*", "lösung*", "tool*", "plattform", "software", "angebot*", "dienstleistung*", "startup", "methode®",
      "product*", "solution*", "platform", "offering*", "service*",
    ]
    return possessive.flatMap { owner in wares.map { "\(owner) \($0)" } } + [
      "wir bieten", "marktführ*", "führender anbieter", "führende anbieter", "rabatt*", "kostenlose* erstgespräch",
      "we offer", "we provide", "market leader", "leading provider", "book a call", "discount*", "state-of-the-art",
      "produktdemo", "product demo", "live-demo",
    ]
  }

  var anticipation: [String] {
    ["freue mich auf", "freuen uns auf", "bin gespannt", "look forward", "looking forward", "excited to", "happy to"]
  }

  /// Signs of something real: numbers in words, failures, drafts, things tried.
  var evidence: [String] {
    [
      "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "zwanzig", "dreißig",
      "hundert", "hälfte", "drittel", "prozent", "jahre*", "gescheitert*", "scheitern", "misslungen*", "fehler*",
      "fehlgeschlagen*", "fehlschl*", "schiefgegangen*", "abgebrochen*", "bereut", "falsch", "entwurf*", "entwürfe",
      "skizze*",
      "fragebogen*", "umfrage*", "daten*", "protokoll*", "zahlen", "checkliste*", "leitfaden", "ausprobiert",
      "getestet",
      "eingeführt", "abgeschafft", "erlebt", "begleitet", "ausgewertet", "beobachtet", "fallbeispiel*", "geschichte",
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "dozen",
      "half",
      "hundred", "percent", "years", "failed", "failure*", "failing", "mistake*", "went wrong", "abandoned", "regret*",
      "draft*", "sketch*", "questionnaire", "survey*", "data", "figures", "numbers", "checklist", "tried", "tested",
      "measured", "introduced", "abolished", "case study", "story", "worked on", "learnt", "learned",
    ]
  }

  var generalTopics: Set<String> {
    [
      "ki", "ai", "künstliche", "intelligenz", "artificial", "intelligence", "digitalisierung", "digital", "digitale",
      "digitaler", "transformation", "wandel", "führung", "leadership", "management", "innovation", "innovationen",
      "zukunft", "future", "arbeit", "work", "new", "nachhaltigkeit", "sustainability", "bildung", "education",
      "kommunikation", "communication", "change", "coaching", "marketing", "strategie", "strategy", "trends",
      "agilität",
      "agility", "technologie", "technology", "gesundheit", "health", "wirtschaft", "business", "diversity",
      "diversität",
      "herausforderungen", "challenges", "chancen", "opportunities", "kultur", "culture", "open", "source", "data",
      "daten",
    ]
  }

  var fillers: Set<String> {
    [
      "und", "oder", "in", "im", "der", "die", "das", "des", "den", "dem", "von", "vom", "für", "mit", "heute",
      "morgen",
      "aktuelle", "neue", "thema", "the", "of", "and", "or", "for", "with", "a", "an", "today", "tomorrow", "current",
      "topic", "&",
    ]
  }

  var generalQuestions: [String] {
    [
      "wie geht es", "was bringt die zukunft", "wie sieht die zukunft", "wie sehen sie die zukunft",
      "wie siehst du die zukunft", "ist die zukunft", "wohin geht",
      "wohin entwickelt",
      "was halten sie von", "was hältst du von", "was denken sie über", "was denkst du über", "wie stehen sie zu",
      "was sind die trends", "welche trends", "chancen und risiken", "was kommt als nächstes", "quo vadis",
      "wie verändert die digitalisierung", "wie verändert ki", "the future of", "about the future",
      "see the future", "what's next", "what is next",
      "what do you think about", "what do you think of", "how do you feel about", "where is the industry",
      "where do you see", "what are the trends", "what trends", "opportunities and", "how will ai change",
      "how is ai changing",
    ]
  }

  var questionWords: Set<String> {
    switch language {
    case .german:
      [
        "wie", "was", "warum", "weshalb", "wieso", "wer", "wen", "wem", "wessen", "wo", "wohin", "woher", "wann",
        "welche",
        "welcher", "welches", "welchen", "welchem", "womit", "wodurch", "woran", "wofür", "worauf", "wovon", "worüber",
        "wozu", "wobei", "inwiefern",
      ]
    case .english: ["how", "what", "why", "who", "whom", "whose", "where", "when", "which"]
    }
  }

  /// A sentence that begins with one of these asks for a yes or no.
  var verbsFirst: Set<String> {
    switch language {
    case .german:
      [
        "ist", "sind", "war", "waren", "hat", "haben", "habt", "hast", "hatte", "hatten", "kann", "können", "kannst",
        "könnte", "könnten", "soll", "sollen", "sollte", "sollten", "muss", "müssen", "müsste", "darf", "dürfen",
        "wird",
        "werden", "würde", "würden", "braucht", "brauchen", "gibt", "glauben", "glaubst", "denken", "lohnt", "macht",
        "machen", "geht", "hilft", "helfen", "will", "wollen", "wissen", "nutzen", "nutzt", "verändert", "kennen",
        "funktioniert", "reicht",
      ]
    case .english:
      [
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "should", "shall",
        "will",
        "would", "may", "might", "must", "isn't", "aren't", "don't", "doesn't", "can't", "shouldn't",
      ]
    }
  }

  var conditions: Set<String> {
    switch language {
    case .german: ["wenn", "falls", "angesichts", "angenommen"]
    case .english: ["if", "given", "suppose", "assuming"]
    }
  }

  var and: Set<String> { language == .german ? ["und"] : ["and"] }

  var or: Set<String> { language == .german ? ["oder"] : ["or"] }
}
