import { placesRaised, verifyIndependently } from '../../demo/independent-verifier.mjs';
import { IssuerKeyDocuments } from '../../src/modules/credentials/use-cases/keys/issuer-key-documents.js';
import type { Riverside } from './worlds.js';

interface Entry {
  credentialStatus: { statusListIndex: string; statusListCredential: string };
}

type PublishedList = Parameters<typeof placesRaised>[0];

async function listOf(world: Riverside, url: string): Promise<PublishedList> {
  const [list] = await world.rows<{ signed: string }>('select signed from status_list where id = $1', [url.split('/').at(-1)]);
  if (!list) throw new Error(`There is no status list ${url}`);
  return JSON.parse(list.signed) as PublishedList;
}

/** What the reference libraries say of a badge, with the documents that are published now. */
export async function judged(world: Riverside, signed: string): Promise<{ verified: boolean; error?: string }> {
  const { credentialStatus } = JSON.parse(signed) as Entry;
  return verifyIndependently(signed, {
    didDocument: (await world.get(IssuerKeyDocuments).didDocument('riverside')) ?? {},
    statusListCredential: await listOf(world, credentialStatus.statusListCredential),
    // A form that follows another within a second begins with the next one.
    now: new Date(world.clock.now().getTime() + 2_000),
  });
}

/** Every place that the published lists show as set, as the reference library reads them. */
export async function raisedPlaces(world: Riverside): Promise<number[]> {
  const lists = await world.rows<{ signed: string }>('select signed from status_list');
  return (await Promise.all(lists.map(({ signed }) => placesRaised(JSON.parse(signed) as PublishedList)))).flat();
}
