import Core
import Foundation
import SystemZones

/// The words of the pages in both languages, from two flat files with equal keys.
package struct Strings: Sendable {
  private let words: [Language: [String: String]]

  package init(folder: URL) throws {
    var words: [Language: [String: String]] = [:]
    for language in Language.allCases {
      let file = folder.appending(path: "\(language.rawValue).json")
      words[language] = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    }
    self.words = words
  }

  /// The files that come with the program.
  package static func bundled() throws -> Strings {
    try Strings(folder: Bundle.module.bundleURL.appending(path: "Strings"))
  }

  package func keys(_ language: Language) -> Set<String> {
    Set(words[language, default: [:]].keys)
  }

  package func text(_ key: String, _ language: Language) -> String? {
    words[language]?[key]
  }
}

/// The words of one page in its reader's language: `t("settings.title")`, `t("settings.seen", ["time": "18:30"])`.
package struct Phrases: Sendable {
  package let language: Language
  /// The zone in which times are shown.
  package var zone: Zone
  /// The source of zones.
  package let zones: Zones
  /// True if days and times are worded for a screen reader.
  package var isSpoken = false
  /// The place of a page's pictures; nil outside pages.
  package var assets: Assets?
  private let strings: Strings

  package init(_ strings: Strings, _ language: Language, zone: Zone = .utc, zones: Zones = SystemZones.standard.zones) {
    self.strings = strings
    self.language = language
    self.zone = zone
    self.zones = zones
  }

  /// The same in another language, for words that somebody else will read.
  package func speaking(_ language: Language) -> Phrases {
    var phrases = Phrases(strings, language, zone: zone, zones: zones)
    phrases.assets = assets
    return phrases
  }

  /// The string with its placeholders filled in. A missing key shows itself, and a test finds it.
  package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let text = strings.text(key, language) else { return "⟦\(key)⟧" }
    return arguments.isEmpty ? text : Self.filled(text, arguments)
  }

  /// The value of a placeholder isn't searched again: a name in braces stays as somebody wrote it.
  private static func filled(_ text: String, _ arguments: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[rest.utf8.index(after: open)..<close]
      result += rest[..<open]
      result += arguments[String(name)] ?? String(rest[open...close])
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// An argument `zone` is a zone's name, and is shown as its city; `date` is a day like `2026-12-03`, and is shown in words.
  package func callAsFunction(_ message: Message) -> String {
    var arguments = message.arguments
    arguments["zone"] = arguments["zone"].map { ZoneName.city($0, language) }
    arguments["date"] = arguments["date"].map { LocalDay($0).map(dayWords.date) ?? $0 }
    return self(message.key, arguments)
  }

  /// The singular or plural form: the keys end in `.one` and `.other`; `{count}` is filled in.
  package func count(_ key: String, _ count: Int, _ arguments: [String: String] = [:]) -> String {
    self(key + (count == 1 ? ".one" : ".other"), arguments.merging(["count": number(count)]) { first, _ in first })
  }

  /// True if there is such a string: for keys made from stored values.
  package func has(_ key: String) -> Bool {
    strings.text(key, language) != nil
  }
}
