import Core
import Fetching
import Foundation

/// Asks a calendar's server when somebody is busy. Where it wants a login it is asked for the times alone first (RFC 4791 §7.10), so that
/// no event leaves it; a server that does not know that question gives the whole calendar.
struct BusyQuery {
  let fetch: any FileFetching
  let address: String
  let login: FetchRequest.Login?

  /// - Parameter read: takes the times from what came.
  func times(
    in window: Range<Date>, read: (Data) throws -> [Range<Date>]
  ) throws -> [Range<Date>] {
    guard let login else { return try read(try fetch.file(at: address).content) }
    do { return try read(try fetch.file(at: address, by: Self.question(window, login)).content) } catch let failure
      as FetchFailure
    {
      guard case .refused(let status) = failure, ![401, 404, 429].contains(status), status < 503 else { throw failure }
    } catch {
      // It answered something else.
    }
    return try read(try fetch.file(at: address, by: FetchRequest(login: login)).content)
  }

  private static func question(_ window: Range<Date>, _ login: FetchRequest.Login) -> FetchRequest {
    let (from, to) = (stamp(window.lowerBound), stamp(window.upperBound))
    let query = """
      <?xml version="1.0" encoding="utf-8"?>
      <C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav"><C:time-range start="\(from)" end="\(to)"/>\
      </C:free-busy-query>
      """
    return FetchRequest(
      method: "REPORT", content: Array(query.utf8),
      headers: ["Content-Type: application/xml; charset=utf-8", "Depth: 1", "Accept: text/calendar"], login: login)
  }

  /// In UTC (RFC 5545 §3.3.5).
  private static func stamp(_ date: Date) -> String {
    LocalTime.machineText(date).filter { $0 != "-" && $0 != ":" }
  }
}
