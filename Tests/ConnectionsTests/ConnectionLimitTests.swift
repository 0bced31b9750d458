import Logging
import NIOConcurrencyHelpers
import Testing

@testable import Connections

@Suite("All connections together")
struct ConnectionLimitTests {
  private struct Memory: LogHandler {
    let lines: NIOLockedValueBox<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      lines.withLockedValue { $0.append("\(event.level) \(event.message)") }
    }
  }

  @Test("Beyond the limit new ones wait until one has ended, and the log has one line about it however many come")
  func limit() {
    let lines = NIOLockedValueBox<[String]>([])
    let connections = OpenConnections(perAddress: nil, logger: Logger(label: "test") { _ in Memory(lines: lines) })
    var limit = ConnectionLimit(2, connections)
    limit.connectionOpened()
    #expect(limit.isAcceptingNewConnections() && lines.withLockedValue(\.isEmpty))
    limit.connectionOpened()
    for _ in 1...100 { #expect(!limit.isAcceptingNewConnections()) }
    #expect(lines.withLockedValue { $0 } == ["warning too many connections: new ones wait"])
    limit.connectionClosed()
    #expect(limit.isAcceptingNewConnections())
  }
}
