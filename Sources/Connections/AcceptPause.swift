import NIOCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Comes first in the server's channel: accepting pauses when no descriptor is left for the next connection.
///
/// NIO's `AcceptBackoffHandler` waits before it reads again, but a failed accept leaves the read pending and the socket
/// readable, so the loop keeps spinning in the meantime. Instead, a descriptor kept in reserve is given up for that one
/// connection, which is closed at once: the read is done, and the next one comes after the pause.
final class AcceptPause: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never

  private static let pause = TimeAmount.seconds(1)

  private let connections: OpenConnections
  private var reserve = AcceptPause.descriptor()
  private var pausedUntil = NIODeadline.uptimeNanoseconds(0)
  private var isReadPlanned = false

  init(_ connections: OpenConnections) {
    self.connections = connections
  }

  deinit {
    if reserve >= 0 { giveUp(reserve) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError, [EMFILE, ENFILE].contains(error.errnoCode) else {
      return context.fireErrorCaught(error)
    }
    pausedUntil = .now() + Self.pause
    connections.complain("no connection accepted for a second", ["error": "\(error)"])
    if reserve >= 0 {
      giveUp(reserve)
      reserve = -1
    } else {
      // Something else was quicker to take it: the loop must not use up a processor until there is one again.
      usleep(1000)
      reserve = Self.descriptor()
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard reserve < 0 else { return context.fireChannelRead(data) }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let connection = unwrapInboundIn(data)
    connection.closeFuture.hop(to: context.eventLoop).whenComplete { _ in
      if bound.value.reserve < 0 { bound.value.reserve = Self.descriptor() }
    }
    connection.close(promise: nil)
  }

  func read(context: ChannelHandlerContext) {
    guard pausedUntil > .now() else { return context.read() }
    guard !isReadPlanned else { return }
    isReadPlanned = true
    context.eventLoop.assumeIsolated().scheduleTask(deadline: pausedUntil) {
      self.isReadPlanned = false
      context.read()
    }
  }

  private static func descriptor() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }
}

/// The C function, since a handler's own `close` ends a channel.
private func giveUp(_ descriptor: Int32) { _ = close(descriptor) }

extension OpenConnections {
  /// Makes the server's channel pause when no descriptor is left.
  package func pauseAccepting(_ server: any Channel) async throws {
    try await server.eventLoop.submit {
      try server.pipeline.syncOperations.addHandler(AcceptPause(self), position: .first)
    }.get()
  }
}
