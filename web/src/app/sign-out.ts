import { api, read } from '../api/client';
import { queryClient, sessionQuery } from '../api/queries';
import { forgetEverythingKept } from '../kept/use-kept';

/** Ends the session and leaves nothing of the person in the browser. Throws where the server cannot be told. */
export async function signOut(): Promise<void> {
  await read(api.DELETE('/api/v1/session'));
  forgetEverythingKept();
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  location.assign('/sign-in');
}
