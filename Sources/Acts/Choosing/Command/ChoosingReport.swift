import Core
import Foundation
import House
import Records

/// The output of `choose`: the guests in the first line, for programs; then the same for people.
package struct ChoosingReport: Sendable {
  package let proposal: TableProposal
  private let reserves: TableReserves
  private let reasons: [SeatReason]
  private let host: Int
  /// Seconds for reading, indexing and choosing.
  package var seconds: [(name: String, value: Double)] = []

  package init(_ planner: TablePlanner, _ proposal: TableProposal) {
    self.proposal = proposal
    reserves = planner.reserves(for: proposal)
    reasons = planner.model.reasons(proposal)
    host = planner.model.wish.host
  }

  package func text(_ t: Phrases) -> String {
    var lines = [
      proposal.guests.map(String.init).joined(separator: ","), "",
      t("choose.command.score", ["score": String(proposal.score.total)]),
    ]
    if let start = proposal.start {
      lines.append(t("choose.command.start", ["slot": String(start), "time": Self.time(start)]))
    }
    lines.append(t(proposal.isBest ? "choose.command.best" : "choose.command.good"))
    lines += proposal.breaches.map { "! " + $0.text(t, person: { "\($0)" }) }
    if !reserves.ranked.isEmpty {
      lines.append(t("choose.command.reserves", ["people": reserves.ranked.map(String.init).joined(separator: ", ")]))
    }
    return (lines + [""] + reasons.map { "\($0.person): " + sentence($0, t) }).joined(separator: "\n")
  }

  package func json(_ t: Phrases) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Content(self, t)), as: UTF8.self)
  }

  fileprivate func sentence(_ reason: SeatReason, _ t: Phrases) -> String {
    SeatSentence(
      reason: reason,
      person: { t($0 == host ? "choose.command.host" : "choose.command.person", ["number": String($0)]) },
      topic: { t("choose.command.topic", ["number": String($0)]) },
      own: { t("choose.command.topic", ["number": String($0)]) }
    ).text(t)
  }

  /// Half hours of the day.
  private static func time(_ start: Int) -> String { "\(start / 2):\(start % 2 == 0 ? "00" : "30")" }

  private struct Content: Encodable {
    let ids: [Int]
    let score: Int
    let slot: Int?
    let lang: UInt64
    let best: Bool
    let errors: [String]
    let reserves: [Int]
    let replacements: [String: [Int]]
    let reasons: [Reason]
    let seconds: [String: Double]

    init(_ report: ChoosingReport, _ t: Phrases) {
      ids = report.proposal.guests
      score = report.proposal.score.total
      slot = report.proposal.start
      lang = report.proposal.languages
      best = report.proposal.isBest
      errors = report.proposal.breaches.map { $0.text(t, person: { "\($0)" }) }
      reserves = report.reserves.ranked
      replacements = Dictionary(
        uniqueKeysWithValues: report.reserves.replacements.map { (String($0.key), $0.value.map(\.person)) })
      reasons = report.reasons.map { Reason($0, report.sentence($0, t)) }
      seconds = Dictionary(uniqueKeysWithValues: report.seconds.map { ($0.name, $0.value) })
    }
  }

  private struct Reason: Encodable {
    let id: Int
    let fit: Int
    let partners: [[Int]]
    let loss: Int
    let text: String

    init(_ reason: SeatReason, _ text: String) {
      id = reason.person
      fit = reason.fit
      partners = reason.partners.map { [$0.points, $0.person] }
      loss = reason.loss
      self.text = text
    }
  }
}
