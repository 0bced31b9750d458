import Synchronization
import WebSockets

/// The people in each room.
final class Rooms: Sendable {
  private let audiences = Mutex<[String: Audience]>([:])

  func serve(_ socket: WebSocket, in room: String) async {
    audiences.withLock { $0[room, default: Audience()].insert(socket) }
    for await message in socket.messages {
      audiences.withLock { $0[room] }?.send(EncodedFrame(message))
    }
    audiences.withLock { $0[room]?.remove(socket) }
  }
}
