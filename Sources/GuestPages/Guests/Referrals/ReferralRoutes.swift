import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// Lets a guest who can't come name somebody who might be invited instead.
package struct ReferralRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func refer(_ request: Request, _ context: GuestMay<Right.Refer>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    if form.text("withdrawn") == "1" {
      try await services.write { [services] connection in
        try ReferralTaking(services: services, connection: connection).withdraw(from: context)
      }
      return .saved("referralWithdrawn", for: context.link)
    }
    func field(_ field: Referral.Field) -> String { form.text(field.rawValue) }
    let referral = Referral(
      name: field(.name), line: field(.line), contact: field(.contact), referredAt: services.now())
    guard referral.problems.isEmpty else { return try await refused(referral, context.link) }
    try await services.write { [services] connection in
      try ReferralTaking(services: services, connection: connection).take(referral, from: context)
    }
    return .saved("referral", for: context.link)
  }

  private func refused(_ referral: Referral, _ context: GuestContext) async throws -> Response {
    let problems = referral.problems.map { ($0.field.rawValue, $0.message) }
    let page = PersonalPage(
      view: try await services.personalView(context), referred: referral,
      errors: FieldErrors(Dictionary(problems, uniquingKeysWith: { first, _ in first })))
    return services.page(page, for: context, status: .unprocessableContent)
  }
}
