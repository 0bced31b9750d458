import Acts
import Core
import Foundation
import HTML
import House
import Mail
import Records
import Site

/// No mail passes: since when, at which step it stopped, what the server said, when it is tried again, and what to do about it.
struct StandstillNotice {
  let pause: OutboxStatus.Pause
  /// True for a reader who can mend it.
  let isForOperator: Bool

  func node(_ t: Phrases) -> Node {
    div(.class("notice bad"), .role("status")) {
      t.icon("warning")
      div(.class("stack")) {
        p { strong { t("outbox.standstill.since", ["time": t.stamp(pause.since)]) } }
        p { failure(t) }
        p { next(t) + " " + t("outbox.standstill.kept") }
        p { t(isForOperator ? "outbox.standstill.mend.\(kind)" : "outbox.standstill.tell") }
        if isForOperator { p { a(.href(Path.operationCheckup.text)) { t("operation.checkup.open") } } }
      }
    }
  }

  private var kind: String { pause.failure.kind.rawValue }

  /// The server's own words are told to whoever can use them.
  private func failure(_ t: Phrases) -> String {
    let said = t(Message(pause.failure.key, ["reply": pause.failure.reply]))
    guard let step = pause.failure.step, pause.failure.kind != .silent, pause.failure.kind != .authentication else {
      return said
    }
    let sentence = said.last.map { ".!?".contains($0) } == true ? said : said + "."
    return sentence + " " + t("outbox.standstill.step", ["step": t("outbox.step.\(step.rawValue)")])
  }

  private func next(_ t: Phrases) -> String {
    pause.until.map { t("outbox.paused", ["time": t.clockWithUnit($0)]) } ?? t("outbox.standstill.again")
  }
}
