import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Arrangements } from './Arrangements';
import { BadgeCard } from './BadgeCard';
import { Glance } from './Glance';
import { ProgressCard } from './ProgressCard';
import { enrollmentQuery, wayQuery } from './queries';
import { WorkCard } from './WorkCard';

export const enrollmentRoute = createLazyRoute('/enrollments/$enrollmentId')({ component: EnrollmentScreen });

/** One learner in one offering, for those who look after them. */
function EnrollmentScreen() {
  const { enrollmentId } = enrollmentRoute.useParams();
  const { enrollment: texts, office } = { enrollment: useMessages('enrollment'), office: useMessages('office') };
  const place = useQuery(enrollmentQuery(enrollmentId));
  const way = useQuery(wayQuery(enrollmentId));
  const offering = way.data
    ? [{ label: way.data.offeringTitle, to: '/offerings/$offeringId' as const, params: { offeringId: way.data.offeringId } }]
    : [];
  return (
    <Page
      title={place.data?.personName ?? texts.title}
      crumbs={[{ label: office.offerings.title, to: '/offerings' }, ...offering]}
    >
      <Loaded query={place}>
        {(enrollment) => (
          <Loaded query={way}>
            {(journey) => (
              <>
                <Glance enrollment={enrollment} journey={journey} />
                <ProgressCard journey={journey} />
                <WorkCard enrollmentId={enrollmentId} />
                <BadgeCard enrollmentId={enrollmentId} />
                {journey.can.arrange && <Arrangements journey={journey} />}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
