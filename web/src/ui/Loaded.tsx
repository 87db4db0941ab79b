import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { ExternalLinkButton } from './LinkButton';
import { Notice } from './Notice';
import { ProblemNotice } from './ProblemNotice';
import styles from './Loaded.module.css';

type Query<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'isFetching'>;

/** Shows what a query found; until then that it is on its way, and if it failed, why and what to do. Data on the screen outlives a failed refresh. */
export function Loaded<Data>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined)
    return (
      <>
        {query.error && <ProblemNotice problem={query.error} />}
        {children(query.data)}
      </>
    );
  if (query.error) return <Failure problem={query.error} again={() => void query.refetch()} isTrying={query.isFetching} />;
  return <Loading />;
}

/** Says so to the ear at once, to the eye only when it takes longer than a blink. */
export function Loading() {
  const { loading } = useMessages('common');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['loading']} role="status">
      <span className={late ? styles['text'] : styles['silent']}>{loading}</span>
    </div>
  );
}

export interface FailureProps {
  problem: unknown;
  again?: () => void;
  isTrying?: boolean;
}

/** In place of a whole screen or part that could not be loaded. */
export function Failure({ problem, again, isTrying = false }: FailureProps) {
  const { errors, tryAgain } = useMessages('common');
  const refusal = problemOf(problem);
  if (refusal?.status === 401)
    return (
      <Notice tone="warn" title={errors.signedOut}>
        <div>
          <ExternalLinkButton look="primary" href={signInAddress()}>
            {errors.signIn}
          </ExternalLinkButton>
        </div>
      </Notice>
    );
  if (refusal?.status === 403) return <Notice tone="warn">{errors.notAllowed}</Notice>;
  if (refusal?.status === 404) return <Notice tone="warn">{errors.notFound}</Notice>;
  return (
    <div className={styles['failure']}>
      <ProblemNotice problem={problem} />
      {again && (
        <div>
          <Button onPress={again} isPending={isTrying}>
            {tryAgain}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The sign-in page that leads back here. */
export function signInAddress(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
