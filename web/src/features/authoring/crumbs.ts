import type { LinkProps } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import type { Crumb } from '../../ui/Page';

// The studio's own screen, which this part does not know by its type.
const OUTLINE: string = '/studio/$microCredentialId';

/** The way back up from an editor. */
export function useCrumbs({ id, title }: Pick<View<'MicroCredentialView'>, 'id' | 'title'>): Crumb[] {
  const { crumbs } = useMessages('authoring');
  return [
    { label: crumbs.studio, to: '/studio' },
    { label: title, to: OUTLINE as LinkProps['to'], params: { microCredentialId: id } },
  ];
}
