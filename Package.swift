// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The packages whose products are used here.
let packages = [
  "ArgumentParser": "swift-argument-parser", "Configuration": "swift-configuration", "DequeModule": "swift-collections",
  "GRDB": "GRDB.swift", "GRDBSQLite": "GRDB.swift", "HTTPTypes": "swift-http-types", "Hummingbird": "hummingbird",
  "HummingbirdCore": "hummingbird", "HummingbirdTLS": "hummingbird", "Logging": "swift-log", "Metrics": "swift-metrics",
  "NIOConcurrencyHelpers": "swift-nio", "NIOCore": "swift-nio", "NIOEmbedded": "swift-nio", "NIOHTTP1": "swift-nio",
  "NIOHTTPTypes": "swift-nio-extras", "NIOHTTPTypesHTTP1": "swift-nio-extras", "NIOPosix": "swift-nio",
  "NIOSSL": "swift-nio-ssl", "NIOWebSocket": "swift-nio", "ServiceLifecycle": "swift-service-lifecycle",
]

/// Targets of ours and products of others, each by its name.
func named(_ names: [String]) -> [Target.Dependency] {
  names.map { name in packages[name].map { .product(name: name, package: $0) } ?? .byName(name: name) }
}

func withTLS(_ name: String) -> Target.Dependency {
  .product(name: name, package: packages[name] ?? name, condition: .when(traits: ["TLS"]))
}

