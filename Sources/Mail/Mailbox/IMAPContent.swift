import CCurl
import CurlOptions
import Foundation

/// Collects the server's data in one transfer, and ends the transfer when the program stops.
final class IMAPContent {
  private(set) var data = Data()
  private let most: Int
  private let stop: StopSwitch

  init(most: Int, _ stop: StopSwitch) {
    (self.most, self.stop) = (most, stop)
  }

  /// This object must outlive the transfer.
  func attach(to handle: UnsafeMutableRawPointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    curl_set_pointer(handle, CURLOPT_XFERINFODATA, me)
    curl_set_number(handle, CURLOPT_NOPROGRESS, 0)
    curl_set_write_callback(handle) { bytes, size, count, me in
      guard let bytes, let me else { return 0 }
      Unmanaged<IMAPContent>.fromOpaque(me).takeUnretainedValue().take(bytes, size * count)
      return size * count
    }
    curl_set_progress_callback(handle) { me, _, _, _, _ in
      guard let me else { return 0 }
      return Unmanaged<IMAPContent>.fromOpaque(me).takeUnretainedValue().stop.isFlipped ? 1 : 0
    }
  }

  /// Bytes beyond the limit are read and dropped, so that a server that sends more than it was asked for fills no
  /// memory.
  private func take(_ bytes: UnsafeMutablePointer<CChar>, _ count: Int) {
    let room = min(count, most - data.count)
    if room > 0 { data.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: room)) }
  }
}
