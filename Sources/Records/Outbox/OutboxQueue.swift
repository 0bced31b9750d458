import Core
import Database
import Foundation

/// The steps of a mail through the outbox. Each is one statement or one transaction, so that a crash leaves it before
/// or after a step, never between.
package struct OutboxQueue {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// This program can't judge a mail of an unknown kind: it fails and never leaves.
  /// - Returns: the kinds named by the ones that were due.
  package func refuseUnknown(at now: Date) throws -> [String] {
    try connection.rows(
      """
      UPDATE outbox SET state = 'failed', problem = \(MailProblem("outbox.problem.unknownKind").stored)
      WHERE state = 'queued' AND next_attempt_at <= \(now) AND kind NOT IN \(list: MailKind.allCases) RETURNING kind
      """
    ) { try $0.get("kind", as: String.self) }
  }

  /// True of a mail that was written, or put off, while the clock was ahead: nobody waits until it is that late once more.
  private static func misdated(_ now: Date) -> SQL {
    """
    (\(DueTime.isMisdated("created_at", at: now, longest: 0))
      OR (attempts > 0 AND \(DueTime.isMisdated("next_attempt_at", at: now, longest: RetrySchedule.longest))))
    """
  }

  /// The next mail to send, now marked as being sent so that nobody else gets it. Nil if none is due.
  /// - Parameter node: which of several; nil for the only program.
  package func claim(at now: Date, from lane: OutboxLane = .all, for node: String? = nil) throws -> OutgoingMail? {
    let row = try connection.row(
      """
      SELECT id FROM outbox
      WHERE state = 'queued' AND (next_attempt_at <= \(now) OR \(Self.misdated(now))) \(lane.condition)
      ORDER BY next_attempt_at, id LIMIT 1 \(connection.takingTurns)
      """)
    guard let id: OutboxMailID = try row?.get("id") else { return nil }
    // If another worker was quicker, it is theirs.
    let mark: SQL = node.map { ", claimed_by = \($0), claimed_at = \(connection.clock)" } ?? ""
    let claimed = try connection.execute(
      "UPDATE outbox SET state = 'sending', attempts = attempts + 1 \(mark) WHERE id = \(id) AND state = 'queued'")
    guard claimed == 1 else { return nil }
    return try connection.row("SELECT * FROM outbox WHERE id = \(id)").map(OutgoingMail.init)
  }

  /// Records that the mail was accepted. The text of a sign-in mail is not kept. If an earlier try may have been
  /// accepted as well, the host is told.
  package func accepted(_ mail: OutgoingMail, as state: OutgoingMail.State, at now: Date) throws {
    let (text, html) = mail.kind == .signIn ? ("", "") : (mail.text, mail.html)
    let problem = mail.interruptions > 0 && state == .sent ? MailProblem("outbox.problem.perhapsTwice").stored : ""
    try connection.execute(
      """
      UPDATE outbox SET state = \(state), accepted_at = \(now), problem = \(problem), text = \(text), html = \(html)
      WHERE id = \(mail.id)
      """)
  }

  /// Puts it back in the queue.
  /// - Parameters:
  ///   - countsAsTry: false if no mail at all gets through and the queue waits.
  ///   - isUncertain: true if it may have been accepted after all.
  package func postpone(
    _ id: OutboxMailID, until time: Date, _ problem: MailProblem, countsAsTry: Bool = true, isUncertain: Bool = false
  ) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'queued', next_attempt_at = \(time), problem = \(problem.stored),
        attempts = attempts - \(countsAsTry ? 0 : 1), interruptions = interruptions + \(isUncertain ? 1 : 0)
      WHERE id = \(id)
      """)
  }

  /// Puts it back in the queue as if untouched, because the program is stopping.
  /// - Parameters:
  ///   - isUncertain: true if it may have been accepted after all.
  ///   - node: which had it; nothing happens where another one has it by now. Nil for the only program.
  package func release(_ id: OutboxMailID, at now: Date, isUncertain: Bool, for node: String? = nil) throws {
    let own: SQL = node.map { "AND claimed_by = \($0)" } ?? ""
    try connection.execute(
      """
      UPDATE outbox SET state = 'queued', next_attempt_at = \(now), attempts = attempts - 1,
        interruptions = interruptions + \(isUncertain ? 1 : 0)
      WHERE id = \(id) AND state = 'sending' \(own)
      """)
  }

  /// Letters waiting for the host to send them, although their party is over or has begun.
  package func outdatedByHand(at now: Date) throws -> [OutgoingMail] {
    try connection.rows(
      """
      SELECT outbox.* FROM outbox JOIN party ON party.id = outbox.party_id
      WHERE outbox.state = 'byHand' AND outbox.kind IN \(list: MailKind.allCases) AND (party.state IN ('ended', 'closed', 'cancelled') OR party.starts_at <= \(now))
      """, as: OutgoingMail.init)
  }

  /// Marks it as failed or cancelled.
  package func end(_ mail: OutgoingMail, as state: OutgoingMail.State, _ problem: MailProblem) throws {
    try connection.execute("UPDATE outbox SET state = \(state), problem = \(problem.stored) WHERE id = \(mail.id)")
    if mail.kind == .signIn {
      try connection.execute("UPDATE outbox SET text = '', html = '' WHERE id = \(mail.id)")
    }
  }

  /// Mails that were being sent when the program stopped may have been accepted. Each is sent again with the same
  /// Message-ID; the second time this happens to a mail, the host decides.
  /// - Parameter node: the node that was sending them; nil for all mails, where there is one program.
  package func recover(at now: Date, of node: String? = nil) throws {
    try recover(at: now, where: node.map { "AND (claimed_by = \($0) OR claimed_by IS NULL)" } ?? "")
  }

  /// So long, in milliseconds, a silent node keeps the mails that it was sending.
  private static let lease = 120_000

  /// Mails of nodes that have ended, or have been silent for long, though they may wake up again.
  package func recoverAbandoned(at now: Date) throws {
    let clock = connection.clock
    try recover(
      at: now,
      where: """
        AND claimed_at < \(clock) - \(Self.lease)
        AND claimed_by NOT IN (SELECT name FROM node WHERE seen_at > \(clock) - \(NodeStore.patience))
        """)
  }

  private func recover(at now: Date, where condition: SQL) throws {
    let problem = MailProblem("outbox.problem.uncertain").stored
    try connection.execute(
      "UPDATE outbox SET state = 'failed', problem = \(problem) WHERE state = 'sending' AND interruptions > 0 \(condition)"
    )
    try connection.execute(
      """
      UPDATE outbox SET state = 'queued', next_attempt_at = \(now), interruptions = interruptions + 1
      WHERE state = 'sending' \(condition)
      """)
  }

  /// The host wants it tried again. A mail that the suppression list or the guest's state forbids is refused again when
  /// it is claimed.
  /// - Returns: false if it is not waiting for that.
  package func retry(_ id: OutboxMailID, at now: Date) throws -> Bool {
    try connection.execute(
      """
      UPDATE outbox SET state = 'queued', attempts = 0, next_attempt_at = \(now), problem = ''
      WHERE id = \(id) AND state IN ('queued', 'failed', 'cancelled') AND kind <> 'signIn'
      """) == 1
  }

  /// - Returns: false if it has already left, or is leaving just now.
  package func stop(_ id: OutboxMailID, _ problem: MailProblem) throws -> Bool {
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(problem.stored)
      WHERE id = \(id) AND state IN ('queued', 'failed')
      """) == 1
  }

  /// Records that the host sent it with their own program.
  /// - Returns: false if it has already left.
  package func sentByHand(_ id: OutboxMailID, at now: Date) throws -> Bool {
    try connection.execute(
      """
      UPDATE outbox SET state = 'sent', accepted_at = \(now), problem = ''
      WHERE id = \(id) AND state IN ('byHand', 'filed', 'failed', 'cancelled', 'queued')
      """) == 1
  }

  /// Stops everything to these addresses, or to this guest.
  package func stopAll(to guest: GuestID, kinds: [OutgoingMail.Kind], _ problem: MailProblem) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(problem.stored)
      WHERE guest_id = \(guest) AND kind IN \(list: kinds) AND state IN ('queued', 'failed', 'byHand')
      """)
  }
}
