import Core
import Database
import Foundation
import House
import Records

/// An operator's actions on hosts, from the command and from the page.
package struct HostRights {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  private var rights: HostRightStore { HostRightStore(connection: connection) }

  /// - Throws: `AppError.notFound` if nobody has this address.
  package func host(_ email: String) throws -> Host {
    guard let host = try HostStore(connection: connection).host(email: email) else { throw AppError.notFound }
    return host
  }

  /// - Throws: `AppError.notFound`.
  package func host(_ id: HostID) throws -> Host {
    guard let host = try HostStore(connection: connection).host(id) else { throw AppError.notFound }
    return host
  }

  /// Checks that there is room for another host.
  /// - Throws: `AppError.conflict` if there are as many as the operator allows.
  package func demandRoom() throws {
    let most = services.settings.quotas.hosts
    guard try most == 0 || rights.active() < most else {
      throw AppError.conflict(Message("operation.refused.hosts", ["most": "\(most)"]))
    }
  }

  /// Locks somebody out: their sessions end and no invitation of theirs leaves, but their data stays.
  /// - Throws: `AppError.conflict` for the last operator.
  package func disable(_ host: Host) throws {
    try demandOperator(besides: host)
    try rights.disable(host.id, at: services.now())
  }

  /// - Throws: `AppError.conflict` if there is no room.
  package func readmit(_ host: Host) throws {
    guard host.isDisabled else { return }
    try demandRoom()
    try rights.readmit(host.id)
  }

  /// - Throws: `AppError.conflict` for the last operator.
  package func set(_ isOperator: Bool, _ host: Host) throws {
    if !isOperator { try demandOperator(besides: host) }
    try rights.set(isOperator, host.id)
  }

  /// Erases a host with their people, parties and circles. Addresses that objected stay listed.
  /// - Returns: the work left to do outside the transaction, by `Services.forget`.
  /// - Throws: `AppError.conflict` for the last operator, and while guests are waiting for a party of theirs.
  package func remove(_ host: Host) throws -> PersonErasure.Traces {
    try demandOperator(besides: host)
    let waiting = try rights.underWay(host.id)
    guard waiting == 0 else {
      throw AppError.conflict(Message("operation.refused.underWay", ["count": "\(waiting)"]))
    }
    let left = try rights.remove(host.id)
    try ErasureLogStore(connection: connection).add(left.people, .removal, at: services.now())
    return PersonErasure.Traces(uploads: Set(left.uploads))
  }

  /// The installation is never left without somebody who looks after it.
  private func demandOperator(besides host: Host) throws {
    guard host.isOperator, !host.isDisabled, try rights.operators(besides: host.id) == 0 else { return }
    throw AppError.conflict(Message("operation.refused.lastOperator"))
  }
}
