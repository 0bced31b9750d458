import Foundation

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A form on one of the gallery's pages, with the content of its fields.
struct SampleForm: Hashable {
  struct Field: Hashable {
    let name: String
    let value: String
  }

  let action: String
  let fields: [Field]

  /// The posting forms of all samples, each once.
  static func all(_ services: Services) -> [SampleForm] {
    let frame = Frame(phrases: services.phrases(.german), assets: services.assets, location: "/", hostName: "Miriam")
    let forms = Gallery.documents(frame).flatMap { Self.forms(in: $0.1) }
    var seen: Set<[String]> = []
    return forms.filter { seen.insert([$0.shape] + $0.fields.map(\.name)).inserted }
  }

  /// The action without ids, so that two samples of a page count once.
  private var shape: String { action.replacing(/[0-9a-f-]{20,}/, with: "*") }

  private static func forms(in html: String) -> [SampleForm] {
    html.matches(of: /(?s)<form ([^>]*)>(.*?)<\/form>/).compactMap { match in
      let form = attributes(match.1)
      guard form["method"] == "post", let action = form["action"] else { return nil }
      return SampleForm(action: action, fields: fields(in: match.2))
    }
  }

  private static func fields(in html: Substring) -> [Field] {
    let inputs = html.matches(of: /<(?:input|button) ([^>]*)>/).map { attributes($0.1) }
      .filter { !["radio", "checkbox"].contains($0["type"]) || $0["checked"] != nil }
      .map { ($0["name"], $0["value"] ?? "1") }
    let choices = html.matches(of: /(?s)<select ([^>]*)>(.*?)<\/select>/).map { match in
      let options = match.2.matches(of: /<option ([^>]*)>/).map { attributes($0.1) }
      return (attributes(match.1)["name"], (options.first { $0["selected"] != nil } ?? options.first)?["value"] ?? "")
    }
    let texts = html.matches(of: /(?s)<textarea ([^>]*)>(.*?)<\/textarea>/)
      .map { (attributes($0.1)["name"], String($0.2)) }
    return (inputs + choices + texts).compactMap { name, value in name.map { Field(name: $0, value: value) } }
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    let pairs = text.matches(of: /([a-z-]+)(?:="([^"]*)")?/)
      .map { (String($0.1), String($0.2 ?? "").replacing("&amp;", with: "&")) }
    return Dictionary(pairs) { first, _ in first }
  }
}
