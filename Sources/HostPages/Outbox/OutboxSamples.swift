import Acts
import Core
import Foundation
import Mail
import Records

extension OutgoingMail {
  package static func samples(_ facts: PartyFacts) -> [OutgoingMail] {
    let problems: [State: MailProblem] = [
      .failed: MailProblem("mail.failure.permanent", reply: "550 5.1.1 User unknown"),
      .queued: MailProblem("mail.failure.temporary", reply: "451 4.7.1 Please try again later"),
      .cancelled: MailProblem("outbox.problem.suppressed"),
    ]
    return zip(State.allCases, facts.guests).enumerated().map { index, pair in
      let (state, guest) = pair
      let id = OutboxMailID(at: PartyFacts.sampleTime, random: (UInt64(index), 5))
      var mail = OutgoingMail(
        id: id, key: "letter:\(index)", host: facts.party.host, party: facts.party.id, guest: guest.guest.id,
        kind: index == 3 ? .reminder : .letter, state: state, recipientName: guest.name, recipient: guest.email,
        subject: "Was in Kiel offen blieb", text: "Guten Tag,\n\nwir hätten uns in Kiel treffen sollen.\n",
        messageID: "\(id)@example.org", createdAt: PartyFacts.sampleTime)
      (mail.problem, mail.attempts) = (problems[state], state == .queued ? 2 : 1)
      mail.nextAttemptAt = PartyFacts.sampleTime.addingTimeInterval(900)
      return mail
    }
  }
}

extension OutboxPage {
  package static var samples: [OutboxPage] {
    let (facts, now) = (PartyFacts.inviting, PartyFacts.sampleTime)
    let pause = OutboxStatus.Pause(
      failure: MailFailure(.authentication, code: 535, reply: "535 5.7.8 Authentication failed", step: .greeting),
      since: now.addingTimeInterval(-2700), until: now.addingTimeInterval(300), tries: 2)
    return [
      OutboxPage(facts: facts, mails: OutgoingMail.samples(facts), notice: MailNotice(hasServer: true), now: now),
      OutboxPage(
        facts: facts, mails: OutgoingMail.samples(facts), notice: MailNotice(hasServer: true, pause: pause), now: now),
      OutboxPage(facts: .prepared, mails: [], unknown: 1, notice: MailNotice(hasServer: false), now: now),
      OutboxPage(facts: .prepared, mails: [], notice: MailNotice(hasServer: true, unrecorded: 2), now: now),
    ]
  }
}

extension OutboxMailPage {
  package static var samples: [OutboxMailPage] {
    OutgoingMail.samples(.inviting).map { mail in
      OutboxMailPage(
        party: PartyFacts.inviting.party.id, mail: mail, text: mail.text, sender: "Miriam Sander <runde@example.org>",
        language: .german)
    }
  }
}
