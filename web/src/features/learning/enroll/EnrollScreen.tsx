import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { api, read, type View } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { admissionQuery, myJourneysQuery } from '../queries';

export const enrollRoute = createLazyRoute('/enroll/$offeringId')({ component: EnrollScreen });

type Admission = View<'AdmissionView'>;

function EnrollScreen() {
  const { offeringId } = enrollRoute.useParams();
  const { enroll } = useMessages('learning');
  const query = useQuery(admissionQuery(offeringId));
  const { title, summary } = query.data?.microCredential ?? {};
  return (
    <Page title={title === undefined ? enroll.enroll : enroll.title(title)} width="text" lead={summary}>
      <Loaded query={query}>{(admission) => <Offer admission={admission} />}</Loaded>
    </Page>
  );
}

function Offer({ admission }: { admission: Admission }) {
  const { enroll } = useMessages('learning');
  const { institution } = useSession();
  const { microCredential } = admission;
  return (
    <>
      <Card title={admission.title}>
        <Terms admission={admission} />
        <Answer admission={admission} />
      </Card>
      <Card title={enroll.way}>
        <ol lang={microCredential.language}>
          {microCredential.courses.map((course) => (
            <li key={course}>{course}</li>
          ))}
          <li>{enroll.project(microCredential.projectTitle)}</li>
        </ol>
        {institution && <a href={`/micro-credentials/${institution.slug}/${microCredential.slug}`}>{enroll.more}</a>}
      </Card>
    </>
  );
}

function Terms({ admission: { startsAt, endsAt, enrollUntil, priceLabel, microCredential } }: { admission: Admission }) {
  const { enroll } = useMessages('learning');
  const format = useFormat();
  return (
    <Facts
      facts={[
        [enroll.starts, format.date(startsAt)],
        [enroll.ends, endsAt ? format.date(endsAt) : enroll.openEnd],
        ...(enrollUntil ? [[enroll.until, format.dateTime(enrollUntil)] as const] : []),
        [enroll.workload, enroll.hours(format.number(microCredential.hours))],
        ...(priceLabel ? [[enroll.price, priceLabel] as const] : []),
      ]}
    />
  );
}

/** The way in, the place that one has, or why there is none. */
function Answer({ admission }: { admission: Admission }) {
  const { enroll, home } = useMessages('learning');
  const { place, outcome, reason } = admission;
  if (place)
    return (
      <Notice tone="good" title={place.state === 'waitlisted' ? enroll.isWaiting : enroll.enrolled}>
        <Actions>
          <LinkButton look="primary" to="/learning/$enrollmentId" params={{ enrollmentId: place.enrollmentId }}>
            {enroll.goOn}
          </LinkButton>
        </Actions>
      </Notice>
    );
  if (outcome === 'refused')
    return (
      <Notice tone="warn" title={reason ? enroll.reasons[reason] : null}>
        <Actions>
          <ExternalLinkButton href="/">{home.catalogue}</ExternalLinkButton>
        </Actions>
      </Notice>
    );
  return <Enrol offeringId={admission.offeringId} outcome={outcome} />;
}

function Enrol({ offeringId, outcome }: { offeringId: string; outcome: 'active' | 'waitlisted' }) {
  const { enroll } = useMessages('learning');
  const navigate = useNavigate();
  const place = useMutation({
    mutationFn: () =>
      sendOnce(`enroll.${offeringId}`, (headers) =>
        read(api.POST('/api/v1/offerings/{id}/enrollments', { params: { path: { id: offeringId } }, headers, body: {} })),
      ),
    onSuccess: async ({ id, state }) => {
      await queryClient.invalidateQueries({ queryKey: myJourneysQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: admissionQuery(offeringId).queryKey });
      if (state === 'active') await navigate({ to: '/learning/$enrollmentId', params: { enrollmentId: id } });
    },
  });
  return (
    <>
      {place.error && <ProblemNotice problem={place.error} />}
      {outcome === 'waitlisted' && <p>{enroll.willWait}</p>}
      <Actions>
        <Button look="primary" isPending={place.isPending} onPress={() => place.mutate()}>
          {outcome === 'waitlisted' ? enroll.joinWaitlist : enroll.enroll}
        </Button>
      </Actions>
    </>
  );
}
