import type { Addresses } from './addresses.js';
import { isDate } from './content-items.js';
import type { Course, LineItem, Registration } from './model.js';
import { demandAccept, demandContentType, linkHeader, pageOf } from './pages-of-lists.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, isRecord, isText, Refusal, type Site } from './site.js';
import type { Tokens } from './tokens.js';
import { type Claims, mediaTypes, scopes } from './words.js';

const KEPT = ['resourceId', 'tag', 'startDateTime', 'endDateTime', 'gradesReleased', 'submissionReview'];
const MOST_ON_A_PAGE = 100;

/** The columns of the gradebook (AGS 2.0 §3.2); a tool sees those of its own alone. */
export class LineItems {
  constructor(
    private readonly site: Site,
    private readonly tokens: Tokens,
    private readonly addresses: Addresses,
  ) {}

  readonly routes: Route[] = [
    { endpoint: 'lineitems', methods: ['GET'], path: '/services/:course/lineitems', answer: (exchange) => this.list(exchange) },
    {
      endpoint: 'lineitems',
      methods: ['POST'],
      path: '/services/:course/lineitems',
      answer: (exchange) => this.create(exchange),
    },
    {
      endpoint: 'lineitem',
      methods: ['GET'],
      path: '/services/:course/lineitems/:item/lineitem',
      answer: (exchange) => this.read(exchange),
    },
    {
      endpoint: 'lineitem',
      methods: ['PUT'],
      path: '/services/:course/lineitems/:item/lineitem',
      answer: (exchange) => this.replace(exchange),
    },
    {
      endpoint: 'lineitem',
      methods: ['DELETE'],
      path: '/services/:course/lineitems/:item/lineitem',
      answer: (exchange) => this.remove(exchange),
    },
  ];

  /** The column of an address, if it is one of the tool that asks. */
  find(exchange: Exchange, ...allowed: string[]): LineItem {
    const registration = this.tokens.demand(exchange, ...allowed);
    this.addresses.check(exchange, registration);
    const course = this.site.courseOf(exchange.params['course']);
    const item = course.items.get(exchange.params['item'] ?? '');
    if (!item || item.registration !== registration) throw new Refusal(404, 'line-item/unknown', 'There is no such line item.');
    return item;
  }

  present(item: LineItem): Claims {
    const { label, scoreMaximum, link, rest } = item;
    return { id: this.addresses.lineItem(item), scoreMaximum, label, ...(link ? { resourceLinkId: link.id } : {}), ...rest };
  }

  private list(exchange: Exchange): Reply {
    const { course, registration } = this.ofCourse(exchange, scopes.lineItem, scopes.lineItemReadOnly);
    this.demandAccept(exchange, mediaTypes.lineItems);
    const query = exchange.url.searchParams;
    const wanted = [...course.items.values()].filter(
      (item) =>
        item.registration === registration &&
        (query.get('resource_id') === null || query.get('resource_id') === item.rest['resourceId']) &&
        (query.get('tag') === null || query.get('tag') === item.rest['tag']) &&
        (query.get('resource_link_id') === null || query.get('resource_link_id') === item.link?.id),
    );
    const most = Math.min(this.site.profile.lineItemsPageSize, MOST_ON_A_PAGE);
    const { page, next } = pageOf(exchange, wanted, most);
    return jsonReply(
      page.map((item) => this.present(item)),
      { type: mediaTypes.lineItems, headers: linkHeader({ next }) },
    );
  }

  private create(exchange: Exchange): Reply {
    const { course, registration } = this.ofCourse(exchange, scopes.lineItem);
    const written = this.write(exchange, course, registration);
    const item: LineItem = { ...written, id: this.site.newId(), course, registration, grades: new Map() };
    course.items.set(item.id, item);
    return this.reply(item, 201);
  }

  private read(exchange: Exchange): Reply {
    const item = this.find(exchange, scopes.lineItem, scopes.lineItemReadOnly);
    this.demandAccept(exchange, mediaTypes.lineItem);
    return this.reply(item);
  }

  private replace(exchange: Exchange): Reply {
    const item = this.find(exchange, scopes.lineItem);
    const { id, ...written } = { id: this.addresses.lineItem(item), ...this.write(exchange, item.course, item.registration) };
    const given = (JSON.parse(exchange.body) as Claims)['id'];
    insist([
      ['line-item/id', given === undefined || given === id, '`id` cannot be changed.'],
      ['line-item/link-changed', written.link === item.link, 'The resource link cannot be changed.'],
    ]);
    return this.reply(Object.assign(item, written));
  }

  private remove(exchange: Exchange): Reply {
    const item = this.find(exchange, scopes.lineItem);
    item.course.items.delete(item.id);
    if (item.link?.item === item) item.link.item = null;
    return { status: 204 };
  }

  private write(
    exchange: Exchange,
    course: Course,
    registration: Registration,
  ): Pick<LineItem, 'label' | 'scoreMaximum' | 'link' | 'rest'> {
    demandContentType(exchange, mediaTypes.lineItem, this.site.profile.exactMediaTypes);
    const body = bodyOf(exchange, 'line-item');
    const { label, scoreMaximum, resourceLinkId } = body;
    const link = typeof resourceLinkId === 'string' ? (course.links.get(resourceLinkId) ?? null) : null;
    const dates = [body['startDateTime'], body['endDateTime']].filter((value) => value !== undefined);
    insist([
      ['line-item/label', isText(label), '`label` has to be a text.'],
      ['line-item/maximum', typeof scoreMaximum === 'number' && scoreMaximum > 0, '`scoreMaximum` has to be a number above 0.'],
      [
        'line-item/link',
        resourceLinkId === undefined || link?.registration === registration,
        'There is no such resource link in this course.',
      ],
      ['line-item/dates', dates.every(isDate), 'Dates have a zone.'],
      [
        'line-item/texts',
        [body['resourceId'], body['tag']].every((value) => value === undefined || typeof value === 'string'),
        '`resourceId` and `tag` are texts.',
      ],
    ]);
    const rest = Object.fromEntries(KEPT.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
    return { label: label as string, scoreMaximum: scoreMaximum as number, link, rest };
  }

  private ofCourse(exchange: Exchange, ...allowed: string[]): { course: Course; registration: Registration } {
    const registration = this.tokens.demand(exchange, ...allowed);
    this.addresses.check(exchange, registration);
    return { course: this.site.courseOf(exchange.params['course']), registration };
  }

  private demandAccept(exchange: Exchange, type: string): void {
    demandAccept(exchange, type, this.site.profile.exactMediaTypes);
  }

  private reply(item: LineItem, status = 200): Reply {
    return jsonReply(this.present(item), { status, type: mediaTypes.lineItem });
  }
}

export function bodyOf({ body }: Exchange, where: string): Claims {
  try {
    const read: unknown = JSON.parse(body);
    if (isRecord(read)) return read;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(400, `${where}/json`, 'The body is no JSON object.');
}
