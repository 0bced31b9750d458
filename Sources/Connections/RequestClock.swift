import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Placed behind the HTTP codecs in every connection: it counts the connection, and ends it if a head, a body or the
/// reading of an answer takes for ever. Without it, a peer that sends or reads a byte now and then would keep a
/// connection, a task and the end of the server waiting.
package final class RequestClock: ChannelDuplexHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  private let pace: RequestPace
  /// Bytes of the largest body any route accepts.
  private let bodyLimit: Int
  private let connections: OpenConnections
  private var address: NetworkAddress?
  private var isStarted = false
  private var isBodyComing = false
  private var isAnswering = false
  private var isAnswerBegun = false
  private var isRefused = false
  /// True once the traffic is no longer HTTP.
  private var isOver = false
  private var bodyStartedAt = NIODeadline.now()
  private var bodyBytes = 0
  private var timer: Scheduled<Void>?
  private var end: Scheduled<Void>?

  package init(_ connections: OpenConnections, pace: RequestPace = RequestPace(), bodyLimit: Int) {
    (self.connections, self.pace, self.bodyLimit) = (connections, pace, bodyLimit)
  }

  package func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { start(context) }
  }

  package func channelActive(context: ChannelHandlerContext) {
    start(context)
    context.fireChannelActive()
  }

  private func start(_ context: ChannelHandlerContext) {
    guard !isStarted else { return }
    isStarted = true
    let address = NetworkAddress(context.channel.remoteAddress)
    guard connections.enter(address) else { return context.close(promise: nil) }
    context.channel.closeFuture.whenComplete { [connections] _ in connections.leave(address) }
    plan(context, in: pace.firstHead) { $0.close(promise: nil) }
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isOver { return context.fireChannelRead(data) }
    guard !isRefused else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      isBodyComing = true
      (isAnswering, isAnswerBegun) = (true, false)
      (bodyStartedAt, bodyBytes) = (context.eventLoop.now, 0)
      if let status = Self.refusal(head) { return refuse(context, status) }
      if awaitsContinue(head) { context.writeAndFlush(wrapOutboundOut(.head(.init(status: .continue))), promise: nil) }
      watchBody(context)
    case .body(let bytes):
      bodyBytes += bytes.readableBytes
    case .end:
      isBodyComing = false
      watchAnswer(context)
    }
    context.fireChannelRead(data)
  }

  /// Two hosts are invalid (RFC 9112 §3.2); the codec has removed the first.
  private static func refusal(_ head: HTTPRequest) -> HTTPResponse.Status? {
    HTTPField.Name("Host").flatMap { head.headerFields[$0] } == nil ? nil : .badRequest
  }

  /// True if the peer waits for a go-ahead before it sends the body (RFC 9110 §10.1.1). One that is too large gets its
  /// answer instead.
  private func awaitsContinue(_ head: HTTPRequest) -> Bool {
    head.headerFields[.expect]?.lowercased() == "100-continue"
      && Int(head.headerFields[.contentLength] ?? "0").map { $0 <= bodyLimit } ?? false
  }

  private func watchBody(_ context: ChannelHandlerContext) {
    let left = bodyStartedAt + pace.allowance(bytes: bodyBytes) - context.eventLoop.now
    guard left > .nanoseconds(0) else { return refuse(context, .requestTimeout) }
    plan(context, in: left) { self.watchBody($0) }
  }

  /// As long as some bytes of the answer leave now and then, all is well.
  private func watchAnswer(_ context: ChannelHandlerContext) {
    plan(context, in: pace.answer) { context in
      if context.channel.isWritable { self.watchAnswer(context) } else { context.close(promise: nil) }
    }
  }

  package func channelWritabilityChanged(context: ChannelHandlerContext) {
    if isAnswering, !isBodyComing { watchAnswer(context) }
    context.fireChannelWritabilityChanged()
  }

  package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if isOver { return context.write(data, promise: promise) }
    guard !isRefused else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head) where head.status == .switchingProtocols: leave(context)
    case .head(let head) where head.status.kind != .informational: isAnswerBegun = true
    case .end:
      isAnswering = false
      if !isBodyComing { plan(context, in: pace.head) { $0.close(promise: nil) } }
    default: break
    }
    context.write(data, promise: promise)
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent, end == nil, !isOver {
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      end = context.eventLoop.scheduleTask(in: pace.end) {
        let (clock, context) = bound.value
        clock.refuse(context, clock.isBodyComing ? .requestTimeout : .serviceUnavailable)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// Not at once, because the answer being written still has to be flushed the same way.
  private func leave(_ context: ChannelHandlerContext) {
    isOver = true
    stop()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.execute { bound.value.pipeline.syncOperations.removeHandler(context: bound.value, promise: nil) }
  }

  /// Answers with a refusal if nothing was sent yet; the connection ends with it.
  private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status) {
    guard !isRefused else { return }
    let mayAnswer = isAnswering && !isAnswerBegun
    isRefused = true
    stop()
    guard mayAnswer else { return context.close(promise: nil) }
    let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in bound.value.close(promise: nil) }
  }

  private func plan(
    _ context: ChannelHandlerContext, in delay: TimeAmount, _ act: @escaping (ChannelHandlerContext) -> Void
  ) {
    timer?.cancel()
    guard !isRefused else { return }
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { act(context) }
  }

  private func stop() {
    timer?.cancel()
    end?.cancel()
    (timer, end) = (nil, nil)
  }

  package func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    stop()
  }
}
