import Foundation

/// A JavaScript module with everything it imports, as one file: a browser fetches it at once, whereas forty files would
/// come one after another, each found only through the one before.
///
/// It knows only the form in which our modules are written: imports on separate lines before everything else, as
/// `import { name, other } from "./file.js";`, and exports in front of a function, class or constant. Each module
/// becomes a separate function that returns its exports, so that names never collide. Imports must exist before they
/// are used, so modules can't import each other in a circle.
struct ModuleBundle {
  enum Problem: Error, Equatable {
    case missing(String)
    case circle(String)
    /// An import or an export in an unknown form.
    case form(module: String, line: String)
  }

  private let module: (String) -> String?
  private var numbers: [String: Int] = [:]
  private var open: Set<String> = []
  private var pieces: [String] = []

  /// - Parameters:
  ///   - entry: the module's name, such as `js/room/view/start.js`.
  ///   - module: returns the text of a module by its name.
  static func text(of entry: String, _ module: @escaping (String) -> String?) throws(Problem) -> String {
    var bundle = ModuleBundle(module: module)
    let body = try bundle.body(of: entry)
    // The first module's exports can be imported from the bundle.
    let exports = body.exports.isEmpty ? [] : ["export{\(body.exports.joined(separator: ","))};"]
    return (bundle.pieces + [body.text] + exports).joined(separator: "\n")
  }

  private init(module: @escaping (String) -> String?) {
    self.module = module
  }

  /// The number under which a module's exports are kept.
  private mutating func number(of name: String) throws(Problem) -> Int {
    if let number = numbers[name] { return number }
    let (text, exports) = try body(of: name)
    let number = numbers.count + 1
    numbers[name] = number
    // Its name is in a comment, so that somebody searching for a line finds the file.
    pieces.append("// \(name)\nconst m\(number)=(()=>{\(text)\nreturn{\(exports.joined(separator: ","))}})();")
    return number
  }

  private mutating func body(of name: String) throws(Problem) -> (text: String, exports: [String]) {
    guard let text = module(name) else { throw .missing(name) }
    guard open.insert(name).inserted else { throw .circle(name) }
    defer { open.remove(name) }
    var (lines, exports): ([String], [String]) = ([], [])
    for line in text.split(separator: "\n") {
      if line.hasPrefix("import ") {
        lines.append(try imported(line, into: name))
      } else if line.hasPrefix("export ") {
        let declaration = line.dropFirst("export ".count)
        guard let exported = Self.declared(declaration) else { throw .form(module: name, line: String(line)) }
        exports.append(exported)
        lines.append(String(declaration))
      } else {
        lines.append(String(line))
      }
    }
    return (lines.joined(separator: "\n"), exports)
  }

  private mutating func imported(_ line: Substring, into name: String) throws(Problem) -> String {
    guard let match = line.wholeMatch(of: /import (\{[\w$, ]*\}) from "([^"]+)";/) else {
      throw .form(module: name, line: String(line))
    }
    let number = try number(of: Self.resolved(String(match.2), from: name))
    return "const\(match.1.filter { $0 != " " })=m\(number);"
  }

  /// The name that `function a(`, `async function a(`, `class A {` or `const a =` declares.
  private static func declared(_ declaration: Substring) -> String? {
    declaration.prefixMatch(of: /(?:async )?(?:function\*?|class|const) ([\w$]+)/).map { String($0.1) }
  }

  /// `../room.js` seen from `js/room/view/start.js` is `js/room/room.js`.
  private static func resolved(_ file: String, from name: String) -> String {
    var parts = name.split(separator: "/").dropLast()
    for step in file.split(separator: "/") where step != "." {
      if step == ".." { parts = parts.dropLast() } else { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }
}
