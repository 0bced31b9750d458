import Core
import House

extension LineTest {
  /// The verdict on the line, the findings, and the one thing to try, in the reader's words.
  package func lines(_ t: Phrases) -> [String] {
    [t("line.verdict.\(verdict.rawValue)")] + findings(t)
      + [advice.map { t("line.advice.\($0.rawValue)") }].compactMap(\.self)
  }

  private func findings(_ t: Phrases) -> [String] {
    [
      t(hasMicrophone ? "line.microphone" : "line.noMicrophone"), t(hasCamera ? "line.camera" : "line.noCamera"),
      relay(t),
      t(
        "line.speed",
        ["up": Self.megabits(up, t), "down": Self.megabits(down, t), "roundTrip": t.number(roundTrip)]),
    ].compactMap(\.self)
  }

  /// Nil if there is none to mention.
  private func relay(_ t: Phrases) -> String? {
    guard let ways else { return nil }
    guard !ways.isEmpty else { return t("line.noRelay") }
    return t("line.relay", ["ways": t.list(Way.allCases.filter(ways.contains).map { $0.rawValue.uppercased() })])
  }

  /// In tenths below ten, as people read speeds.
  private static func megabits(_ speed: Int, _ t: Phrases) -> String {
    guard speed < 10_000 else { return t.number(speed / 1000) }
    return t("line.megabits", ["whole": t.number(speed / 1000), "tenth": String(speed % 1000 / 100)])
  }
}
