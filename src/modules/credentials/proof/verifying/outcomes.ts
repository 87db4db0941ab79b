import { type CheckName, type CheckResult, unknown, type Verification } from './verification.js';

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

/** Whether what the credential says is its issuer's word, be it expired or revoked: until then it may be anybody's. */
export function isVouchedFor({ checks }: Verification): boolean {
  return (['proof', 'issuer'] as const).every((axis) =>
    checks.some(({ check, outcome }) => check === axis && outcome === 'passed'),
  );
}
