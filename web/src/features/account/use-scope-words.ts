import { useMessages } from '../../i18n';
import type { Scope } from './queries';
import { partsOf } from './scopes';

/** “People: read”. */
export function useScopeWords(): (scope: Scope) => string {
  const { tokens } = useMessages('account');
  return (scope) => {
    const { area, verb } = partsOf(scope);
    return `${tokens.areas[area]}: ${tokens.verbs[verb]}`;
  };
}
