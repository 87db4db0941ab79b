import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import type { Crumb } from '../../ui/Page';

/** The way back up from an editor. */
export function useCrumbs({ id, title }: Pick<View<'MicroCredentialView'>, 'id' | 'title'>): Crumb[] {
  const { crumbs } = useMessages('authoring');
  return [
    { label: crumbs.studio, to: '/studio' },
    { label: title, to: '/studio/$microCredentialId', params: { microCredentialId: id } },
  ];
}
