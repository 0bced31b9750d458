// Why a device does not open, as a code the page has plain words for.

const codes = {
  NotAllowedError: "denied",
  SecurityError: "insecure",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** `kind` is `camera` or `microphone`. */
export function deviceError(error, kind) {
  return { code: codes[error?.name] ?? "unsupported", kind };
}

/** Browsers hide devices from pages that came over an unprotected line. */
export function missingDevices(kind, isSecure = globalThis.isSecureContext) {
  return { code: isSecure ? "unsupported" : "insecure", kind };
}
