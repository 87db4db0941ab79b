import { type CheckName, type CheckResult, unknown } from './verification.js';

export function allPassed(checks: readonly CheckResult[]): boolean {
  return checks.every(({ outcome }) => outcome === 'passed');
}

export function notChecked(...names: readonly CheckName[]): readonly CheckResult[] {
  return names.map((name) => unknown(name, 'not-checked'));
}

const order: readonly CheckName[] = ['context', 'schema', 'proof', 'issuer', 'validity', 'status', 'subject'];

/** In the order a reader wants them. */
export function inOrder(checks: readonly CheckResult[]): readonly CheckResult[] {
  return [...checks].sort((first, second) => order.indexOf(first.check) - order.indexOf(second.check));
}
