type Pasted = { ok: true; document: Record<string, unknown> } | { ok: false; fault: 'empty' | 'no-json' };

/** An endorsement as somebody sent it: the text of its JSON document. */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') return { ok: false, fault: 'empty' };
  try {
    const document: unknown = JSON.parse(text);
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    return isObject ? { ok: true, document: document as Record<string, unknown> } : { ok: false, fault: 'no-json' };
  } catch {
    return { ok: false, fault: 'no-json' };
  }
}
