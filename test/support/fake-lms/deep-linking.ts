import { escaped, html, readForm } from './forms.js';
import { checkItems, type ContentItem } from './content-items.js';
import type { LineItem, Link } from './model.js';
import type { Exchange, Reply, Route } from './server.js';
import { insist, isRecord, Refusal, type Site } from './site.js';
import type { ToolKeys } from './tool-keys.js';
import type { Visit } from './visits.js';
import { type Claims, DL, LTI } from './words.js';

/** What came of one deep linking request. */
export interface DeepLinkingOutcome {
  visit: Visit;
  claims: Claims;
  items: ContentItem[];
  links: Link[];
  message: string | null;
  errorMessage: string | null;
}

interface Session {
  visit: Visit;
  settings: Claims;
  answered: boolean;
}

export type AddLink = (visit: Visit, item: ContentItem) => Link;

/** Takes what a tool picked (Deep Linking 2.0 §4.5) and puts it into the course. */
export class DeepLinking {
  readonly outcomes: DeepLinkingOutcome[] = [];
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly site: Site,
    private readonly keys: ToolKeys,
    private readonly addLink: AddLink,
  ) {}

  readonly route: Route = {
    endpoint: 'deep-linking',
    methods: ['POST'],
    path: '/deep-linking/:session',
    answer: (exchange) => this.receive(exchange),
  };

  open(visit: Visit): Claims {
    const id = this.site.secret();
    const settings: Claims = {
      deep_link_return_url: `${this.site.origin}/deep-linking/${id}`,
      accept_types: ['ltiResourceLink', 'link'],
      accept_presentation_document_targets: ['iframe', 'window'],
      accept_multiple: true,
      accept_lineitem: true,
      auto_create: false,
      data: `${id}/+=&é "data"`,
      ...visit.deepLinking,
    };
    for (const [name, value] of Object.entries(settings)) if (value === undefined) delete settings[name];
    this.sessions.set(id, { visit, settings, answered: false });
    return settings;
  }

  private async receive(exchange: Exchange): Promise<Reply> {
    const session = this.sessions.get(exchange.params['session'] ?? '');
    if (!session) throw new Refusal(404, 'deep-linking/session', 'Nobody asked for this.');
    const { visit, settings } = session;
    const { registration } = visit;
    const jwt = readForm(exchange, 'deep-linking').get('JWT') ?? '';
    const claims = await this.keys.open(jwt, registration, 'deep-linking');
    this.keys.checkTimes(claims, registration, 'deep-linking');
    const given = claims[`${DL}content_items`] ?? [];
    const data = claims[`${DL}data`];
    insist([
      ['deep-linking/iss', claims['iss'] === registration.clientId, '`iss` has to be the client id.'],
      ['deep-linking/aud', [claims['aud']].flat().includes(this.site.issuer), '`aud` has to be the issuer of the platform.'],
      [
        'deep-linking/azp',
        claims['azp'] === undefined || claims['azp'] === this.site.issuer,
        '`azp` has to be the issuer of the platform.',
      ],
      ['deep-linking/nonce', typeof claims['nonce'] === 'string' && claims['nonce'] !== '', '`nonce` is missing.'],
      [
        'deep-linking/deployment',
        claims[`${LTI}deployment_id`] === visit.deploymentId,
        'It has to be the deployment of the request.',
      ],
      [
        'deep-linking/message-type',
        claims[`${LTI}message_type`] === 'LtiDeepLinkingResponse',
        'It has to be an LtiDeepLinkingResponse.',
      ],
      ['deep-linking/version', claims[`${LTI}version`] === '1.3.0', '`version` has to be 1.3.0.'],
      ['deep-linking/data', data === settings['data'], '`data` has to come back byte by byte, and only where it was given.'],
      ['deep-linking/items', Array.isArray(given) && given.every(isRecord), '`content_items` has to be a list of objects.'],
    ]);
    const items = given as ContentItem[];
    checkItems(items, settings);
    // Asked last, so that a refused answer may be mended and sent again.
    insist([['deep-linking/answered', !session.answered, 'This request was answered already.']]);
    session.answered = true;
    const links = items.filter(({ type }) => type === 'ltiResourceLink').map((item) => this.addLink(visit, item));
    const words = (name: string) => (typeof claims[`${DL}${name}`] === 'string' ? (claims[`${DL}${name}`] as string) : null);
    this.outcomes.push({ visit, claims, items, links, message: words('msg'), errorMessage: words('errormsg') });
    const names = links.map((link) => `<li>${escaped(link.title)}${datesOf(link)}</li>`).join('');
    return html(`<h1>${links.length} added</h1><ul>${names}</ul>`);
  }
}

function datesOf({ available, submission }: Link): string {
  const said = (words: string, date: string | undefined) => (date === undefined ? '' : `, ${words} ${escaped(date)}`);
  return (
    said('opens', available?.startDateTime) +
    said('closes', available?.endDateTime) +
    said('work from', submission?.startDateTime) +
    said('due', submission?.endDateTime)
  );
}

/** The column that a picked link brings along. */
export function itemOf(link: Link, { lineItem }: ContentItem, id: string): LineItem | null {
  if (!isRecord(lineItem)) return null;
  const { label, scoreMaximum, ...rest } = lineItem;
  return {
    id,
    course: link.course,
    registration: link.registration,
    link,
    rest,
    label: typeof label === 'string' ? label : link.title,
    scoreMaximum: scoreMaximum as number,
    grades: new Map(),
  };
}
