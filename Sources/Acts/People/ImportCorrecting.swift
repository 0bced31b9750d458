import Core
import Database
import Formats
import Foundation
import House
import Records

/// A host's changes on the preview of a list.
package struct PreviewCorrection: Sendable, Equatable {
  /// The position of the header.
  package enum Header: Sendable, Equatable {
    case asGuessed
    case none
    /// A row that was guessed to be something else.
    case line(Int)
  }

  package var columns: [ColumnRole]
  package var header: Header
  /// For each section, in order, true if it is read; empty if the preview did not ask.
  package var sections: [Bool]
  package var charset: String?
  /// True to forget earlier instructions about the header.
  package var guessesAnew: Bool

  package init(
    columns: [ColumnRole], header: Header = .asGuessed, sections: [Bool] = [], charset: String? = nil,
    guessesAnew: Bool = false
  ) {
    self.columns = columns
    self.header = header
    self.sections = sections
    self.charset = charset
    self.guessesAnew = guessesAnew
  }
}

/// Has a list read again as its host says, and remembers the instructions for the next list with the same header.
package struct ImportCorrecting {
  let connection: any Connection
  let host: HostID
  let now: Date

  package init(connection: any Connection, host: HostID, now: Date) {
    self.connection = connection
    self.host = host
    self.now = now
  }

  private var headers: HeaderStore { HeaderStore(connection: connection) }

  /// - Returns: false if the import is not waiting for its host.
  package func correct(_ id: ImportID, _ layout: ImportLayout, _ correction: PreviewCorrection) throws -> Bool {
    let store = ImportStore(connection: connection)
    guard try store.move(id, from: .ready, to: .reading, at: now) else { return false }
    let outline = layout.outline
    var told = ColumnCorrection(charset: correction.charset)
    let hash = outline?.headerHash ?? ""
    if correction.guessesAnew {
      try headers.forget(hash, of: host)
    } else if case .line(let line) = correction.header, let row = outline?.top.first(where: { $0.line == line }) {
      try headers.forget(hash, of: host)
      let columns = correction.columns == layout.columns ? nil : correction.columns
      let advice = HeaderAdvice(columns: columns, beginsList: true)
      if !row.hash.isEmpty { try headers.keep(advice, for: row.hash, of: host, at: now) }
    } else if correction.header == .none {
      try headers.forget(hash, of: host)
      (told.columns, told.hasHeader) = (correction.columns, false)
    } else if hash.isEmpty {
      told.columns = layout.columns.isEmpty ? nil : correction.columns
      told.hasHeader = layout.hasHeader
    } else {
      try remember(correction, layout, outline)
    }
    try store.correct(told, of: id)
    return true
  }

  /// Combines earlier instructions with the current ones.
  private func remember(_ correction: PreviewCorrection, _ layout: ImportLayout, _ outline: ImportOutline?) throws {
    guard let outline else { return }
    let known = try headers.headers(of: host)
    if correction.columns != layout.columns {
      var advice = known.advice(hash: outline.headerHash) ?? HeaderAdvice()
      advice.columns = correction.columns
      try headers.keep(advice, for: outline.headerHash, of: host, at: now)
    }
    guard correction.sections.contains(true) else { return }
    for (section, isRead) in zip(outline.sections, correction.sections)
    where section.isRead != isRead && !section.hash.isEmpty {
      var advice = try headers.headers(of: host).advice(hash: section.hash) ?? HeaderAdvice()
      advice.isRead = isRead
      try headers.keep(advice, for: section.hash, of: host, at: now)
    }
  }
}
