import { type Breach, type Inspection, type Invariant, type Query } from './inspection.js';
import { raisedIndexes } from './status-bits.js';

interface PublishedList {
  id: string;
  signed: string;
  /** What is signed is the newest there is. */
  current: boolean;
  /** The institution's keys: fragment → public key. */
  keys: Record<string, string>;
}

interface Place {
  statusListId: string;
  index: number;
  credentialId: string;
  raised: boolean;
  settled: boolean;
}

export const revokedStaysRevoked: Invariant = {
  id: 'I5',
  says: 'a revoked credential stays revoked, in the records, in the published lists and compared with earlier lists',
  check: async (inspection) => {
    const { snapshot } = inspection;
    const lists = await snapshot<PublishedList>(
      `select id, signed, signed_version = version as current,
              (select json_object_agg(fragment, public_key_multibase) from signing_key k where k.institution_id = l.institution_id) as keys
         from status_list l`,
    );
    const places = await placesByList(inspection);
    const breaches = await recordBreaches(snapshot);
    for (const list of lists) breaches.push(...(await listBreaches(inspection, list, places.get(list.id) ?? [])));
    breaches.push(...forgottenLists(inspection, lists));
    const all = [...places.values()].flat();
    return {
      counts: { statusLists: lists.length, places: all.length, raised: all.filter(({ raised }) => raised).length },
      breaches,
    };
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

async function placesByList({ snapshot, settledBefore }: Inspection): Promise<Map<string, Place[]>> {
  const rows = await snapshot<Place>(
    `select i.status_list_id as "statusListId", i.status_index as index, i.id as "credentialId",
            coalesce(c.state in ('suspended', 'revoked'), false) as raised, coalesce(r.revoked_at < $1, true) as settled
       from credential_intent i left join credential c on c.id = i.id left join credential_revocation r on r.credential_id = i.id`,
    [settledBefore],
  );
  const lists = new Map<string, Place[]>();
  for (const place of rows) {
    const places = lists.get(place.statusListId);
    if (places) places.push(place);
    else lists.set(place.statusListId, [place]);
  }
  return lists;
}

async function listBreaches(inspection: Inspection, list: PublishedList, places: Place[]): Promise<Breach[]> {
  const { http, baseline } = inspection;
  const stored = [
    ...compare(`status list ${list.id}`, list.signed, places, list.current),
    ...(await signatureBreaches(inspection, list)),
  ];
  const earlier = baseline?.statusLists.get(list.id);
  const forgotten = earlier === undefined ? [] : fallenSince(list, earlier, places);
  if (!http) return [...stored, ...forgotten];
  const { status, body } = await http.get(`/status-lists/${list.id}`);
  const subject = `published status list ${list.id}`;
  const published =
    status === 200 ? compare(subject, body, places, list.current) : [{ subject, detail: `its address answers ${status}` }];
  return [...stored, ...forgotten, ...published];
}

/** A list that is being signed anew may lag behind for a while; one that says it is current may not. */
function compare(subject: string, published: string, places: Place[], current: boolean): Breach[] {
  const raised = readList(published);
  if (typeof raised === 'string') return [{ subject, detail: raised }];
  const expected = new Set(places.filter((place) => place.raised).map(({ index }) => index));
  const missing = places.filter((place) => place.raised && !raised.has(place.index) && (current || place.settled));
  const extra = current ? [...raised].filter((index) => !expected.has(index)) : [];
  return [
    ...missing.map(({ credentialId }) => ({ subject, detail: `does not show that credential ${credentialId} is revoked` })),
    ...extra.map((index) => ({ subject, detail: `shows place ${index} as revoked, which the records do not` })),
  ];
}

async function signatureBreaches({ signatures }: Inspection, { id, signed, keys }: PublishedList): Promise<Breach[]> {
  const subject = `status list ${id}`;
  const verificationMethod = /"verificationMethod":"([^"]+)"/.exec(signed)?.[1] ?? '';
  const publicKeyMultibase = keys[verificationMethod.split('#')[1] ?? ''];
  if (!publicKeyMultibase)
    return [{ subject, detail: `is signed by ${verificationMethod || 'nobody'}, which is no key of its institution` }];
  const problem = await signatures.problem(signed, { verificationMethod, publicKeyMultibase });
  return problem === null ? [] : [{ subject, detail: `its signature does not hold: ${problem}` }];
}

/** Revocation is final: a bit that was ever raised must be raised for ever. */
function fallenSince(list: PublishedList, earlier: string, places: Place[]): Breach[] {
  const subject = `status list ${list.id}`;
  const [then, now] = [readList(earlier), readList(list.signed)];
  if (typeof then === 'string') return [{ subject, detail: `in the baseline: ${then}` }];
  if (typeof now === 'string') return [];
  const fallen = [...then].filter((index) => !now.has(index));
  return fallen.map((index) => {
    const credentialId = places.find((place) => place.index === index)?.credentialId;
    const whose = credentialId ? `credential ${credentialId}` : `place ${index}`;
    return { subject, detail: `${whose} was revoked in the baseline and is not any more: revoke it again` };
  });
}

function forgottenLists({ baseline }: Inspection, lists: PublishedList[]): Breach[] {
  const known = new Set(lists.map(({ id }) => id));
  const gone = [...(baseline?.statusLists.keys() ?? [])].filter((id) => !known.has(id));
  return gone.map((id) => ({
    subject: `status list ${id}`,
    detail: 'is in the baseline and is gone: credentials that point to it cannot be checked',
  }));
}

function readList(published: string): Set<number> | string {
  try {
    return raisedIndexes(published);
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}
