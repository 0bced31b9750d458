import Acts
import Core
import Evening
import Formats
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// A list on its way in: uploading it, looking at how it was understood, confirming.
package struct ImportRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func new(_ request: Request, _ context: HostContext) async throws -> Response {
    try await form(context, ImportEntry(), FieldErrors())
  }

  @Sendable package func create(_ request: Request, _ context: HostContext) async throws -> Response {
    let id: ImportID = services.newID()
    let (fields, upload) = try await receive(request, id)
    let entry = ImportEntry(fields)
    do {
      let checked = try entry.checked(hasFile: upload != nil)
      let file = try await kept(entry, upload, id, context.host.id)
      try await insert(checked, file, upload == nil ? entry : ImportEntry(), id, context.host.id)
    } catch {
      services.uploads.remove(id)
      guard let errors = error as? FieldErrors else { throw error }
      return try await form(context, entry, errors, status: .unprocessableContent)
    }
    services.wakeImports()
    return .redirect(to: .importing(id))
  }

  private func receive(_ request: Request, _ id: ImportID) async throws -> (Form, Upload?) {
    try services.uploads.prepare()
    guard MultipartForm.boundary(of: request.headers[.contentType] ?? "") != nil else {
      return (try await Form(request), nil)
    }
    let form = try await MultipartForm(
      request, file: services.uploads.file(of: id), megabytes: services.settings.uploadLimit,
      pasted: "text")
    return (form.fields, form.upload)
  }

  /// A pasted text takes precedence over an address.
  private func kept(_ entry: ImportEntry, _ upload: Upload?, _ id: ImportID, _ host: HostID) async throws -> Upload? {
    if let upload { return upload }
    if entry.isFetched { return try await services.keepProgramme(at: entry.address, for: id, of: host) }
    return try await keep(pasted: entry.text, id)
  }

  private func keep(pasted text: String, _ id: ImportID) async throws -> Upload? {
    let writer = try UploadWriter(services.uploads.file(of: id), fileName: "", limit: Form.limit)
    guard try writer.write(Array(text.utf8)) else { throw AppError.tooLarge(megabytes: Form.limit >> 20) }
    return try await writer.finish()
  }

  private func insert(
    _ entry: CheckedImportEntry, _ file: Upload?, _ typed: ImportEntry, _ id: ImportID, _ host: HostID
  ) async throws {
    let newOccasion: OccasionID = services.newID()
    let now = services.now()
    let fileName = file?.fileName ?? ""
    try await services.write { connection in
      let occasions = OccasionStore(connection: connection)
      let occasionID =
        switch entry.occasion {
        case .known(let known): known
        case .new(let told): try occasions.keep(told, as: newOccasion, of: host, at: now)
        }
      let occasion = try occasions.occasion(occasionID, of: host)
      try ImportStore(connection: connection).insert(
        Import(
          id: id, host: host, occasion: occasion,
          listName: entry.list.isEmpty ? Import.listName(for: occasion.told, file: fileName) : entry.list,
          fileName: fileName, digest: file?.digest ?? "", address: typed.isFetched ? typed.address : "",
          source: entry.source, createdAt: now))
    }
  }

  private func form(
    _ context: HostContext, _ entry: ImportEntry, _ errors: FieldErrors, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let occasions = try await services.read {
      try OccasionStore(connection: $0).occasions(of: context.host.id)
    }
    let page = NewImportPage(
      entry: entry, occasions: occasions, limits: .init(services.settings), errors: errors)
    return services.page(page, for: context, status: status)
  }
}
