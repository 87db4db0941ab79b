import type { Addresses } from './addresses.js';
import type { Mutate, PlatformKeys, SignWith } from './keys.js';
import { bodyOf } from './line-items.js';
import type { Messages } from './messages.js';
import type { Course, Registration } from './model.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, Refusal, type Site, urlOf } from './site.js';
import type { Tokens } from './tokens.js';
import { type Claims, LTI, scopes } from './words.js';

const COPY = 'LtiContextCopyNotice';
const PATIENCE_MS = 10_000;

export interface NoticeOptions {
  mutate?: Mutate;
  signWith?: SignWith;
  /** How often the same notice goes out: platforms deliver at least once. */
  times?: number;
}

/** The Platform Notification Service 1.0: tools say where they want notices, the platform sends them there. */
export class Notices {
  /** By deployment. */
  readonly handlers = new Map<string, string>();

  constructor(
    private readonly site: Site,
    private readonly tokens: Tokens,
    private readonly keys: PlatformKeys,
    private readonly messages: Messages,
    private readonly addresses: Addresses,
  ) {}

  readonly routes: Route[] = [
    { endpoint: 'notices', methods: ['GET'], path: '/notice-handlers/:deployment', answer: (exchange) => this.list(exchange) },
    { endpoint: 'notices', methods: ['PUT'], path: '/notice-handlers/:deployment', answer: (exchange) => this.put(exchange) },
  ];

  /** Tells a tool that a course was copied; gives the status of each delivery, 0 where nobody answered. */
  async sendCopy(
    course: Course,
    registration: Registration,
    { mutate, signWith, times = 1 }: NoticeOptions = {},
  ): Promise<number[]> {
    const statuses: number[] = [];
    for (const deploymentId of registration.deployments) {
      const handler = this.handlers.get(deploymentId);
      if (!handler) continue;
      const jwt = this.keys.sign(this.claims(course, registration, deploymentId), { mutate, signWith });
      for (let time = 0; time < times; time++) statuses.push(await deliver(handler, jwt));
    }
    return statuses;
  }

  private claims(course: Course, registration: Registration, deploymentId: string): Claims {
    const origin = course.history[0];
    const timestamp = new Date(this.site.now()).toISOString();
    return {
      ...this.messages.envelope(registration, deploymentId),
      jti: this.site.secret(),
      [`${LTI}notice`]: { id: this.site.secret(), timestamp, type: COPY },
      [`${LTI}context`]: this.messages.contextClaim(course),
      ...(origin ? { [`${LTI}origin_contexts`]: [origin] } : {}),
    };
  }

  private list(exchange: Exchange): Reply {
    const { registration, deploymentId } = this.caller(exchange);
    const handler = this.handlers.get(deploymentId);
    const handlers = handler ? [{ notice_type: COPY, handler }] : [];
    return jsonReply({ client_id: registration.clientId, deployment_id: deploymentId, notice_handlers: handlers });
  }

  private put(exchange: Exchange): Reply {
    const { registration, deploymentId } = this.caller(exchange);
    insist([
      [
        'notices/content-type',
        exchange.headers['content-type']?.split(';')[0] === 'application/json',
        'It has to be `application/json`.',
      ],
    ]);
    const { notice_type: type, handler } = bodyOf(exchange, 'notices');
    insist([
      ['notices/type', type === COPY, `\`notice_type\` has to be ${COPY}.`],
      // An empty text takes the handler away.
      [
        'notices/handler',
        handler === '' || urlOf(handler)?.host === registration.domain,
        '`handler` has to be on the domain of the tool.',
      ],
    ]);
    if (handler === '') this.handlers.delete(deploymentId);
    else this.handlers.set(deploymentId, String(handler));
    return jsonReply({ notice_type: type, handler });
  }

  private caller(exchange: Exchange): { registration: Registration; deploymentId: string } {
    const registration = this.tokens.demand(exchange, scopes.notices);
    const deploymentId = exchange.params['deployment'] ?? '';
    if (!this.site.profile.notices || !registration.deployments.includes(deploymentId)) {
      throw new Refusal(404, 'notices/deployment', `${this.addresses.notices(deploymentId)} is not of this tool.`);
    }
    return { registration, deploymentId };
  }
}

async function deliver(handler: string, jwt: string): Promise<number> {
  const answer = await fetch(handler, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notices: [{ jwt }] }),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status ?? 0;
}
