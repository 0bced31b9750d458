import Acts
import Core
import Foundation
import HTML
import House
import Mail
import Records
import Site

/// The state of a mail in plain words.
extension OutgoingMail {
  func coaster(_ t: Phrases) -> Node {
    let (sign, mood) = look
    return HostPages.coaster(sign, t, mood: mood, stateWords)
  }

  func stateWords(_ t: Phrases) -> String {
    if state == .queued, attempts > 0 || problem != nil, let next = nextAttemptAt {
      return t("outbox.state.again", ["time": t.clockWithUnit(next)])
    }
    return t("outbox.state.\(state.rawValue)")
  }

  private var look: (sign: String, mood: String) {
    switch state {
    case .queued: problem == nil ? ("waiting", "") : ("waiting", "perhaps")
    case .sending: ("sent", "")
    case .sent: ("sent", "done")
    case .filed, .byHand: ("warn", "warn")
    case .failed: ("no", "no")
    case .cancelled: ("excluded", "")
    }
  }
}

/// Tells whether mail gets out at all; shown on every page that sends mail.
package struct MailNotice {
  let hasServer: Bool
  let pause: OutboxStatus.Pause?
  /// Sent mails that could not be recorded.
  let unrecorded: Int
  /// The reason why guests could not open their links; nil if they can.
  let barrier: LinkBarrier?
  /// True if this is a copy of an installation and nobody has given the go-ahead.
  var isHeld = false

  package init(_ services: Services) {
    self.init(
      hasServer: services.settings.smtp != nil, pause: services.outbox.pause,
      unrecorded: services.outbox.acceptances.count, barrier: services.linkBarrier)
    isHeld = services.outbox.isHeld
  }

  package init(
    hasServer: Bool, pause: OutboxStatus.Pause? = nil, unrecorded: Int = 0, barrier: LinkBarrier? = nil
  ) {
    (self.hasServer, self.pause, self.unrecorded, self.barrier) = (hasServer, pause, unrecorded, barrier)
  }

  /// - Parameter isForOperator: what to do is said to somebody who can mend it.
  func node(_ t: Phrases, isForOperator: Bool = false) -> Node {
    group {
      barrier?.notice(t) ?? .nothing
      server(t, isForOperator: isForOperator)
    }
  }

  private func server(_ t: Phrases, isForOperator: Bool) -> Node {
    if unrecorded > 0 { return notice("notice bad", t.count("outbox.unrecorded", unrecorded), t) }
    if isHeld { return notice("notice bad", t("outbox.held"), t) }
    if let pause { return StandstillNotice(pause: pause, isForOperator: isForOperator).node(t) }
    return hasServer ? .nothing : notice("notice", t("outbox.noServer"), t)
  }

  private func notice(_ style: String, _ words: String, _ t: Phrases) -> Node {
    div(.class(style), .role("status")) {
      t.icon("warning")
      p { words }
    }
  }
}

extension PartyFacts {
  /// The language of a mail: its guest's, or the party's.
  func language(of mail: OutgoingMail) -> Language {
    let known = (guests + [honoured].compactMap(\.self)).first { $0.guest.id == mail.guest }
    return (known?.form(at: party) ?? party.form).language
  }
}