func library(
  _ name: String, _ dependencies: [String] = [], more: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: named(dependencies) + more, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [String], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: named(dependencies), resources: resources, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// Pages of one kind of visitor. They see neither the database nor each other: SQL stands in `Records`, and a guest's page can't
/// reach a host's.
func pages(_ name: String, _ more: [String], resources: [Resource] = []) -> Target {
  .target(
    name: name,
    dependencies: named(["Core", "HTML", "House", "Records", "Site", "Hummingbird", "NIOCore"] + more),
    resources: resources,
    swiftSettings: strict + [.enableUpcomingFeature("MemberImportVisibility")])
}

let package = Package(
  name: "stehtisch",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "stehtisch", targets: ["stehtisch"])],
  traits: [
    .trait(
      name: "TLS", description: "The program speaks TLS itself; builds a copy of BoringSSL. Else a proxy speaks it.")
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
  ],
  targets: [
    system("CArchive", "libarchive", apt: "libarchive-dev"),
    system("CBrotli", "libbrotlienc", apt: "libbrotli-dev"),
    system("CCjose", "cjose", apt: "libcjose-dev"),
    system("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
    system("CExpat", "expat", apt: "libexpat1-dev"),
    system("CGMime", "gmime-3.0", apt: "libgmime-3.0-dev"),
    system("CIcal", "libical", apt: "libical-dev"),
    system("CIDN", "libidn2", apt: "libidn2-dev"),
    system("COpenSSL", "libcrypto", apt: "libssl-dev"),
    system("CPostgreSQL", "libpq", apt: "libpq-dev"),
    system("CStemmer", nil, apt: "libstemmer-dev"),
    system("CXML2", "libxml-2.0", apt: "libxml2-dev"),
    system("CZlib", "zlib", apt: "zlib1g-dev"),
    .target(name: "Confinement"),
    .target(name: "StartingPages"),
    .target(name: "HTMLEvents", dependencies: ["CXML2"]),
    .target(name: "CurlOptions", dependencies: ["CCurl"]),
    .target(name: "SQLiteSettings"),

    library("Names", resources: [.embedInCode("names.txt"), .embedInCode("countries.txt")]),
    library("Core", ["Names"]),
    library("Compression", ["CBrotli", "CZlib"]),
    library("Hashes", ["COpenSSL"]),
    library("OpenID", ["CCjose", "Core", "Hashes"]),
    library("SystemZones", ["Core"]),
    library(
      "Formats", ["Names", "CArchive", "CExpat", "CGMime", "CIDN", "CIcal", "Confinement", "HTMLEvents"],
      resources: [.embedInCode("Listing/Vocabulary/columns.txt"), .embedInCode("Listing/Vocabulary/values.txt")]),
    library("Words", ["CStemmer"]),
    library("HTML", ["NIOCore"]),
    library("Database", ["GRDB", "GRDBSQLite", "SQLiteSettings"]),
    library("PostgreSQL", ["CPostgreSQL", "Database", "Logging"]),
    library("Mail", ["CCurl", "CurlOptions"]),
    library("Fetching", ["CCurl", "CurlOptions"]),
    library(
      "WebSockets",
      [
        "Hashes", "DequeModule", "HTTPTypes", "Hummingbird", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1",
      ]),
    library(
      "Connections",
      ["HTTPTypes", "HummingbirdCore", "Logging", "NIOConcurrencyHelpers", "NIOCore", "NIOHTTPTypes"]),
    library("Media", ["CCurl", "CurlOptions", "Hashes"]),
    library("Janus", ["NIOCore", "NIOHTTP1", "NIOPosix", "NIOWebSocket"]),

    library(
      "House",
      [
        "Compression", "Core", "Database", "Formats", "Hashes", "Janus", "Mail", "Media", "SystemZones",
        "Configuration",
        "Logging", "NIOConcurrencyHelpers", "NIOCore", "ServiceLifecycle",
      ],
      more: named(["OpenID"]), resources: [.copy("Public"), .copy("Strings")]),
    library("Records", ["Core", "Database", "Formats", "Hashes", "House", "Words"], resources: [.copy("Migrations")]),
    library(
      "Acts",
      [
        "Core", "Database", "Fetching", "Formats", "HTML", "House", "Mail", "OpenID", "Records", "SystemZones", "Words",
        "Logging",
        "NIOConcurrencyHelpers", "NIOCore", "ServiceLifecycle",
      ],
      more: named(["PostgreSQL"]),
      resources: [.copy("Words")]),
    library(
      "Evening",
      [
        "Core", "Database", "House", "Janus", "Media", "Records", "WebSockets", "Logging", "NIOConcurrencyHelpers",
        "NIOCore", "ServiceLifecycle",
      ]),
    library(
      "Site",
      [
        "Compression", "Connections", "Core", "Formats", "HTML", "House", "Records", "HTTPTypes", "Hummingbird",
        "Logging", "NIOCore", "NIOHTTP1",
      ]),
    pages("API", ["Acts", "Evening", "HTTPTypes", "Logging"], resources: [.copy("openapi.yaml")]),
    pages("GuestPages", ["Acts", "Evening", "Formats"]),
    pages("HostPages", ["Acts", "Evening", "Formats", "Mail", "OpenID", "Words", "HTTPTypes", "Logging"]),
    pages("RoomPages", ["Evening", "WebSockets", "Logging"]),
    library(
      "Web",
      [
        "API", "Acts", "Connections", "Core", "Database", "Evening", "Formats", "GuestPages", "Hashes", "HostPages",
        "House", "HTML", "Janus", "Mail", "Media", "PostgreSQL", "Records", "RoomPages", "Site", "SystemZones",
        "WebSockets",
        "Words", "HTTPTypes",
        "Hummingbird", "HummingbirdCore", "Logging", "NIOConcurrencyHelpers", "NIOCore", "ServiceLifecycle",
      ],
      more: [withTLS("HummingbirdTLS"), withTLS("NIOSSL")] + named(["Fetching", "OpenID"]),
      resources: [.copy("Example")]),
    .executableTarget(
      name: "stehtisch",
      dependencies: named([
        "Acts", "Connections", "Core", "Evening", "Formats", "House", "Records", "StartingPages", "SystemZones", "Web",
        "ArgumentParser", "Hummingbird", "Logging", "ServiceLifecycle",
      ]),
      swiftSettings: strict),

    .executableTarget(
      name: "websocket-echo",
      dependencies: named(["WebSockets", "ArgumentParser", "Hummingbird", "HummingbirdCore", "Logging"]),
      path: "Benchmarks/websocket-echo", swiftSettings: strict),
    .executableTarget(
      name: "topic-matching", dependencies: ["Words"], path: "Benchmarks/topic-matching", swiftSettings: strict),

    .target(name: "TestKit", path: "Tests/Kit", swiftSettings: strict),
    tests("NamesTests", ["Names"]),
    tests("CoreTests", ["Core", "SystemZones", "TestKit"]),
    tests("SystemZonesTests", ["SystemZones", "Core"]),
    tests(
      "FormatsTests", ["CArchive", "CIcal", "Formats", "Names", "Core", "SystemZones", "TestKit"],
      resources: [.copy("Layouts"), .copy("Mails")]),
    tests("WordsTests", ["Words", "TestKit"]),
    tests("CompressionTests", ["Compression"]),
    tests("HashesTests", ["Hashes"]),
    tests("OpenIDTests", ["CCjose", "OpenID"]),
    tests("HTMLTests", ["HTML"]),
    .target(
      name: "TestDatabases", dependencies: ["Database", "PostgreSQL"], path: "Tests/Databases", swiftSettings: strict),
    tests("DatabaseTests", ["Database", "PostgreSQL", "TestDatabases"]),
    tests("MailTests", ["Mail"]),
    tests("FetchingTests", ["Fetching"]),
    tests(
      "WebSocketsTests",
      [
        "WebSockets", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOPosix", "ServiceLifecycle", "TestKit",
      ]),
    tests(
      "ConnectionsTests",
      ["Connections", "HTTPTypes", "Logging", "NIOConcurrencyHelpers", "NIOCore", "NIOEmbedded", "NIOHTTPTypes"]),
    tests("MediaTests", ["Media"]),
    tests("JanusTests", ["Janus", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOWebSocket"]),
    tests(
      "WebTests",
      [
        "API", "Acts", "Core", "Database", "Evening", "Fetching", "Formats", "GuestPages", "HostPages", "House",
        "OpenID", "Mail", "Records", "RoomPages", "Site", "StartingPages", "SystemZones", "Web", "WebSockets", "Words",
        "HTTPTypes", "Hummingbird", "Logging", "NIOConcurrencyHelpers", "NIOCore", "NIOEmbedded", "PostgreSQL",
        "TestDatabases", "TestKit",
      ]),
  ]
)
