const drafts = new Map<string, object>();

/** What is being typed, kept while the program is open: going back loses nothing. */
export function draft<T extends object>(key: string, make: () => T): T {
  const kept = drafts.get(key);
  if (kept) return kept as T;
  const made = $state(make());
  drafts.set(key, made);
  return made;
}

/** Forgets all drafts: something was recorded, or the program was locked. */
export function dropDrafts(): void {
  drafts.clear();
}
