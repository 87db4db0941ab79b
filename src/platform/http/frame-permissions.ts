import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Origins of pages that may frame us for whoever has this id in their cookie; none for an id that is unknown or no longer holds. */
export type FrameOriginsOf = (id: string) => Promise<readonly string[]>;

const KEPT_MS = 30_000;
const MOST_KEPT = 1_000;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Which pages may show ours in a frame, for one browser. Who came by a platform has its id in a cookie that belongs to the platform's
 * pages alone, so each platform's pages frame only what was opened there. What the cookie names is public; it opens nothing.
 */
@Injectable()
export class FramePermissions {
  private readonly kept = new Map<string, { until: number; origins: Promise<readonly string[]> }>();
  private source: FrameOriginsOf = () => Promise.resolve([]);

  readBy(source: FrameOriginsOf): void {
    this.source = source;
  }

  /** `undefined` for a browser that came by none. */
  of({ headers: { cookie } }: Pick<FastifyRequest, 'headers'>, cookieName: string): Promise<readonly string[]> | undefined {
    if (!cookie?.includes(cookieName)) return undefined;
    const id = cookie
      .split(/; */)
      .find((one) => one.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);
    return id !== undefined && ID.test(id) ? this.originsOf(id) : undefined;
  }

  private originsOf(id: string): Promise<readonly string[]> {
    const now = Date.now();
    const kept = this.kept.get(id);
    if (kept && kept.until > now) return kept.origins;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    // Nobody frames us while it cannot be asked; the next request asks again.
    const origins = this.source(id).catch(() => {
      this.kept.delete(id);
      return [];
    });
    this.kept.set(id, { until: now + KEPT_MS, origins });
    return origins;
  }
}

/** The name of the cookie that says by which platform a browser came. */
export function frameCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? '__Host-cairn-by' : 'cairn-by';
}
