import { formatIn } from '../../../../../platform/http/pages/format.js';

const { count } = formatIn('en');

export const en = {
  embed: {
    workload: 'Workload',
    hours: (value: number) => count(value, { one: '# hour', other: '# hours' }),
    begins: 'Begins',
    began: 'Runs since',
    over: 'It is not offered any more.',
    open: 'Go there',
    newTab: '(opens in a new tab)',
  },
};
