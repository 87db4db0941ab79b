export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

const OPEN_BADGES_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d+\.\d+)?\.json$/;

export function isOpenBadgesContext(value: unknown): boolean {
  return typeof value === 'string' && OPEN_BADGES_CONTEXT.test(value);
}

/** The words that Open Badges 3.0 lists for some members (§B.3). */
export const achievementTypes = (
  'Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate ' +
  'CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree Fieldwork ' +
  'GeneralEducationDevelopment JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate QualityAssuranceCredential ' +
  'MasterCertificate MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma'
).split(' ');

export const identityTypes = (
  'name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn lisSourcedId oneRosterSourcedId ' +
  'sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier'
).split(' ');

export const alignmentTypes =
  'ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL'.split(' ');

export const resultTypes = (
  'GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion RubricCriterionLevel ' +
  'RubricScore ScaledScore Status'
).split(' ');

export const resultStatuses = 'Completed Enrolled Failed InProgress OnHold Provisional Withdrew'.split(' ');
