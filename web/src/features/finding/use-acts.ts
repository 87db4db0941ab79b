import { useState } from 'react';
import { signOut } from '../../app/sign-out';
import { chooseTheme, THEMES, useTheme } from '../../app/theme';
import { useSession } from '../../app/session';
import { chooseLocale, type Locale, LOCALES, useLocale, useMessages } from '../../i18n';
import { beginnings, type Choice } from './choices';

/** What one can do from anywhere, without going somewhere first. `onDone` is called when it is done. */
export function useActs(onDone: () => void): { acts: Choice[]; problem: unknown } {
  const { acts: texts } = useMessages('finding');
  const { nav, theme: themes } = useMessages('common');
  const { roles } = useSession();
  const locale = useLocale();
  const theme = useTheme();
  const [problem, setProblem] = useState<unknown>(null);
  const act = (key: string, title: string, run: () => unknown): Choice => ({
    key,
    title,
    context: null,
    to: () => void Promise.resolve(run()).then(onDone, setProblem),
  });
  const languages = (Object.keys(LOCALES) as Locale[]).filter((one) => one !== locale);
  const appearances = THEMES.filter((one) => one !== theme);
  return {
    problem,
    acts: [
      ...beginnings(roles, texts),
      ...languages.map((one) => act(`language-${one}`, texts.language(LOCALES[one]), () => chooseLocale(one, { keep: true }))),
      ...appearances.map((one) => act(`theme-${one}`, texts.theme(themes[one]), () => chooseTheme(one))),
      act('sign-out', nav.signOut, signOut),
    ],
  };
}
