import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../api/client';
import { chooseLocale, type Locale, LOCALES, useLocale, useMessages } from '../i18n';
import { Button } from '../ui/Button';
import { Select } from '../ui/fields';
import { LinkButton } from '../ui/LinkButton';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useSession } from './session';
import styles from './Shell.module.css';
import { signOut } from './sign-out';
import { chooseTheme, THEMES, useTheme } from './theme';
import { useSheet } from './use-sheet';

/** The person's own corner: language, appearance, the institution they act for, their account, and the way out. */
export function Preferences() {
  const { nav } = useMessages('common');
  const { person } = useSession();
  const { element, close, follow } = useSheet();
  return (
    <details ref={element} className={styles['preferences']} {...follow}>
      <summary>
        <CircleUserRound aria-hidden />
        <span>{person.name}</span>
      </summary>
      <div className={styles['sheet']} tabIndex={-1}>
        <InstitutionChoice />
        <LanguageChoice />
        <ThemeChoice />
        <LinkButton to="/account" onClick={close}>
          {nav.account}
        </LinkButton>
        <SignOut />
      </div>
    </details>
  );
}

function InstitutionChoice() {
  const { actAs } = useMessages('common');
  const { institution, memberships } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  if (memberships.length < 2) return null;
  const choose = async (institutionId: string) => {
    try {
      await read(api.PUT('/api/v1/session/institution', { body: { institutionId } }));
      // Everything on the screen belongs to the institution that was left.
      location.assign('/app/');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Select
        label={actAs}
        value={institution?.id ?? ''}
        onChange={(id) => void choose(id)}
        choices={memberships.map(({ institution: { id, name } }) => ({ value: id, label: name }))}
      />
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}

function LanguageChoice() {
  const { language } = useMessages('common');
  const locale = useLocale();
  return (
    <Select
      label={language}
      value={locale}
      onChange={(chosen) => void chooseLocale(chosen, { keep: true })}
      choices={(Object.keys(LOCALES) as Locale[]).map((value) => ({ value, label: LOCALES[value] }))}
    />
  );
}

function ThemeChoice() {
  const { theme } = useMessages('common');
  return (
    <Select
      label={theme.label}
      value={useTheme()}
      onChange={chooseTheme}
      choices={THEMES.map((value) => ({ value, label: theme[value] }))}
    />
  );
}

function SignOut() {
  const { nav } = useMessages('common');
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <Button onPress={() => void signOut().catch(setProblem)}>{nav.signOut}</Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
