import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Placed between the HTTP/1 codecs and the server in every connection: `additionalChannelHandlers:
/// [WebSocketUpgradeHandler()]`. It lets requests for another protocol through to the routes; if one answers with a
/// WebSocket, the codecs make way for a `WebSocketSession`. Any other response is the connection's last, because the
/// HTTP parser has stopped after such a request.
package final class WebSocketUpgradeHandler: ChannelDuplexHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  private enum State {
    case idle
    case asked(isEndHeld: Bool)
    case refused
  }

  private var state = State.idle
  private var isQuiescing = false

  package init() {}

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (unwrapInboundIn(data), state) {
    case (.head(let head), .idle) where head.headerFields[.upgrade] != nil:
      state = .asked(isEndHeld: UpgradeRequest.mayBecomeSocket(head))
      context.fireChannelRead(data)
    case (.end, .asked(isEndHeld: true)): break
    default: context.fireChannelRead(data)
    }
  }

  package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch (unwrapOutboundIn(data), state) {
    case (.head(let head), .asked(let isEndHeld)) where head.status == .switchingProtocols:
      upgrade(context, head, isEndHeld, promise)
    case (.head(let head), .asked(let isEndHeld)) where head.status.kind != .informational:
      refuse(context, head, isEndHeld, promise)
    case (.end, .refused):
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      let last = promise ?? context.value.eventLoop.makePromise()
      last.futureResult.whenComplete { _ in context.value.close(promise: nil) }
      context.value.writeAndFlush(data, promise: last)
    default: context.write(data, promise: promise)
    }
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent { isQuiescing = true }
    context.fireUserInboundEventTriggered(event)
  }

  private func upgrade(
    _ context: ChannelHandlerContext, _ head: HTTPResponse, _ isEndHeld: Bool, _ promise: EventLoopPromise<Void>?
  ) {
    guard isEndHeld, let name = WebSocketResponse.ticket,
      let pending = head.headerFields[name].flatMap(PendingUpgrade.claim)
    else { return context.close(promise: promise) }
    var head = head
    head.headerFields[name] = nil
    context.writeAndFlush(wrapOutboundOut(.head(head)), promise: promise)
    do {
      try replaceCodecs(context, pending)
    } catch {
      context.close(promise: nil)
    }
  }

  private func refuse(
    _ context: ChannelHandlerContext, _ head: HTTPResponse, _ isEndHeld: Bool, _ promise: EventLoopPromise<Void>?
  ) {
    state = .refused
    var head = head
    head.headerFields[.connection] = "close"
    context.write(wrapOutboundOut(.head(head)), promise: promise)
    if isEndHeld { context.fireChannelRead(wrapInboundOut(.end(nil))) }
  }

  private func replaceCodecs(_ context: ChannelHandlerContext, _ pending: PendingUpgrade) throws {
    let pipeline = context.pipeline.syncOperations
    let session = WebSocketSession(pending.options, goodbye: pending.goodbye)
    try pipeline.addHandler(session, position: .after(self))
    let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
    let codec = try pipeline.context(handlerType: HTTP1ToHTTPServerCodec.self)
    let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
    for handler in [encoder, codec, context, decoder] { pipeline.removeHandler(context: handler, promise: nil) }
    try session.open(pipeline.context(handler: session), into: pending)
    if isQuiescing { session.quiesce() }
  }
}
