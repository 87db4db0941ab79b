import type { Course, LineItem, Registration } from './model.js';
import { insist, type Site } from './site.js';
import type { Exchange } from './server.js';

/** Where the services of a course stand; some platforms put a query into every address, which tools have to keep. */
export class Addresses {
  constructor(private readonly site: Site) {}

  lineItems(course: Course, registration: Registration): string {
    return this.of(`/services/${course.id}/lineitems`, registration);
  }

  lineItem({ course, id, registration }: LineItem): string {
    return this.of(`/services/${course.id}/lineitems/${id}/lineitem`, registration);
  }

  results(item: LineItem, personId: string): string {
    const url = new URL(this.lineItem(item));
    url.pathname += '/results';
    url.searchParams.set('user_id', personId);
    return url.href;
  }

  roster(course: Course, registration: Registration): string {
    return this.of(`/services/${course.id}/memberships`, registration);
  }

  notices(deploymentId: string): string {
    return `${this.site.origin}/notice-handlers/${encodeURIComponent(deploymentId)}`;
  }

  /** Refuses an address that lost its query on the way. */
  check({ url }: Exchange, registration: Registration): void {
    if (!this.site.profile.queryInUrls) return;
    const kept = url.searchParams.get('type_id') === registration.clientId;
    insist([['address/query', kept, 'The address was changed: its query is part of it.']]);
  }

  private of(path: string, registration: Registration): string {
    const url = new URL(path, this.site.origin);
    if (this.site.profile.queryInUrls) url.searchParams.set('type_id', registration.clientId);
    return url.href;
  }
}
