import { formatIn } from '../../../../../platform/http/pages/format.js';
import type { en } from './en.js';

const { count } = formatIn('de');

export const de: typeof en = {
  embed: {
    workload: 'Aufwand',
    hours: (value: number) => count(value, { one: '# Stunde', other: '# Stunden' }),
    begins: 'Beginn',
    began: 'Läuft seit',
    over: 'Es wird nicht mehr angeboten.',
    open: 'Dorthin',
    newTab: '(öffnet in einem neuen Tab)',
  },
};
