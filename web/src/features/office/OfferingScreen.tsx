import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Card, Page } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { CancelOfferingDialog } from './CancelOfferingDialog';
import { ChangeOfferingDialog } from './ChangeOfferingDialog';
import { LinksForOthers } from './LinksForOthers';
import { OfferingChip } from './OfferingChip';
import { OfferingLearners } from './OfferingLearners';
import { OfferingStaff } from './OfferingStaff';
import { type Offering, offeringQuery } from './queries';

export const offeringRoute = createLazyRoute('/offerings/$offeringId')({ component: OfferingScreen });

function OfferingScreen() {
  const { offeringId } = offeringRoute.useParams();
  const { offerings } = useMessages('office');
  const query = useQuery(offeringQuery(offeringId));
  return (
    <Page
      title={query.data?.data.title ?? offerings.title}
      crumbs={[{ label: offerings.title, to: '/offerings' }]}
      lead={query.data && <OfferingChip offering={query.data.data} />}
    >
      <Loaded query={query}>
        {({ data, etag }) => (
          <>
            <OfferingFacts offering={data} etag={etag} />
            <OfferingLearners offering={data} />
            <OfferingStaff offering={data} />
            {data.cancelledAt === null && <LinksForOthers offering={data} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OfferingFacts({ offering, etag }: { offering: Offering; etag: string | null }) {
  const { offering: texts, form, offerings } = useMessages('office');
  const { none } = useMessages('common');
  const format = useFormat();
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null);
  const { startsAt, endsAt, enrollFrom, enrollUntil, seats, openEnrollment, priceLabel, can, cancelledAt } = offering;
  const isOffice = useRole('office', 'admin');
  const manages = can.manage && cancelledAt === null;
  const enrolment = enrollUntil
    ? texts.fromUntil(format.dateTime(enrollFrom), format.dateTime(enrollUntil))
    : texts.from(format.dateTime(enrollFrom));
  return (
    <Card
      title={texts.facts}
      actions={
        <>
          {isOffice && (
            <LinkButton look="quiet" to="/editions/$editionId/newly-qualified" params={{ editionId: offering.editionId }}>
              {texts.newlyQualified}
            </LinkButton>
          )}
          {manages && <Button onPress={() => setOpen('change')}>{texts.edit}</Button>}
        </>
      }
    >
      <Facts
        facts={[
          [form.startsAt, format.dateTime(startsAt)],
          [form.endsAt, endsAt ? format.dateTime(endsAt) : none],
          [texts.enrolment, `${enrolment} · ${openEnrollment ? texts.selfEnrolment : texts.byOffice}`],
          [form.seats, offerings.seats(seats)],
          ...(priceLabel ? [[form.priceLabel, priceLabel] as const] : []),
          ...(openEnrollment && !cancelledAt
            ? [[texts.enrolAddress, <EnrolAddress key="address" id={offering.id} />] as const]
            : []),
        ]}
      />
      {manages && (
        <Actions>
          <Button look="danger" onPress={() => setOpen('cancel')}>
            {texts.cancel}
          </Button>
        </Actions>
      )}
      <ChangeOfferingDialog offering={offering} etag={etag} isOpen={open === 'change'} onClose={() => setOpen(null)} />
      <CancelOfferingDialog offering={offering} isOpen={open === 'cancel'} onClose={() => setOpen(null)} />
    </Card>
  );
}

function EnrolAddress({ id }: { id: string }) {
  const { offering } = useMessages('office');
  const address = `${location.origin}/app/enroll/${id}`;
  return (
    <Actions>
      <a href={address}>{offering.enrolPage}</a>
      <Button look="quiet" onPress={() => void navigator.clipboard.writeText(address).then(() => tell(offering.copied))}>
        {offering.copy}
      </Button>
    </Actions>
  );
}
