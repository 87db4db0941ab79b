import type { LinkProps } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { navigationFor } from '../../app/navigation';
import type { Role } from '../../app/session';
import type { Messages } from '../../i18n';

type Found = View<'FoundView'>;
export type GroupKey = keyof Messages['finding']['groups'];

export interface Place {
  to: LinkProps['to'];
  params?: Record<string, string>;
  search?: Record<string, string | true>;
}

/** Something that one can go to, or do. */
export interface Choice {
  key: string;
  title: string;
  context: string | null;
  to: Place | (() => void);
}

export interface ChoiceGroup {
  key: GroupKey;
  choices: Choice[];
}

interface Texts {
  nav: Messages['common']['nav'];
  screens: Messages['finding']['screens'];
}

const MORE: readonly { key: keyof Texts['screens']; to: LinkProps['to']; roles: readonly Role[] }[] = [
  { key: 'imports', to: '/studio/imports', roles: ['instructor', 'admin'] },
  { key: 'newOffering', to: '/offerings/new', roles: ['office', 'admin'] },
  { key: 'requests', to: '/credentials/requests', roles: ['office', 'admin'] },
  { key: 'revocations', to: '/credentials/revocations', roles: ['office', 'admin'] },
];

const BEGINNINGS = [
  { key: 'newMicroCredential', to: '/studio', search: { create: true }, roles: ['instructor', 'admin'] },
  { key: 'invite', to: '/people', search: { invite: true }, roles: ['office', 'admin'] },
] as const satisfies readonly { key: keyof Messages['finding']['acts']; to: string; search: object; roles: readonly Role[] }[];

/** The screens that somebody may see and whose name has every word; without words, all of them. */
export function screenChoices(roles: readonly Role[], words: string, { nav, screens }: Texts): Choice[] {
  const own = navigationFor(roles).map(({ key, to }) => ({ key, title: nav[key], context: null, to: { to } }));
  const more = MORE.filter((screen) => screen.roles.some((role) => roles.includes(role))).map(({ key, to }) => ({
    key,
    title: screens[key],
    context: null,
    to: { to },
  }));
  return named([...own, ...more], words);
}

/** Those whose name has every word; without words, all of them. */
export function named(choices: readonly Choice[], words: string): Choice[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
}

/** What somebody with these roles may begin from anywhere. */
export function beginnings(roles: readonly Role[], acts: Messages['finding']['acts']): Choice[] {
  return BEGINNINGS.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ key, to, search }) => ({
    key,
    title: acts[key],
    context: null,
    to: { to, search },
  }));
}

/** What the server found, kind by kind as it came. */
export function foundGroups(found: readonly Found[], roles: readonly Role[]): ChoiceGroup[] {
  const groups = new Map<GroupKey, Choice[]>();
  for (const thing of found) {
    const { kind, id, title, context } = thing;
    const choice = { key: `${kind} ${id}`, title, context, to: placeOf(thing, roles) };
    groups.set(kind, [...(groups.get(kind) ?? []), choice]);
  }
  return [...groups].map(([key, choices]) => ({ key, choices }));
}

/** Where a thing is looked at by somebody with these roles. */
export function placeOf({ kind, id, title, context, microCredentialId }: Found, roles: readonly Role[]): Place {
  const params = { microCredentialId: microCredentialId ?? '' };
  switch (kind) {
    case 'journey':
      return { to: '/learning/$enrollmentId', params: { enrollmentId: id } };
    case 'micro-credential':
    case 'course':
      return { to: '/studio/$microCredentialId', params };
    case 'activity':
      return { to: '/studio/$microCredentialId/activities/$activityId', params: { ...params, activityId: id } };
    case 'offering': {
      const isOffice = roles.includes('office') || roles.includes('admin');
      if (isOffice) return { to: '/offerings/$offeringId', params: { offeringId: id } };
      return { to: '/studio/$microCredentialId/learners', params, search: { run: id } };
    }
    case 'person':
      return { to: '/people', search: { q: context ?? title } };
    case 'credential':
      return { to: '/credentials/$credentialId', params: { credentialId: id } };
  }
}

/** The choice after or before one, from the last to the first and back. */
export function stepFrom(keys: readonly string[], active: string | null, step: 1 | -1): string | null {
  const at = active === null ? -1 : keys.indexOf(active);
  if (at === -1) return (step === 1 ? keys[0] : keys.at(-1)) ?? null;
  return keys[(at + step + keys.length) % keys.length] ?? null;
}
