import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useRole } from '../../../app/session';
import { LOCALES, type Locale, useLocale, useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { letterQuery } from '../queries';
import { LetterForm } from './LetterForm';
import type { LetterName } from './letter-groups';
import { LetterVersions } from './LetterVersions';
import tabs from '../../../ui/Tabs.module.css';

export const letterRoute = createLazyRoute('/letters/$letter')({ component: LetterScreen });

/** One letter in one language: its words, what becomes of them, and what they were. */
function LetterScreen() {
  const { letter } = letterRoute.useParams();
  const { language: asked } = letterRoute.useSearch();
  const { title, items } = useMessages('letters');
  const { errors } = useMessages('common');
  const locale = useLocale();
  const [isOffice, isAdmin] = [useRole('office'), useRole('admin')];
  const language = asked ?? locale;
  const known = Object.hasOwn(items, letter) ? (letter as LetterName) : null;
  return (
    <Page
      title={known ? items[known].name : errors.missing}
      crumbs={[{ label: title, to: '/letters' }]}
      lead={known && `${items[known].when} · ${items[known].to}`}
      width="full"
    >
      {known && (isOffice || isAdmin) ? (
        <>
          <Languages letter={known} language={language} />
          <OneLanguage key={`${known}.${language}`} letter={known} language={language} />
        </>
      ) : (
        <Notice tone="warn">{known ? errors.notAllowed : errors.notFound}</Notice>
      )}
    </Page>
  );
}

function Languages({ letter, language }: { letter: LetterName; language: Locale }) {
  const { languages } = useMessages('letters');
  return (
    <nav aria-label={languages} className={tabs['tabs']}>
      {(Object.keys(LOCALES) as Locale[]).map((one) => (
        <Link
          key={one}
          to="/letters/$letter"
          params={{ letter }}
          search={{ language: one }}
          lang={one}
          activeOptions={{ exact: true, includeSearch: true }}
          // Without a language in the address no link is the active one, and one is shown all the same.
          {...(one === language ? { 'aria-current': 'page' as const } : {})}
        >
          {LOCALES[one]}
        </Link>
      ))}
    </nav>
  );
}

function OneLanguage({ letter, language }: { letter: LetterName; language: Locale }) {
  const query = useQuery(letterQuery(letter, language));
  return (
    <Loaded query={query}>
      {(answer) => (
        <LetterForm answer={answer}>
          {(take) => <LetterVersions letter={letter} language={language} version={answer.data.version} onTake={take} />}
        </LetterForm>
      )}
    </Loaded>
  );
}
