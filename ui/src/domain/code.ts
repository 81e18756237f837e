import { call } from '../bridge/call';
import type { Hit } from '../bridge/types';

/** Whoever has the code that was typed, here or long gone; null where nobody has. */
export async function whoHas(typed: string): Promise<Hit | null> {
  const wanted = code(typed);
  const hits = await call('find', { text: wanted, names: false });
  return hits.find((hit) => hit.code === wanted) ?? null;
}

/** `214`, `k214` and `K-214` are the same person, in Latin letters as in Cyrillic. */
function code(typed: string): string {
  const digits = /^\s*(?:[KkКк]\s*-?\s*)?(\d{1,6})\s*$/u.exec(typed)?.[1];
  return digits ? `K-${digits.padStart(3, '0')}` : typed.trim();
}
