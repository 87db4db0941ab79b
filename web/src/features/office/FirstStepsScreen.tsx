import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Card, Page } from '../../ui/Page';
import { firstSteps, type Step } from './first-steps';
import styles from './office.module.css';
import { institutionQuery } from '../institution/queries';
import { membersQuery, offerableQuery, offeringsQuery } from './queries';

export const firstStepsRoute = createLazyRoute('/first-steps')({ component: FirstStepsScreen });

function FirstStepsScreen() {
  const { steps } = useMessages('office');
  const { person } = useSession();
  const institution = useQuery(institutionQuery);
  const offerable = useQuery(offerableQuery);
  const members = useInfiniteQuery(membersQuery({}));
  const offerings = useInfiniteQuery(offeringsQuery);
  return (
    <Page title={steps.title} lead={steps.lead} width="text">
      <Card>
        <Loaded query={institution}>
          {({ data: { version } }) => (
            <Loaded query={members}>
              {(known) => (
                <ol className={styles['steps']}>
                  {firstSteps({
                    hasPassword: person.hasPassword,
                    hasEmail: person.email !== null,
                    institutionVersion: version,
                    rolesHeld: new Set(known.pages.flatMap(({ items }) => items.flatMap(({ roles }) => roles))),
                    published: offerable.data?.length ?? 0,
                    offerings: offerings.data?.pages[0]?.items.length ?? 0,
                  }).map(({ step, done }, index) => (
                    <ShownStep key={step} step={step} number={index + 1} done={done} />
                  ))}
                </ol>
              )}
            </Loaded>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

function ShownStep({ step, number, done }: { step: Step; number: number; done: boolean }) {
  const { steps } = useMessages('office');
  const look = done ? 'plain' : 'primary';
  const label = `${steps.go}: ${steps[step]}`;
  return (
    <li>
      <span className={styles['mark']} data-done={done || undefined} aria-hidden>
        {done ? '✓' : number}
      </span>
      <span>
        <strong>{steps[step]}</strong> {done && `(${steps.done})`}
        <br />
        <span className={styles['quiet']}>{steps[`${step}Text`]}</span>
      </span>
      <LinkButton look={look} to={PLACES[step]} aria-label={label}>
        {steps.go}
      </LinkButton>
    </li>
  );
}

const PLACES = {
  password: '/account/security',
  institution: '/institution',
  people: '/people',
  publish: '/studio',
  offer: '/offerings/new',
} as const;
