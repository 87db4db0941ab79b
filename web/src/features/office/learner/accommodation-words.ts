import type { Messages } from '../../../i18n';
import type { Format } from '../../../i18n/format-for';
import type { Accommodation } from './queries';

/** What somebody is granted, in a line. */
export function accommodationWords(
  accommodation: Pick<Accommodation, 'timeFactor' | 'extraDays'> | null,
  texts: Pick<Messages['enrollment']['accommodation'], 'none' | 'words'>,
  format: Pick<Format, 'percent'>,
): string {
  if (!accommodation) return texts.none;
  // 1.15 - 1 is 0.1499…, which would be rounded down to 14 %.
  return texts.words(format.percent(Math.round((accommodation.timeFactor - 1) * 1_000) / 1_000), accommodation.extraDays);
}
