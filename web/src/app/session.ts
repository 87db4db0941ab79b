import { useQuery } from '@tanstack/react-query';
import type { View } from '../api/client';
import { problemOf } from '../api/problem';
import { queryClient, sessionQuery } from '../api/queries';
import { chooseLocale, localeFor, localeIsChosen } from '../i18n';
import { signInAddress } from '../ui/Loaded';

export type Session = View<'CurrentSessionView'>;
export type Role = Session['roles'][number];

/** Before any screen: whoever is not signed in goes to the sign-in page and comes back here. */
export async function requireSession(): Promise<void> {
  try {
    const { person } = await queryClient.ensureQueryData(sessionQuery);
    const locale = localeFor(person.locale);
    if (locale && !localeIsChosen()) await chooseLocale(locale, { keep: false });
  } catch (error) {
    if (problemOf(error)?.status !== 401) throw error;
    location.assign(signInAddress());
    // The browser is leaving; nothing of the screen is to be seen meanwhile.
    await new Promise(() => undefined);
  }
}

/** The signed-in person. Every screen has one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('A screen was shown before the session was known');
  return data;
}

export function useRole(...roles: Role[]): boolean {
  const session = useSession();
  return roles.some((role) => session.roles.includes(role));
}
