import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { ifMatch, type MicroCredential, microCredentialQuery, remember } from '../queries';

const TRIES = 3;

/**
 * Changes a draft by what is to happen to it, such as “one course more”: when somebody else changed it meanwhile, the same is done to their
 * version, so that nothing of theirs is lost. For what a person typed use `useDraft`, which shows both.
 */
export async function changeDraft(id: string, change: (draft: MicroCredential) => PatchBody): Promise<MicroCredential> {
  for (let tries = 1; ; tries++) {
    const draft = await queryClient.ensureQueryData(microCredentialQuery(id));
    try {
      const changed = await patch(draft, change(draft));
      remember(changed);
      return changed;
    } catch (error) {
      if (problemOf(error)?.status !== 412 || tries === TRIES) throw error;
      await queryClient.fetchQuery({ ...microCredentialQuery(id), staleTime: 0 });
    }
  }
}

export function patch({ id, version }: Pick<MicroCredential, 'id' | 'version'>, body: PatchBody): Promise<MicroCredential> {
  return read(api.PATCH('/api/v1/micro-credentials/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
}

/** Any of the fields of a draft. */
export type PatchBody = Partial<
  Omit<MicroCredential, 'id' | 'slug' | 'version' | 'can' | 'latestEdition' | 'retiredAt' | 'createdAt' | 'updatedAt'>
>;
