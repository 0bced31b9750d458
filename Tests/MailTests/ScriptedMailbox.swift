import Foundation
import Synchronization

@testable import Mail

/// A mailbox on a port of this machine, one connection at a time: the few IMAP commands that libcurl sends, with faults
/// on demand.
final class ScriptedMailbox: Sendable {
  struct Record: Sendable {
    var mails: [UInt32: String] = [:]
    var deleted: Set<UInt32> = []
    var validity: UInt32 = 17
    var commands: [String] = []
    var connections = 0
    /// Replacement answers to commands, by their first words; `silence` says nothing, `drop` breaks the connection.
    var instead: [String: String] = [:]
  }

  let port: Int
  private let listener: Int32
  private let record: Mutex<Record>

  init(_ mails: [UInt32: String] = [:], instead: [String: String] = [:]) throws {
    var record = Record()
    (record.mails, record.instead) = (mails, instead)
    self.record = Mutex(record)
    (listener, port) = try ScriptedServer.listener()
    Thread.detachNewThread { [self] in serve() }
  }

  var seen: Record { record.withLock { $0 } }

  func change(_ body: @Sendable (inout Record) -> Void) { record.withLock { body(&$0) } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { break }
      record.withLock { $0.connections += 1 }
      talk(over: socket)
      close(socket)
    }
    close(listener)
  }

  private func talk(over socket: Int32) {
    var received: [UInt8] = []
    guard say(seen.instead["GREETING"] ?? "* OK ready", over: socket) else { return }
    while let line = read(socket, &received) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, say(answer(words[1], words[0]), over: socket) else { return }
    }
  }

  private func answer(_ command: String, _ tag: String) -> String {
    record.withLock { record in
      record.commands.append(command)
      if let instead = record.instead.first(where: { command.hasPrefix($0.key) })?.value {
        return instead.replacing("TAG", with: tag)
      }
      return Self.answer(command, &record).map { "\($0)\r\n\(tag) OK done" } ?? "\(tag) NO not so"
    }
  }

  /// Nil for a refused command.
  private static func answer(_ command: String, _ record: inout Record) -> String? {
    let words = command.split(separator: " ").map(String.init)
    let next = (record.mails.keys.max() ?? 0) + 1
    switch (words[0], words.dropFirst().first) {
    case ("CAPABILITY", _): return "* CAPABILITY IMAP4rev1 UIDPLUS"
    case ("LOGIN", _): return command.hasSuffix(" secret") ? "* OK in" : nil
    case ("STATUS", _):
      return command.contains("INBOX") ? "* STATUS INBOX (UIDNEXT \(next) UIDVALIDITY \(record.validity))" : nil
    case ("SELECT", _): return "* \(record.mails.count) EXISTS\r\n* OK [UIDVALIDITY \(record.validity)] valid"
    case ("UID", "SEARCH"): return "* SEARCH " + found(command, record).map(String.init).joined(separator: " ")
    case ("UID", "FETCH"):
      guard let uid = UInt32(words[2]), let mail = record.mails[uid] else { return "* OK nothing" }
      let most = words[3].firstMatch(of: /<0\.(\d+)>/).flatMap { Int($0.1) } ?? mail.utf8.count
      let part = String(decoding: mail.utf8.prefix(most), as: UTF8.self)
      return "* 1 FETCH (UID \(uid) BODY[]<0> {\(part.utf8.count)}\r\n\(part))"
    case ("UID", "STORE"):
      if let uid = UInt32(words[2]) { record.deleted.insert(uid) }
      return "* OK marked"
    case ("UID", "EXPUNGE"):
      if let uid = UInt32(words[2]), record.deleted.contains(uid) { record.mails[uid] = nil }
      return "* OK gone"
    default: return "* OK \(words[0])"
    }
  }

  private static func found(_ command: String, _ record: Record) -> [UInt32] {
    let span = command.firstMatch(of: /UID (\d+):(\d+)/).map { (UInt32($0.1) ?? 1, UInt32($0.2) ?? 1) } ?? (1, 1)
    let start = command.firstMatch(of: /HEADER To "([^"]*)"/).map { String($0.1) } ?? ""
    return record.mails.filter { $0.key >= span.0 && $0.key <= span.1 && $0.value.contains(start) }.keys.sorted()
  }

  private func say(_ text: String, over socket: Int32) -> Bool {
    if text == "silence" {
      var byte: UInt8 = 0
      while recv(socket, &byte, 1, 0) > 0 {}
    }
    guard text != "silence", text != "drop" else { return false }
    let bytes = Array((text + "\r\n").utf8)
    return send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  private func read(_ socket: Int32, _ received: inout [UInt8]) -> String? {
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let line = String(decoding: received[..<end], as: UTF8.self)
        received.removeSubrange(...end)
        return line.hasSuffix("\r") ? String(line.dropLast()) : line
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += buffer[..<count]
    }
  }
}
