import { CircleUserRound } from 'lucide-react';
import { type FocusEvent, useRef, useState } from 'react';
import { api, read } from '../api/client';
import { queryClient, sessionQuery } from '../api/queries';
import { chooseLocale, type Locale, LOCALES, useLocale, useMessages } from '../i18n';
import { forgetEverythingKept } from '../kept/use-kept';
import { Button } from '../ui/Button';
import { Select } from '../ui/fields';
import { LinkButton } from '../ui/LinkButton';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useSession } from './session';
import styles from './Shell.module.css';
import { chooseTheme, chosenTheme, THEMES, type Theme } from './theme';

/** The person's own corner: language, appearance, the institution they act for, their account, and the way out. */
export function Preferences() {
  const { nav } = useMessages('common');
  const { person } = useSession();
  const element = useRef<HTMLDetailsElement>(null);
  const close = (event: FocusEvent) => {
    if (element.current && !element.current.contains(event.relatedTarget)) element.current.open = false;
  };
  // Both only follow what happens to the controls inside.
  /* oxlint-disable jsx-a11y/no-noninteractive-element-interactions */
  return (
    <details
      ref={element}
      className={styles['preferences']}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !element.current?.open) return;
        element.current.open = false;
        element.current.querySelector('summary')?.focus();
      }}
    >
      <summary>
        <CircleUserRound aria-hidden />
        <span>{person.name}</span>
      </summary>
      <div className={styles['sheet']} tabIndex={-1}>
        <InstitutionChoice />
        <LanguageChoice />
        <ThemeChoice />
        <LinkButton
          to="/account"
          onClick={() => {
            if (element.current) element.current.open = false;
          }}
        >
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
  const [chosen, setChosen] = useState<Theme>(chosenTheme);
  return (
    <Select
      label={theme.label}
      value={chosen}
      onChange={(value) => {
        chooseTheme(value);
        setChosen(value);
      }}
      choices={THEMES.map((value) => ({ value, label: theme[value] }))}
    />
  );
}

function SignOut() {
  const { nav } = useMessages('common');
  const [problem, setProblem] = useState<unknown>(null);
  const signOut = async () => {
    try {
      await read(api.DELETE('/api/v1/session'));
      forgetEverythingKept();
      queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
      location.assign('/sign-in');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Button onPress={() => void signOut()}>{nav.signOut}</Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
