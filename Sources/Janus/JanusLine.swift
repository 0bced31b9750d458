import Foundation
import NIOCore
import NIOWebSocket

/// The connection to one Janus, for all parties there. It knows within 4 seconds when Janus doesn't live any more.
package actor JanusLine {
  package nonisolated let address: JanusAddress
  /// False for ever once it ended.
  package private(set) var isOpen = true
  private let secret: String
  private let outgoing: AsyncStream<WebSocketFrame>.Continuation
  private var waiting: [String: Question] = [:]
  private var listeners: [UInt64: AsyncStream<JanusAnswer>.Continuation] = [:]
  private var count = 0

  /// Between two looks whether Janus lives, and how long it may take for an answer.
  private static let pause = Duration.seconds(1)
  private static let pulse = Duration.seconds(2)
  private static let patience = Duration.seconds(4)

  private struct Question {
    let isDoneWithAck: Bool
    let answer: CheckedContinuation<JanusAnswer, any Error>
  }

  private init(_ address: JanusAddress, _ secret: String, _ outgoing: AsyncStream<WebSocketFrame>.Continuation) {
    (self.address, self.secret, self.outgoing) = (address, secret, outgoing)
  }

  /// - Throws: `JanusProblem.gone`.
  package static func open(_ address: JanusAddress, secret: String) async throws -> JanusLine {
    let channel = try await JanusUpgrade.connect(to: address)
    let (frames, outgoing) = AsyncStream.makeStream(of: WebSocketFrame.self)
    let line = JanusLine(address, secret, outgoing)
    Task {
      try? await channel.executeThenClose { inbound, outbound in
        try await line.serve(inbound, outbound, frames)
      }
      await line.end()
    }
    return line
  }

  package func close() {
    outgoing.finish()
  }

  /// - Returns: what happens in this session, until the line ends.
  func events(of session: UInt64) -> AsyncStream<JanusAnswer> {
    let (events, listener) = AsyncStream.makeStream(of: JanusAnswer.self)
    if isOpen { listeners[session] = listener } else { listener.finish() }
    return events
  }

  func forget(_ session: UInt64) {
    listeners.removeValue(forKey: session)?.finish()
  }

  /// - Throws: `JanusProblem`.
  func ask(_ request: JanusRequest, within patience: Duration = JanusLine.patience) async throws -> JanusAnswer {
    guard isOpen else { throw JanusProblem.gone }
    count += 1
    var request = request
    (request.transaction, request.secret) = (String(count), secret)
    let text = ByteBuffer(bytes: try JSONEncoder().encode(request))
    let transaction = request.transaction
    return try await withCheckedThrowingContinuation { answer in
      waiting[transaction] = Question(isDoneWithAck: request.isDoneWithAck, answer: answer)
      outgoing.yield(WebSocketFrame(fin: true, opcode: .text, maskKey: .random(), data: text))
      Task {
        try? await Task.sleep(for: patience)
        give(.failure(JanusProblem.noAnswer), to: transaction)
      }
    }.granted()
  }

  /// Whichever ends first ends the line: what comes, what goes, or the look whether Janus lives.
  private func serve(
    _ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>, _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>,
    _ frames: AsyncStream<WebSocketFrame>
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for await frame in frames { try await outbound.write(frame) } }
      group.addTask { for try await frame in inbound { await self.take(frame) } }
      group.addTask { try await self.watch() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func watch() async throws {
    while isOpen {
      try await Task.sleep(for: Self.pause)
      _ = try await ask(JanusRequest("ping"), within: Self.pulse)
    }
  }

  private func take(_ frame: WebSocketFrame) {
    switch frame.opcode {
    case .text: read(frame.unmaskedData)
    case .ping:
      outgoing.yield(WebSocketFrame(fin: true, opcode: .pong, maskKey: .random(), data: frame.unmaskedData))
    case .connectionClose: outgoing.finish()
    default: break
    }
  }

  private func read(_ text: ByteBuffer) {
    guard let answer = try? JSONDecoder().decode(JanusAnswer.self, from: Data(text.readableBytesView)) else { return }
    if let transaction = answer.transaction, let question = waiting[transaction] {
      if answer.janus == "ack", !question.isDoneWithAck { return }
      return give(.success(answer), to: transaction)
    }
    if let session = answer.session { listeners[session]?.yield(answer) }
  }

  private func give(_ answer: Result<JanusAnswer, any Error>, to transaction: String) {
    waiting.removeValue(forKey: transaction)?.answer.resume(with: answer)
  }

  private func end() {
    isOpen = false
    outgoing.finish()
    for transaction in waiting.keys { give(.failure(JanusProblem.gone), to: transaction) }
    for listener in listeners.values { listener.finish() }
    listeners = [:]
  }
}
