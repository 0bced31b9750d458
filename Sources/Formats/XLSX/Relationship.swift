import Foundation

/// A reference from one part of a package to another.
struct Relationship {
  let id: String
  /// The last segment of the type's URI, which is the only common part of transitional and strict documents.
  let type: String
  /// The path of the other part in the package.
  let target: String
}

final class RelationshipsHandler: XMLHandler {
  private let folder: String
  private(set) var relationships: [Relationship] = []
  /// Targets outside the package by their ids: web and mail addresses.
  private(set) var linkTargets: [(id: String, target: String)] = []

  /// `folder` is the referring part's: targets are relative to it.
  init(folder: String) { self.folder = folder }

  func start(_ element: XMLElement, line: () -> Int) {
    guard element.name == "Relationship", let id = element["Id"], let type = element["Type"],
      let target = element["Target"]
    else { return }
    guard element["TargetMode"] != "External" else { return linkTargets.append((id, target)) }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    relationships.append(Relationship(id: id, type: kind, target: resolve(target)))
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func resolve(_ target: String) -> String {
    let path = target.replacingOccurrences(of: "\\", with: "/")
    let steps = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    var resolved: [Substring] = steps
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = resolved.popLast() } else { resolved.append(step) }
    }
    return resolved.joined(separator: "/")
  }
}
