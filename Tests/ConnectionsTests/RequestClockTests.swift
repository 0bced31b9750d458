import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Connections

@Suite("Peers that take their time")
struct RequestClockTests {
  @Test("A dripping body is told so and cut off; one at the pace of a phone is heard out")
  func bodies() throws {
    let line = try Line()
    try line.head(.post)
    for _ in 0..<3 {
      try line.body(1)
      line.wait(5)
    }
    #expect(line.isOpen)
    line.wait(6)
    #expect(line.statuses == [408] && !line.isOpen)

    let patient = try Line()
    try patient.head(.post)
    for _ in 0..<100 {
      try patient.body(5000)
      patient.wait(1)
    }
    try patient.end()
    #expect(patient.isOpen && patient.statuses.isEmpty)
  }

  @Test("A connection without a request ends, a new one sooner than one that has had an answer")
  func heads() throws {
    let new = try Line()
    new.wait(31)
    #expect(!new.isOpen)
    let kept = try Line()
    try kept.head(.get)
    try kept.end()
    try kept.answer(.ok)
    kept.wait(70)
    #expect(kept.isOpen)
    kept.wait(6)
    #expect(!kept.isOpen)
  }

  @Test("A peer that reads nothing of an answer is cut off; a slow reader gets all of it")
  func readers() throws {
    for reads in [false, true] {
      let line = try Line()
      try line.head(.get)
      try line.end()
      try line.write(.head(HTTPResponse(status: .ok)))
      line.isWritable = false
      for _ in 0..<5 {
        line.wait(60)
        if reads {
          line.isWritable = true
          line.isWritable = false
        }
      }
      #expect(line.isOpen == reads)
    }
  }

  @Test("Work that takes long is waited for as long as the peer could read its answer")
  func longWork() throws {
    let line = try Line()
    try line.head(.post)
    try line.end()
    line.wait(600)
    try line.answer(.ok)
    #expect(line.statuses == [200] && line.isOpen)
  }

  @Test(
    "Fifteen seconds after the server was told to end, what still goes on is told so and ends",
    arguments: [false, true])
  func quiescing(_ isBodyWhole: Bool) throws {
    let line = try Line()
    try line.head(.post)
    if isBodyWhole { try line.end() }
    line.quiesce()
    for _ in 0..<14 {
      line.wait(1)
      if !isBodyWhole { try line.body(10_000) }
    }
    #expect(line.isOpen)
    line.wait(2)
    #expect(!line.isOpen && line.statuses == [isBodyWhole ? 503 : 408])
  }

  @Test("A request with two hosts is refused")
  func hosts() throws {
    let line = try Line()
    try line.head(.get, [(HTTPField.Name("Host"), "b.example")])
    #expect(line.statuses == [400] && !line.isOpen && line.heard == 0)
  }

  @Test("A peer that asks first is told to go on, unless the body is too large for anything")
  func continuing() throws {
    for (length, isTold) in [("1000", true), ("1001", false), ("99999999999999999999", false)] {
      let line = try Line()
      try line.head(.post, [(.expect, "100-Continue"), (.contentLength, length)])
      #expect(line.statuses == (isTold ? [100] : []))
      try line.end()
      try line.answer(.ok)
      #expect(line.statuses == (isTold ? [100, 200] : [200]) && line.isOpen)
    }
  }

  @Test("A socket is left alone")
  func sockets() throws {
    let line = try Line()
    try line.head(.get)
    try line.end()
    try line.write(.head(HTTPResponse(status: .switchingProtocols)))
    #expect(line.statuses == [101], "and told at once")
    try line.raw()
    line.wait(10_000)
    try line.raw()
    #expect(line.isOpen)
  }

  @Test("One address has so many connections, others have theirs, and one that ends makes room")
  func addresses() throws {
    let connections = OpenConnections(perAddress: 2, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let lines = try ["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::1"].map {
      try Line(connections, from: $0)
    }
    #expect(lines.map(\.isOpen) == [true, true, false, true])
    lines[0].wait(31)
    #expect(!lines[0].isOpen)
    #expect(try Line(connections, from: "2001:db8::4").isOpen)
  }
}

/// A connection with a controlled clock, seen from the peer and from the application.
final class Line {
  private let channel: EmbeddedChannel

  init(_ connections: OpenConnections? = nil, from address: String = "192.0.2.1") throws {
    let connections =
      connections ?? OpenConnections(perAddress: 100, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    channel = EmbeddedChannel(handler: RequestClock(connections, bodyLimit: 1000))
    try channel.connect(to: SocketAddress(ipAddress: address, port: 1)).wait()
  }

  var isOpen: Bool { channel.isActive }

  var isWritable: Bool {
    get { channel.isWritable }
    set {
      channel.isWritable = newValue
      channel.pipeline.fireChannelWritabilityChanged()
    }
  }

  func wait(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

  func head(_ method: HTTPRequest.Method, _ fields: [(HTTPField.Name?, String)] = []) throws {
    var head = HTTPRequest(method: method, scheme: "http", authority: "a.example", path: "/")
    for (name, value) in fields { head.headerFields[try #require(name)] = value }
    try channel.writeInbound(HTTPRequestPart.head(head))
  }

  func body(_ count: Int) throws {
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 1, count: count)))
  }

  func end() throws { try channel.writeInbound(HTTPRequestPart.end(nil)) }

  func write(_ part: HTTPResponsePart) throws { try channel.writeOutbound(part) }

  func answer(_ status: HTTPResponse.Status) throws {
    try write(.head(HTTPResponse(status: status)))
    try write(.end(nil))
  }

  /// Bytes that are not HTTP, both ways.
  func raw() throws {
    try channel.writeInbound(ByteBuffer(string: "a"))
    try channel.writeOutbound(ByteBuffer(string: "a"))
    #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "a"))
  }

  func quiesce() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }

  /// Everything that went out.
  private var told: [Int] = []

  var statuses: [Int] {
    while let part = try? channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part { told.append(head.status.code) }
    }
    return told
  }

  /// Parts that reached the application.
  var heard: Int {
    var count = 0
    while (try? channel.readInbound(as: HTTPRequestPart.self)) != nil { count += 1 }
    return count
  }
}
