import Core
import Database
import Formats
import Foundation
import Logging
import Mail

/// Sends the mail that is due, one by one: claimed, sent, recorded. What is recorded as accepted is never sent again.
struct OutboxDrain: Sendable {
  let services: Services
  let transport: any MailTransport
  /// What an accepted mail becomes: sent, or filed in the folder.
  let accepted: OutgoingMail.State

  private struct Job: Sendable {
    let mail: OutgoingMail
    let host: Host
    let guest: Guest?
  }

  private enum Claim: Sendable {
    case job(Job)
    /// It must not leave, and says why.
    case dropped
    case nothingDue
  }

  /// To be called once, before anything is sent.
  func recover() async throws {
    let now = services.now()
    try await services.database.write { try OutboxQueue(connection: $0).recover(at: now) }
  }

  /// Sends until nothing is due, or nothing gets through.
  /// - Parameter isEnding: asked between two mails.
  func run(isEnding: @Sendable () -> Bool = { false }) async throws {
    while !isEnding() && !services.outbox.isPaused(at: services.now()) {
      switch try await claim() {
      case .nothingDue: return
      case .dropped: count("dropped")
      case .job(let job): if try await !send(job) { return }
      }
    }
  }

  private func claim() async throws -> Claim {
    let now = services.now()
    return try await services.database.write { connection in
      let queue = OutboxQueue(connection: connection)
      guard let mail = try queue.claim(at: now) else { return .nothingDue }
      if let problem = try MailObstacle(connection: connection).problem(with: mail) {
        try queue.end(mail, as: .cancelled, problem)
        return .dropped
      }
      return .job(try job(mail, connection))
    }
  }

  private func job(_ mail: OutgoingMail, _ connection: any Connection) throws -> Job {
    guard let host = try HostStore(connection: connection).host(mail.host) else { throw AppError.notFound }
    guard let id = mail.guest, let party = mail.party else { return Job(mail: mail, host: host, guest: nil) }
    return Job(mail: mail, host: host, guest: try GuestStore(connection: connection).guest(id, of: party).guest)
  }

  /// - Returns: whether the next mail may be tried at once.
  private func send(_ job: Job) async throws -> Bool {
    do {
      let envelope = try services.envelope(job.mail, host: job.host, guest: job.guest)
      try await transport.send(envelope)
    } catch let failure as MailFailure {
      return try await failed(job.mail, failure)
    } catch let problem as Problem {
      try await write { try $0.end(job.mail, as: .failed, MailProblem("mail.failure.badAddress", reply: problem.said)) }
      count("failed")
      return true
    }
    services.outbox.resume()
    let now = services.now()
    try await write { try $0.accepted(job.mail, as: accepted, at: now) }
    count("accepted")
    return true
  }

  private func failed(_ mail: OutgoingMail, _ failure: MailFailure) async throws -> Bool {
    services.logger.warning(
      "mail not taken",
      metadata: [
        "mail": "\(mail.id)", "kind": "\(failure.kind.rawValue)", "code": "\(failure.code.map(String.init) ?? "-")",
      ])
    count(failure.kind.rawValue)
    let (now, problem) = (services.now(), MailProblem(failure.key, reply: failure.reply))
    switch failure.kind {
    case .authentication, .tls:
      let until = services.outbox.pause(because: failure, at: now)
      try await write { try $0.postpone(mail.id, until: until, problem, countsAsTry: false) }
      return false
    case .permanent, .badAddress:
      try await write { try $0.end(mail, as: .failed, problem) }
      return true
    case .temporary, .unreachable:
      try await again(mail, failure, problem, now)
      // When nobody answers, the others would not get through either.
      return failure.kind == .temporary
    }
  }

  private func again(_ mail: OutgoingMail, _ failure: MailFailure, _ problem: MailProblem, _ now: Date) async throws {
    if failure.mayHaveBeenTaken && mail.interruptions > 0 {
      return try await write { try $0.end(mail, as: .failed, MailProblem("outbox.problem.uncertain")) }
    }
    guard let next = RetrySchedule.next(afterTries: mail.attempts, at: now) else {
      return try await write { try $0.end(mail, as: .failed, problem) }
    }
    try await write {
      try $0.postpone(mail.id, until: next, problem, isUncertain: failure.mayHaveBeenTaken)
    }
  }

  private func write(_ body: @escaping @Sendable (OutboxQueue) throws -> Void) async throws {
    try await services.database.write { try body(OutboxQueue(connection: $0)) }
  }

  private func count(_ outcome: String) {
    services.metrics.increment("stehtisch_mails_total", labels: [("outcome", outcome)])
  }
}

extension Problem {
  /// What it is about, for somebody who reads the outbox page.
  fileprivate var said: String { arguments["value"] ?? key }
}
