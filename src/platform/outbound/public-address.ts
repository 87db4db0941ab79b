import ipaddr from 'ipaddr.js';

/** Whether an IP address belongs to the public internet: neither this machine, its network, nor a detour to one of them. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 clothes (::ffff:…) is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || isGlobalUnicast(parsed);
}

/** 2000::/3 (RFC 4291 §2.4). Outside it lie forms that some systems translate, such as ::127.0.0.1 and 64:ff9b:1::. */
function isGlobalUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [first = 0] = address.toByteArray();
  return first >> 5 === 0b001;
}
