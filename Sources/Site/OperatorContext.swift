import House
import Hummingbird
import Records

/// A request by a host who looks after the installation. For everybody else there is no such page.
package struct OperatorContext: ChildRequestContext {
  package var coreContext: CoreRequestContextStorage
  package let host: HostContext

  package init(context: HostContext) throws {
    guard context.host.isOperator else { throw AppError.notFound }
    coreContext = context.coreContext
    host = context
  }
}
