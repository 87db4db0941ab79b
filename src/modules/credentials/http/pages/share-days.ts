/** How long a share link may open, in days. */
export const SHARE_DAYS = ['7', '30', '90', '366'] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];
