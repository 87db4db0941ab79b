import { queryOptions, useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { api, read, type View } from '../api/client';
import { browserStore } from '../kept/browser-store';
import { ownTokens } from './institution-colours';

type Theme = View<'ThemeView'>;
type Kept = Theme & { institutionId: string };

const KEPT_AS = 'cairn.institution-theme';
const TOKENS = Object.keys(ownTokens('#000000')) as (keyof ReturnType<typeof ownTokens>)[];

/** The colours and logo of the institution one acts for. Asked once a visit: the last answer is kept and shown meanwhile. */
export const themeQuery = (institutionId: string) =>
  queryOptions({
    queryKey: ['institution-theme', institutionId],
    queryFn: async ({ signal }) => {
      const theme = await read(api.GET('/api/v1/institution/theme', { signal }));
      keep({ ...theme, institutionId });
      return theme;
    },
    placeholderData: () => keptTheme(institutionId),
    staleTime: Infinity,
  });

/** For the frame: applies the colours, and gives the address of the logo. */
export function useInstitutionTheme(institutionId: string | undefined): { logo: string | null } {
  const theme = useQuery({ ...themeQuery(institutionId ?? ''), enabled: institutionId !== undefined }).data;
  const background = theme?.background ?? null;
  useLayoutEffect(() => applyColour(background), [background]);
  return { logo: theme?.logoFileId ? pictureAddress(theme.logoFileId) : null };
}

/** Before anything is known, the colours of the last visit, so that the first picture is already in them. */
export function applyKeptTheme(): void {
  applyColour(readKept()?.background ?? null);
}

/** Where anybody can see a picture that was uploaded as a badge image. */
export function pictureAddress(fileId: string): string {
  return `/badge-images/${fileId}`;
}

function applyColour(colour: string | null): void {
  const { style } = document.documentElement;
  const tokens = colour === null ? null : ownTokens(colour);
  for (const name of TOKENS) {
    if (tokens) style.setProperty(name, tokens[name]);
    else style.removeProperty(name);
  }
}

function keptTheme(institutionId: string): Theme | undefined {
  const kept = readKept();
  return kept?.institutionId === institutionId ? kept : undefined;
}

function readKept(): Kept | null {
  try {
    return JSON.parse(browserStore.getItem(KEPT_AS) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function keep(theme: Kept): void {
  try {
    browserStore.setItem(KEPT_AS, JSON.stringify(theme));
  } catch (error) {
    // Without room it is only asked for before it is shown.
    if (!(error instanceof DOMException)) throw error;
  }
}
