import { Problem } from '../../../platform/http/problem.js';
import { type BadgeDesign, faintContrast, LEAST_CONTRAST } from '../domain/badge-design.js';
import { coloursAlike } from '../problems.js';

/** Throws `showcase.colours_alike` where the accent cannot be told from the background. */
export function refuseAlike(colours: Pick<BadgeDesign, 'background' | 'accent'>): void {
  const ratio = faintContrast(colours);
  if (ratio === null) return;
  const detail = `The contrast of accent and background is ${ratio.toFixed(2)} to 1; at least ${LEAST_CONTRAST} to 1 is needed. Make one lighter or darker.`;
  throw new Problem(coloursAlike, {
    detail,
    errors: [{ field: 'accent', code: 'colours_alike', detail }],
    facts: { contrast: Number(ratio.toFixed(2)), leastContrast: LEAST_CONTRAST },
  });
}
