import type { View } from '../../api/client';
import type { ShareLink } from './queries';

type DailyViews = View<'DailyViewsView'>;

export function isOpen({ revokedAt, expiresAt }: ShareLink, now: Date): boolean {
  return revokedAt === null && new Date(expiresAt) > now;
}

/** When a link stopped opening anything. */
export function endOf({ revokedAt, expiresAt }: ShareLink): string {
  return revokedAt !== null && revokedAt < expiresAt ? revokedAt : expiresAt;
}

/** How often it was opened one way: `page`, or the id of a link; all ways without one. */
export function viewsBy(views: readonly DailyViews[], way?: string): number {
  return views.reduce((sum, one) => sum + (way === undefined || one.way === way ? one.views : 0), 0);
}
