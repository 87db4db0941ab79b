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
                <Steps
                  steps={firstSteps({
                    hasPassword: person.hasPassword,
                    hasEmail: person.email !== null,
                    institutionVersion: version,
                    rolesHeld: new Set(known.pages.flatMap(({ items }) => items.flatMap(({ roles }) => roles))),
                    published: offerable.data?.length ?? 0,
                    offerings: offerings.data?.pages[0]?.items.length ?? 0,
                  })}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

/** Of what is left, the first is to be done next. */
function Steps({ steps }: { steps: ReturnType<typeof firstSteps> }) {
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <ol className={styles['steps']}>
      {steps.map(({ step, done }, index) => (
        <ShownStep key={step} step={step} number={index + 1} done={done} isNext={step === next} />
      ))}
    </ol>
  );
}

interface ShownStepProps {
  step: Step;
  number: number;
  done: boolean;
  isNext: boolean;
}

function ShownStep({ step, number, done, isNext }: ShownStepProps) {
  const { steps } = useMessages('office');
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
      <LinkButton look={isNext ? 'primary' : 'plain'} to={PLACES[step]} aria-label={label}>
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
  learners: '/people',
} as const;
