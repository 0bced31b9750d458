import Acts
import Core
import Hummingbird

extension ChoosingQuery {
  package init(_ request: Request) {
    let parameters = request.uri.queryParameters
    self.init(
      list: parameters["list"].map(String.init), search: parameters["q"].map(String.init),
      page: parameters["page"].map(String.init))
  }
}
