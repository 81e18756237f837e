import type { JournalRequest } from '../../bridge/types';

/** Which part of the journal is asked for. */
export type Wanted = Omit<JournalRequest, 'before' | 'most'>;

export const EVERYTHING: Wanted = { action_kind: null, staff: null, code: '', first: null, last: null };
