import { generateIndependently, issueIndependently } from '../../demo/independent-verifier.mjs';

/** An endorsement that somebody with a did:key of their own signed with the reference libraries. */
export async function foreignEndorsement(subject: string, changes: object = {}): Promise<Record<string, unknown>> {
  const { publicKeyMultibase, secretKeyMultibase } = await generateIndependently('did:example:later');
  const controller = `did:key:${publicKeyMultibase}`;
  const key = { id: `${controller}#${publicKeyMultibase}`, controller, publicKeyMultibase, secretKeyMultibase };
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'https://guild.example/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement by the Guild of Statisticians',
    issuer: { id: controller, type: ['Profile'], name: 'Guild of Statisticians' },
    validFrom: '2020-01-01T00:00:00Z',
    credentialSubject: { id: subject, type: ['EndorsementSubject'], endorsementComment: 'What we look for when we hire.' },
    ...changes,
  };
  return issueIndependently(document, key, new Date('2020-01-01T00:00:00Z'));
}
