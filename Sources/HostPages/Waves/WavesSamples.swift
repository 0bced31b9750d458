import Acts
import Core
import Foundation
import House
import Records

extension WavesPage {
  package static var samples: [WavesPage] {
    var waiting = sample(.inviting)
    waiting.problem = Message("waves.problem.full")
    var wrong = sample(.inviting, hasServer: false)
    wrong.settings.answerDays = "bald"
    wrong.errors = FieldErrors(["answerDays": Message("waves.settings.range", ["least": "1", "most": "60"])])
    var held = PartyFacts.prepared
    held.held = HeldAct(
      id: HeldActID(at: PartyFacts.sampleTime, random: (1, 8)), party: held.party.id, host: held.party.host,
      deed: .letters(held.chosen.map(\.guest.id)), mails: 6, dueAt: PartyFacts.sampleTime.addingTimeInterval(9))
    var refused = held
    refused.held?.problem = Message("waves.problem.full")
    let barrier = LinkBarrier(reach: .machine, address: "http://127.0.0.1:8080")
    return [
      sample(.draft), sample(.prepared), sample(.prepared, hasServer: false), waiting, wrong, sample(.scheduled),
      sample(held), sample(refused), sample(.prepared, barrier: barrier),
    ]
  }

  private static func sample(
    _ facts: PartyFacts, hasServer: Bool = true, barrier: LinkBarrier? = nil
  ) -> WavesPage {
    WavesPage(
      facts: facts, mails: OutgoingMail.samples(facts), links: [:],
      notice: MailNotice(hasServer: hasServer, barrier: barrier),
      settings: WaveSettings(facts.party), now: PartyFacts.sampleTime)
  }
}
