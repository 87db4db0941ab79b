import type { OfferedPlace } from '../use-cases/read-admission.js';
import type { AdmissionView, OfferedMicroCredentialView } from './admission.dto.js';

export function presentAdmission({ offering, edition, place, outlook }: OfferedPlace): AdmissionView {
  return {
    offeringId: offering.id,
    title: offering.title,
    priceLabel: offering.priceLabel,
    startsAt: offering.startsAt.toISOString(),
    endsAt: offering.endsAt?.toISOString() ?? null,
    enrollFrom: offering.enrollFrom.toISOString(),
    enrollUntil: offering.enrollUntil?.toISOString() ?? null,
    microCredential: presentOffered(edition),
    place: place && { enrollmentId: place.id, state: place.state },
    outcome: outlook.outcome,
    reason: outlook.outcome === 'refused' ? outlook.reason.key : null,
  };
}

function presentOffered({ slug, content }: OfferedPlace['edition']): OfferedMicroCredentialView {
  const { title, summary, language, workload, courses, project } = content;
  return {
    slug,
    title,
    summary,
    language,
    hours: workload.hours,
    courses: courses.map((course) => course.title),
    projectTitle: project.title,
  };
}
