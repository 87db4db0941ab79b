import type { learning as english } from '../en/learning';

export const learning: typeof english = {
  title: 'Mein Lernen',
};
