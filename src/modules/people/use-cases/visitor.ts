/** Where a request comes from: what limits count by, and what a person recognises in their list of sessions. */
export interface Visitor {
  /** The IPv4 address, or the /64 that one customer's IPv6 addresses share. */
  network: string;
  userAgent: string;
}
