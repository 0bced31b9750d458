import NIOCore
import NIOHTTPTypes

/// The end of the pipeline after the upgrade, on its event loop: bytes in become messages, and frames go out as fast as
/// the peer reads them. The HTTP handlers behind it see none of that.
final class WebSocketSession: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = ByteBuffer

  let options: WebSocketOptions
  private let goodbye: @Sendable (WebSocket) -> Void
  var context: ChannelHandlerContext?
  var socket: WebSocket?
  var source: WebSocketMessages.Producer.Source?
  var handshake = ClosingHandshake()
  var outbox: Outbox
  /// The connection's latest state: asking it for every frame of a broadcast is expensive.
  private(set) var isWritable = true
  var isFlushNeeded = false
  var isFlushPlanned = false
  var timer: Scheduled<Void>?
  var heardAt = NIODeadline.now()
  private(set) var isReading = true
  private var isReadWanted = false
  private var parser: FrameParser
  private var meter: RateMeter?
  private var bytesMeter: RateMeter?

  init(_ options: WebSocketOptions, goodbye: @escaping @Sendable (WebSocket) -> Void) {
    self.options = options
    self.goodbye = goodbye
    outbox = Outbox(options.outbox)
    parser = FrameParser(options.limits)
    meter = options.rate.map { RateMeter($0, at: .now()) }
    bytesMeter = options.bytes.map { RateMeter($0, at: .now()) }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  /// Starts listening and pinging. The request's task waits for the end of its body until then, and ends.
  func open(_ context: ChannelHandlerContext, into upgrade: PendingUpgrade) {
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let (messages, source) = WebSocketMessages.make(ReadDemand(eventLoop: context.eventLoop, session: bound))
    let socket = WebSocket(bound, messages: messages, channel: context.channel)
    self.source = source
    self.socket = socket
    isWritable = context.channel.isWritable
    limitBuffers(context)
    planPing(in: options.heartbeat)
    upgrade.fulfil(socket)
    context.fireChannelRead(wrapInboundOut(.end(nil)))
    context.fireChannelReadComplete()
    context.read()
  }

  /// The system's buffers for a peer come on top of our outbox, so a slow reader would be noticed megabytes late. Each
  /// connection also keeps its read buffers, which otherwise grow to the largest read.
  private func limitBuffers(_ context: ChannelHandlerContext) {
    let options = context.channel.syncOptions
    try? options?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1024))
    #if os(Linux)
      let notSentLowWatermark = NIOBSDSocket.Option(rawValue: 25)
      try? options?.setOption(.tcpOption(notSentLowWatermark), value: 128 * 1024)
    #endif
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    heardAt = .now()
    guard handshake.isListening else { return }
    let bytes = unwrapInboundIn(data)
    do throws(Violation) {
      guard bytesMeter?.admits(bytes.readableBytes, at: heardAt) ?? true else {
        throw Violation(.policyViolation, "too many bytes")
      }
      parser.append(bytes)
      while handshake.isListening, let event = try parser.next() {
        guard meter?.admits(at: heardAt) ?? true else { throw Violation(.policyViolation, "too many messages") }
        hear(event)
      }
    } catch {
      fail(error)
    }
  }

  private func hear(_ event: FrameEvent) {
    switch event {
    case .message(let message) where handshake.isOpen:
      if source?.yield(message) == .stopProducing { isReading = false }
    case .ping(let payload):
      send(.pong(payload))
      flushSoon()
    case .close(let code, let reason):
      peerClosed(code, reason)
    case .message, .fragment, .pong: break
    }
  }

  /// Whoever is behind the session has ended with the request's task, and asks for nothing more.
  func read(context: ChannelHandlerContext) {}

  func channelReadComplete(context: ChannelHandlerContext) {
    if isReading { context.read() } else { isReadWanted = true }
  }

  func resumeReading() {
    isReading = true
    guard isReadWanted else { return }
    isReadWanted = false
    context?.read()
  }

  /// The request's task has nothing to write, since the session does that.
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    promise?.succeed()
  }

  /// The request's task ends with the upgrade and would take the connection with it. Only the session closes that, by
  /// its own context.
  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    promise?.succeed()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    isWritable = context.channel.isWritable
    drain()
    flush()
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent: quiesce()
    case ChannelEvent.inputClosed: context.close(promise: nil)
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// The server is about to stop: the application says why, then the socket closes.
  func quiesce() {
    guard let socket, handshake.isOpen else { return }
    goodbye(socket)
    socket.close(.serviceRestart, "the server restarts")
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end()
  }
}
