import Core
import House
import Records

extension WavesPage {
  package static var samples: [WavesPage] {
    var waiting = sample(.inviting)
    waiting.problem = Message("waves.problem.full")
    var wrong = sample(.inviting, hasServer: false)
    wrong.settings.answerDays = "bald"
    wrong.errors = FieldErrors(["answerDays": Message("waves.settings.range", ["least": "1", "most": "60"])])
    return [sample(.draft), sample(.prepared), sample(.prepared, hasServer: false), waiting, wrong, sample(.scheduled)]
  }

  private static func sample(_ facts: PartyFacts, hasServer: Bool = true) -> WavesPage {
    WavesPage(
      facts: facts, mails: OutgoingMail.samples(facts), links: [:], notice: MailNotice(hasServer: hasServer),
      settings: WaveSettings(facts.party), now: PartyFacts.sampleTime)
  }
}
