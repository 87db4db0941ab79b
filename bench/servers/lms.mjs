// A platform that sends people to Cairn: its key set over HTTP, and browsers that log in, bring the message and open the page behind it.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerParent } from './answer-parent.mjs';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
const LEARNER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';
const KID = 'bench-platform';
const MOST_KEPT = 500;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keySet = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KID, alg: 'RS256', use: 'sig' }] });
const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(keySet));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const agent = new Agent({ keepAlive: true });
/** By subject: the session cookie and the page that the last launch led to. */
const visitors = new Map();
let newcomers = 0;

answerParent(
  { issuer },
  {
    launchAgain: (job) => inTurns(job, (place) => launch(job, subjectOf(job, place))),
    launchFirst: (job) => inTurns(job, () => launch(job, `newcomer-${(newcomers += 1)}`)),
    openPage: (job) => inTurns(job, (place) => openPage(job, visitors.get(subjectOf(job, place)))),
    /** As many as the others take turns with. */
    async welcome(job) {
      for (let place = 0; place < job.people; place++) await launch(job, subjectOf(job, place));
      return visitors.size;
    },
  },
);

function subjectOf({ people }, place) {
  return `visitor-${place % people}`;
}

/** Some browsers, one request at a time each, for so long. */
async function inTurns({ milliseconds, connections }, act) {
  const end = performance.now() + milliseconds;
  const [latencies, outcome] = [[], []];
  let place = Math.floor(Math.random() * 1_000_000);
  const browser = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const seen = await act((place += 1));
      latencies.push(performance.now() - start);
      if (outcome.length < MOST_KEPT) outcome.push(seen);
    }
  };
  await Promise.all(Array.from({ length: connections }, browser));
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)];
  return { operations: sorted.length, milliseconds, latencies: { p50: at(0.5), p99: at(0.99) }, outcome };
}

async function launch(job, subject) {
  const login = { iss: issuer, client_id: 'bench', login_hint: subject, target_link_uri: `${job.origin}/lti/launch` };
  const begun = await ask(job, 'GET', `/lti/login?${new URLSearchParams(login)}`);
  const asked = new URL(begun.headers.location).searchParams;
  const form = { state: asked.get('state'), id_token: messageFor(job, subject, asked.get('nonce')) };
  const landed = await ask(job, 'POST', '/lti/launch', cookieOf(begun, 'cairn-lti'), new URLSearchParams(form).toString());
  if (landed.status !== 303) throw new Error(`The launch was answered ${landed.status}: ${landed.body.slice(0, 1_000)}`);
  const visitor = { subject, cookie: cookieOf(landed, 'cairn'), path: landed.headers.location };
  visitors.set(subject, visitor);
  return openPage(job, visitor);
}

/** The page itself, and what it shows. */
async function openPage(job, { subject, cookie, path }) {
  const page = await ask(job, 'GET', path, cookie);
  const enrollmentId = path.split('/').at(-1);
  const journey = await ask(job, 'GET', `/api/v1/enrollments/${enrollmentId}/journey`, cookie);
  if (page.status !== 200 || journey.status !== 200)
    throw new Error(`${path} was answered ${page.status}, its journey ${journey.status}`);
  return { subject, enrollmentId, journey: journey.body };
}

function messageFor({ origin, target }, subject, nonce) {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: issuer,
    aud: 'bench',
    sub: subject,
    iat: now,
    exp: now + 300,
    nonce,
    name: `Visitor ${subject}`,
    [`${LTI}version`]: '1.3.0',
    [`${LTI}message_type`]: 'LtiResourceLinkRequest',
    [`${LTI}deployment_id`]: '1',
    [`${LTI}target_link_uri`]: `${origin}/lti/launch`,
    [`${LTI}roles`]: [LEARNER],
    [`${LTI}context`]: { id: 'statistics', title: 'Statistics' },
    [`${LTI}resource_link`]: { id: 'link-1', title: 'Bench' },
    [`${LTI}custom`]: { cairn_target: target, trace: randomUUID() },
  };
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = `${encode({ typ: 'JWT', alg: 'RS256', kid: KID })}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
}

function cookieOf({ headers }, name) {
  const found = headers['set-cookie']?.find((one) => one.startsWith(`${name}=`));
  if (!found) throw new Error(`No cookie ${name} was set`);
  return found.split(';')[0];
}

async function ask({ origin }, method, path, cookie, form) {
  const headers = {
    accept: 'text/html,application/json',
    'sec-fetch-dest': 'document',
    ...(cookie ? { cookie } : {}),
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) } : {}),
  };
  const sent = request(new URL(path, origin), { method, agent, headers }).end(form);
  const response = await new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject));
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}
