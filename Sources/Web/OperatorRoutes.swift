import HostPages
import House
import Hummingbird
import Records
import Site

/// For hosts who look after the installation.
func addOperationRoutes(_ router: RouterGroup<OperatorContext>, _ services: Services) {
  let operation = OperationRoutes(services: services) { [settings = services.settings] in
    await Checkup(settings).findings()
  }
  router.get("", use: operation.show)
  router.get("checkup", use: operation.checkup)
  router.get("record", use: operation.record)
  router.post("hosts", use: operation.addHost)
  router.post("hosts/:host", use: operation.changeHost)
  router.post("mail", use: operation.releaseMail)
}

/// A host's keys for their own programs.
func addProgramRoutes(_ router: RouterGroup<HostContext>, _ services: Services) {
  let programs = ProgramsRoutes(services: services)
  router.get("settings/programs", use: programs.show)
  router.post("settings/programs", use: programs.create)
  router.post("settings/programs/:token/end", use: programs.end)
  router.post("settings/webhooks", use: programs.addWebhook)
  router.post("settings/webhooks/:webhook/end", use: programs.endWebhook)
}
