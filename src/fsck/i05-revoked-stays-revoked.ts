import type { Breach, Inspection, Invariant } from './inspection.js';
import type { Query } from './query.js';
import type { PublicAnswer } from './public-address.js';
import { signatureProblem } from './signature/signature-verifier.js';
import { compareList, type Place, placesByList, readList, readLists, type StatusListRow } from './status-lists.js';

export const revokedStaysRevoked: Invariant = {
  id: 'I5',
  says: 'a revoked credential stays revoked, in the records, in the published lists and compared with earlier lists',
  check: async (inspection) => {
    const { snapshot, settledBefore } = inspection;
    const lists = await readLists(snapshot);
    const places = await placesByList(snapshot, settledBefore);
    const breaches = [...(await recordBreaches(snapshot)), ...(await suspensionBreaches(snapshot))];
    for (const list of lists) breaches.push(...(await listBreaches(inspection, list, places.get(list.id) ?? [])));
    breaches.push(...forgottenLists(inspection, lists), ...(await servedBreaches(inspection, lists)));
    const all = [...places.values()].flat();
    const raised = all.filter((place) => place.raised).length;
    return { counts: { statusLists: lists.length, places: all.length, raised }, breaches };
  },
};

/** The revocation, its event and the state of the credential tell the same. */
async function recordBreaches(query: Query): Promise<Breach[]> {
  const rows = await query<{ id: string; state: string; recorded: boolean; told: boolean }>(
    `select c.id, c.state, r.credential_id is not null as recorded, v.subject_id is not null as told
       from credential c
       left join credential_revocation r on r.credential_id = c.id
       left join (select distinct subject_id from event where type = 'credential.revoked') v on v.subject_id = c.id
      where (c.state = 'revoked') <> (r.credential_id is not null) or (r.credential_id is not null) <> (v.subject_id is not null)`,
  );
  return rows.map(({ id, state, recorded, told }) => {
    const words = [`is ${state}`, recorded ? 'has a revocation on record' : 'has no revocation on record'];
    return {
      subject: `credential ${id}`,
      detail: [...words, told ? 'history tells of one' : 'history tells of none'].join(', '),
    };
  });
}

/** A suspended form has a suspension on record; one that has is suspended still, or another form took its place. */
async function suspensionBreaches(query: Query): Promise<Breach[]> {
  const rows = await query<{ id: string; state: string; recorded: boolean }>(
    `select c.id, c.state, s.id is not null as recorded
       from credential c left join credential_act s on s.credential_id = c.id and s.act = 'suspension'
      where (c.state = 'suspended' and s.id is null) or (s.id is not null and c.state not in ('suspended', 'revoked', 'superseded'))`,
  );
  return rows.map(({ id, state, recorded }) => ({
    subject: `credential ${id}`,
    detail: `is ${state}, ${recorded ? 'and has a suspension on record' : 'and has no suspension on record'}`,
  }));
}

async function listBreaches(inspection: Inspection, list: StatusListRow, places: Place[]): Promise<Breach[]> {
  const earlier = inspection.baseline?.statusLists.get(list.id);
  return [
    ...compareList(`status list ${list.id}`, list.signed, places, list.current),
    ...(await signatureBreaches(inspection, list)),
    ...(earlier === undefined ? [] : fallenSince(list, earlier, places)),
  ];
}

async function signatureBreaches({ signatures }: Inspection, { id, signed, keys }: StatusListRow): Promise<Breach[]> {
  const subject = `status list ${id}`;
  const verificationMethod = /"verificationMethod":"([^"]+)"/.exec(signed)?.[1] ?? '';
  const publicKeyMultibase = keys[verificationMethod.split('#')[1] ?? ''];
  if (!publicKeyMultibase)
    return [{ subject, detail: `is signed by ${verificationMethod || 'nobody'}, which is no key of its institution` }];
  const problem = await signatureProblem(signatures, signed, { verificationMethod, publicKeyMultibase });
  return problem === null ? [] : [{ subject, detail: `its signature does not hold: ${problem}` }];
}

/** Revocation is final: a bit that was ever raised must be raised for ever. */
function fallenSince(list: StatusListRow, earlier: string, places: Place[]): Breach[] {
  const subject = `status list ${list.id}`;
  const [then, now] = [readList(earlier), readList(list.signed)];
  if (typeof then === 'string') return [{ subject, detail: `in the baseline: ${then}` }];
  if (typeof now === 'string') return [];
  const fallen = [...then].filter((index) => !now.has(index));
  return fallen.map((index) => {
    const whose = places.find((place) => place.index === index)?.holder ?? `place ${index}`;
    return { subject, detail: `${whose} was revoked in the baseline and is not any more: revoke it again` };
  });
}

function forgottenLists({ baseline }: Inspection, lists: StatusListRow[]): Breach[] {
  const known = new Set(lists.map(({ id }) => id));
  const gone = [...(baseline?.statusLists.keys() ?? [])].filter((id) => !known.has(id));
  return gone.map((id) => ({
    subject: `status list ${id}`,
    detail: 'is in the baseline and is gone: credentials that point to it cannot be checked',
  }));
}

/** What verifiers fetch. Compared with the records of now: something may have been revoked since the snapshot. */
async function servedBreaches({ http, current, settledBefore }: Inspection, lists: StatusListRow[]): Promise<Breach[]> {
  if (!http) return [];
  const answers = new Map<string, PublicAnswer>();
  for (const { id } of lists) answers.set(id, await http.get(`/status-lists/${id}`));
  const places = await placesByList(current, settledBefore);
  return (await readLists(current)).flatMap((list) => {
    const answer = answers.get(list.id);
    if (!answer) return [];
    const subject = `published status list ${list.id}`;
    if (answer.problem !== null) return [{ subject, detail: `its address ${answer.problem}` }];
    return compareList(subject, answer.body, places.get(list.id) ?? [], list.current);
  });
}
