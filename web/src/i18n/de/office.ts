import type { office as english } from '../en/office';

export const office: typeof english = {
  title: 'Büro',
};
