const GROUP = 4;

/** The recovery identity in groups that can be read and typed; the first is what it begins with. */
export function groupsOf(secret: string): string[] {
  const plain = plainOf(secret);
  const start = plain.lastIndexOf('-') + 2;
  const groups = start > 1 && start < plain.length ? [plain.slice(0, start)] : [];
  for (let at = groups.length ? start : 0; at < plain.length; at += GROUP) groups.push(plain.slice(at, at + GROUP));
  return groups;
}

/** The identity as the record compares it: without spaces, in capitals. */
export function plainOf(text: string): string {
  return text.replace(/\s+/gu, '').toUpperCase();
}

export type Compared = { is: 'empty' | 'same' } | { is: 'other' | 'short'; group: number };

/** How what was typed back compares, with the first group that differs, counted from 1. */
export function compare(secret: string, typed: string): Compared {
  const [wanted, plain] = [plainOf(secret), plainOf(typed)];
  if (plain === '') return { is: 'empty' };
  if (plain === wanted) return { is: 'same' };
  const differs = [...plain].findIndex((sign, i) => sign !== wanted[i]);
  const is = differs < 0 ? 'short' : 'other';
  return { is, group: groupAt(secret, differs < 0 ? plain.length : differs) };
}

function groupAt(secret: string, index: number): number {
  let end = 0;
  const groups = groupsOf(secret);
  const found = groups.findIndex((group) => {
    end += group.length;
    return index < end;
  });
  return found < 0 ? groups.length : found + 1;
}
