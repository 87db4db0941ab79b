import type { DeepLinkingOutcome } from './deep-linking.js';
import { escaped, html } from './forms.js';
import type { Link, Person } from './model.js';
import type { Exchange, Reply, Route } from './server.js';
import { Refusal, type Site } from './site.js';
import { PAGE_SCRIPT, STORAGE_SCRIPT } from './page-scripts.js';
import type { Visit, VisitOptions, Visits } from './visits.js';

type Kind = NonNullable<VisitOptions['kind']>;

/** What people see of the platform in a real browser: the tool in a frame of a course page, or in a window of its own. */
export class Pages {
  private readonly registering = new Map<string, string>();

  constructor(
    private readonly site: Site,
    private readonly visits: Visits,
    private readonly outcomes: () => DeepLinkingOutcome[],
  ) {}

  readonly routes: Route[] = [
    this.page('/course/:course/link/:link', (exchange) => this.linkPage(exchange)),
    this.page('/course/:course/:kind', (exchange) => this.coursePage(exchange)),
    this.page('/visit/:visit', ({ params, url }) =>
      this.visitPage(this.visits.find(params['visit']), url.searchParams.has('window')),
    ),
    this.page('/returned/:visit', ({ url }) =>
      html(`<h1>Back in the course</h1><p>${escaped(url.searchParams.get('lti_msg') ?? '')}</p>`),
    ),
    this.page('/registering/:registering', ({ params }) => this.registeringPage(params['registering'])),
    this.page('/page.js', () => script(PAGE_SCRIPT)),
    this.page('/storage.js', () => script(STORAGE_SCRIPT)),
    this.page('/storage-frame', ({ url }) => storageFrame(url.searchParams.get('mode') ?? 'parent')),
    this.page('/picked', () => html(`<pre>${escaped(JSON.stringify(this.outcomes().map(({ items }) => items)))}</pre>`)),
  ];

  /** A page whose frame shows the tool's registration until the tool asks to close it. */
  registeringUrl(startUrl: string): string {
    const id = this.site.secret();
    this.registering.set(id, startUrl);
    return `${this.site.origin}/registering/${id}`;
  }

  urlOf({ id }: Visit, { inNewWindow = false } = {}): string {
    return `${this.site.origin}/visit/${id}${inNewWindow ? '?window' : ''}`;
  }

  private page(path: string, answer: (exchange: Exchange) => Reply): Route {
    return { endpoint: 'page', methods: ['GET'], path, answer };
  }

  private linkPage({ params, url }: Exchange): Reply {
    const course = this.site.courseOf(params['course']);
    const link: Link | undefined = course.links.get(params['link'] ?? '');
    if (!link) throw new Refusal(404, 'page/link', 'There is no such link.');
    const visit = this.visits.add({ link, person: this.person(url) });
    return this.visitPage(visit, url.searchParams.has('window'));
  }

  /** `/course/ID/deepLinking` and `/course/ID/dataPrivacy`. */
  private coursePage({ params, url }: Exchange): Reply {
    const kind = params['kind'] as Kind;
    if (kind !== 'deepLinking' && kind !== 'dataPrivacy') throw new Refusal(404, 'page/kind', 'There is no such page.');
    const visit = this.visits.add({ kind, course: this.site.courseOf(params['course']), person: this.person(url) });
    return this.visitPage(visit, url.searchParams.has('window'));
  }

  private person(url: URL): Person {
    const person = this.site.people.get(url.searchParams.get('person') ?? '');
    if (!person) throw new Refusal(404, 'page/person', 'Name a person by `?person=`.');
    return person;
  }

  private visitPage(visit: Visit, inNewWindow: boolean): Reply {
    const source = `/visit/${visit.id}/login`;
    const title = visit.link?.title ?? visit.course?.title ?? 'A tool';
    const tool = inNewWindow
      ? `<a id="open" href="${source}" target="_blank" rel="opener">Open ${escaped(title)}</a>`
      : `<iframe name="tool" id="tool" title="${escaped(title)}" src="${source}" width="100%" height="400" allow="fullscreen"></iframe>`;
    return html(`<h1>${escaped(title)}</h1>${tool}${this.storageFor(visit)}<script src="/page.js"></script>`);
  }

  private storageFor({ storage }: Visit): string {
    if (storage === 'none') return '';
    if (storage === 'frame')
      return `<iframe name="lms_storage" title="Storage" src="/storage-frame?mode=parent" hidden></iframe>${here('forwarding')}`;
    // The same server under another name: its answers come from an origin that the tool must not believe.
    const foreign = this.site.origin.replace('127.0.0.1', 'localhost');
    if (storage === 'wrong-origin') {
      return `<iframe name="lms_storage" title="Storage" src="${foreign}/storage-frame?mode=wrong-origin" hidden></iframe>${here('relaying')}`;
    }
    return here(storage);
  }

  private registeringPage(id: string | undefined): Reply {
    const source = this.registering.get(id ?? '');
    if (!source) throw new Refusal(404, 'page/registering', 'Nobody is registering a tool here.');
    const frame = `<iframe name="tool" id="tool" title="Registration" src="${escaped(source)}" width="100%" height="600"></iframe>`;
    return html(`<h1>Add a tool</h1>${frame}<script src="/page.js"></script>`);
  }
}

const here = (mode: string): string => `<script src="/storage.js" data-mode="${mode}"></script>`;

function storageFrame(mode: string): Reply {
  return html(here(mode));
}

function script(body: string): Reply {
  return { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body };
}
