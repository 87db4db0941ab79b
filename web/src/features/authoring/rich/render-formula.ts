import { api, read } from '../../../api/client';

/** What are asked for within this time go in one request. */
const TOGETHER_MS = 50;

const known = new Map<string, Promise<Element | null>>();
let waiting: { tex: string; settle: (picture: Element | null) => void }[] = [];

/** A formula as learners will see it, made by the server; `null` for one that cannot be read, or while the server is out of reach. */
export async function renderFormula(tex: string): Promise<Element | null> {
  if (tex.trim() === '') return null;
  const picture = await (known.get(tex) ?? ask(tex));
  return picture && (picture.cloneNode(true) as Element);
}

function ask(tex: string): Promise<Element | null> {
  const asked = new Promise<Element | null>((settle) => {
    if (waiting.length === 0) setTimeout(() => void renderWaiting(), TOGETHER_MS);
    waiting.push({ tex, settle });
  });
  known.set(tex, asked);
  return asked;
}

async function renderWaiting(): Promise<void> {
  const formulas = waiting;
  waiting = [];
  const markdown = formulas.map(({ tex }) => asBlock(tex)).join('\n\n');
  const body = { markdown, assets: {}, activityId: null };
  const answer = await read(api.POST('/api/v1/text-previews', { body })).catch(() => null);
  // One that is too large, or cannot be read, is shown as code, so that there are as many pieces as formulas.
  const pieces = answer ? [...new DOMParser().parseFromString(answer.html, 'text/html').body.children] : [];
  for (const [index, { tex, settle }] of formulas.entries()) {
    const piece = pieces.length === formulas.length ? pieces[index] : undefined;
    if (!piece) known.delete(tex);
    settle(piece?.querySelector('math') ? piece : null);
  }
}

/** Between fences that nothing inside can close. */
function asBlock(tex: string): string {
  const longest = Math.max(1, ...(tex.match(/\$+/g) ?? []).map((run) => run.length));
  const fence = '$'.repeat(longest + 1);
  return `${fence}\n${tex}\n${fence}`;
}
