import type { Messages } from '../../../i18n';
import type { Format } from '../../../i18n/format-for';

export interface Words {
  studio: Messages['studio'];
  common: Pick<Messages['common'], 'yes' | 'no' | 'none'>;
  format: Format;
}

/** What a field of an edition is called. A path that we have no name for is shown as it is. */
export function fieldWords(field: string, { studio }: Words): string {
  const names: Readonly<Record<string, string>> = { ...studio.fields, ...studio.editions.fields };
  const last = field.slice(field.lastIndexOf('.') + 1);
  return names[field] ?? names[last] ?? field;
}

const SHARES = new Set(['passMark', 'marking.secondMarkerShare']);
const FILES = new Set(['badgeImageFileId', 'fileId']);

/** A value that is a number, a code, or yes or no, as people say it. */
export function valueWords(field: string, value: string | null, { studio, common, format }: Words): string {
  if (value === null) return common.none;
  if (value === 'true') return common.yes;
  if (value === 'false') return common.no;
  if (FILES.has(field)) return studio.editions.aFile;
  if (SHARES.has(field)) return format.percent(Number(value) + 1e-9);
  if (field === 'minutes') return format.minutes(Number(value));
  if (field === 'timeLimitSeconds') return format.minutes(Number(value) / 60);
  if (field === 'accepts.maxBytesPerFile') return format.bytes(Number(value));
  const codes: Readonly<Record<string, string>> = {
    ...studio.deliveryModes,
    ...studio.supervisions,
    ...studio.outline.kinds,
    ...studio.editions.reveals,
  };
  return codes[value] ?? (Number.isNaN(Number(value)) ? value : format.number(Number(value)));
}
