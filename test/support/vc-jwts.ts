import type { JwtAlgorithm } from '../../src/modules/credentials/domain/key-algorithms.js';
import { ChooseVcJwts } from '../../src/modules/credentials/use-cases/issuing/choose-vc-jwts.js';
import { MakeVcJwts } from '../../src/modules/credentials/use-cases/issuing/make-vc-jwts.js';
import { TestBrowser } from './browser.js';
import { workOff } from './outbox-work.js';
import type { Riverside } from './worlds.js';

/** Riverside offers these forms from now on. */
export async function choose(world: Riverside, algorithms: JwtAlgorithm[]): Promise<void> {
  const forms = world.get(ChooseVcJwts);
  const { version } = await forms.read(world.olga.actor);
  await forms.run(world.olga.actor, version, algorithms);
}

/** Does what the worker would do with the forms that wait in the outbox. Returns of how many credentials. */
export async function makeForms(world: Riverside): Promise<number> {
  return workOff(world, 'make-vc-jwts', (institutionId, ids) => world.get(MakeVcJwts).run({ institutionId }, ids));
}

/** The VC-JWT of a badge, as anybody gets it. */
export async function jwtOf(world: Riverside, { publicId }: { publicId: string }, algorithm?: JwtAlgorithm) {
  const query = algorithm ? `?alg=${algorithm}` : '';
  return new TestBrowser(world.app).get(`/credentials/${publicId}/credential.jwt${query}`);
}
