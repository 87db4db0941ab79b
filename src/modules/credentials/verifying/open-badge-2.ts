import { asList, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { isUri } from '../domain/uri.js';
import { documentFault } from '../proof/verifying/document-fault.js';
import { allPassed, inOrder, notChecked } from '../proof/verifying/outcomes.js';
import { type CheckResult, failed, failedAt, passed, unknown, type Verification } from '../proof/verifying/verification.js';

const context2 = 'https://w3id.org/openbadges/v2';

/** Whether it claims to be an Assertion of Open Badges 1 or 2, or what is left of a revoked one is asked for elsewhere. */
export function isOpenBadge2(document: JsonObject): boolean {
  const contexts = asList(document['@context']);
  return (
    contexts.some((one) => typeof one === 'string' && one.startsWith('https://w3id.org/openbadges/')) || isVersion1(document)
  );
}

/** Open Badges 1.0 had no context; 1.x had `uid` and `verify`. */
function isVersion1({ recipient, badge, verify }: JsonObject): boolean {
  return recipient !== undefined && badge !== undefined && verify !== undefined;
}

/** Servers of old badges write null for what a badge does not have. No signature covers parsed JSON here, so nothing is lost. */
export function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).filter((item) => item !== null).map(withoutNulls);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}

/** The two checks of form: the words are those of Open Badges 2.0, and the required members are there (OB 2.0 Assertion). */
export function checkAssertion(assertion: JsonObject): readonly CheckResult[] {
  const known = asList(assertion['@context']).includes(context2);
  const context = known ? passed('context') : unknown('context', 'old-format', 'It is of a version before Open Badges 2.0.');
  return [
    context,
    checkParts(assertion, 'the badge', [...common, ['recipient', isRecipient], ['badge', isReference], ['issuedOn', isText]]),
  ];
}

export function checkBadgeClass(badge: JsonObject): CheckResult {
  const criteria: Rule = ['criteria', (value) => isUri(value) || isJsonObject(value)];
  return checkParts(badge, 'the description of the badge', [
    ...common,
    ['name', isText],
    ['description', isText],
    criteria,
    ['issuer', isReference],
  ]);
}

export function checkProfile(profile: JsonObject): CheckResult {
  return checkParts(profile, 'the issuer', [...common, ['name', isText]]);
}

type Rule = readonly [name: string, fits: (value: JsonValue | undefined) => boolean];

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string' && value !== '';
const isRecipient = (value: JsonValue | undefined): boolean =>
  isJsonObject(value) && isText(value.identity) && isText(value.type);
const isReference = (value: JsonValue | undefined): boolean => isUri(value) || (isJsonObject(value) && isUri(value.id));
const common: readonly Rule[] = [
  ['id', isUri],
  ['type', (value) => asList(value).some(isText)],
];

function checkParts(part: JsonObject, what: string, rules: readonly Rule[]): CheckResult {
  const unsafe = documentFault(part);
  if (unsafe) return failed('schema', unsafe.reason, unsafe.detail);
  const wrong = rules.filter(([name, fits]) => !fits(part[name])).map(([name]) => name);
  return wrong.length === 0 ? passed('schema') : failed('schema', 'badge-malformed', `In ${what}: ${wrong.join(', ')}`);
}

/** Whether its issuer publishes it under its address, instead of signing it. */
export function isHosted({ verification }: JsonObject): boolean {
  return isJsonObject(verification) && asList(verification.type).some((type) => type === 'HostedBadge' || type === 'hosted');
}

/** The id of something that stands there itself, or is named by its address. */
export function referenceOf(value: JsonValue | undefined): string {
  const id = isJsonObject(value) ? value.id : value;
  return typeof id === 'string' ? id : '';
}

/** Clocks of issuer and verifier may differ by this much. */
const skewMilliseconds = 60_000;

/** Whether it is issued and not expired. Dates without a zone, which old badges have, count as UTC. */
export function checkDates({ issuedOn, expires }: JsonObject, now: Date): CheckResult {
  const [from, until] = [momentOf(issuedOn), momentOf(expires)];
  if (!from || (expires !== undefined && !until))
    return failed('validity', 'badge-malformed', 'A date of the badge cannot be read.');
  if (from.getTime() > now.getTime() + skewMilliseconds)
    return failedAt('validity', 'not-yet-valid', from, (moment) => `It is dated ${moment}.`);
  return until && until < now
    ? failedAt('validity', 'expired', until, (moment) => `It was valid until ${moment}.`)
    : passed('validity');
}

function momentOf(value: JsonValue | undefined): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value))
    return undefined;
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(value) || !value.includes('T') ? value : `${value}Z`;
  const moment = new Date(zoned);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** Every axis has its line: what was not come to is unknown. */
export function answer(checks: readonly CheckResult[]): Verification {
  const axes = ['context', 'schema', 'proof', 'issuer', 'validity', 'status'] as const;
  const missing = axes.filter((axis) => !checks.some(({ check }) => check === axis));
  const all = [...checks, ...notChecked(...missing)];
  return { verified: allPassed(all), checks: inOrder(all), format: 'open-badge-2' };
}
