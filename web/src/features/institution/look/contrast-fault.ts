import { contrast } from '../../../app/institution-colours';

/** WCAG 2.2 §1.4.11: what badges and certificates draw in one colour upon the other. */
const LEAST = 3;

/** The ratio, where the accent cannot be told from the background: such a look is refused. */
export function contrastFault({ background, accent }: { background: string; accent: string }): number | null {
  const ratio = contrast(background, accent);
  return ratio < LEAST ? ratio : null;
}
