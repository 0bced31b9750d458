/// The current page of a long list, and the links to its neighbours.
package struct Pager: Sendable, Equatable {
  /// From 1.
  package let page: Int
  package let size: Int
  package let total: Int

  package init(page: Int, size: Int, total: Int) {
    self.page = page
    self.size = size
    self.total = total
  }

  package static let pageBounds = 1...1_000_000

  package var pages: Int { max(1, (total + size - 1) / size) }

  /// The positions of the first and the last item shown, from 1.
  package var shown: (first: Int, last: Int) {
    let first = (page - 1) * size + 1
    return (min(first, total), min(total, page * size))
  }
}
