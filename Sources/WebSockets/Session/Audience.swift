import NIOCore

/// Sockets that are sent the same frames. They are grouped by event loop, so that a frame for all of them costs one hop
/// per loop, not one per socket.
package struct Audience: Sendable {
  private struct Circle: Sendable {
    let eventLoop: any EventLoop
    var sockets: [WebSocket]
  }

  private var circles: [Circle] = []

  package init(_ sockets: some Sequence<WebSocket> = []) {
    for socket in sockets { insert(socket) }
  }

  package var isEmpty: Bool { circles.isEmpty }

  package mutating func insert(_ socket: WebSocket) {
    guard let index = circles.firstIndex(where: { $0.eventLoop === socket.eventLoop }) else {
      return circles.append(Circle(eventLoop: socket.eventLoop, sockets: [socket]))
    }
    if !circles[index].sockets.contains(socket) { circles[index].sockets.append(socket) }
  }

  package mutating func remove(_ socket: WebSocket) {
    guard let index = circles.firstIndex(where: { $0.eventLoop === socket.eventLoop }) else { return }
    circles[index].sockets.removeAll { $0 == socket }
    if circles[index].sockets.isEmpty { circles.remove(at: index) }
  }

  /// Keeps the order with frames that the same place sends to single sockets.
  package func send(_ frame: EncodedFrame) {
    for circle in circles {
      circle.eventLoop.execute {
        for socket in circle.sockets { socket.session.value.send(frame) }
        circle.eventLoop.execute {
          for socket in circle.sockets { socket.session.value.flush() }
        }
      }
    }
  }
}
