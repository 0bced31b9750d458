import Records

/// Foundation has a `Host` too.
package typealias Host = Records.Host
