/** The steps of the tour; `tour-ID` are its words, and the frame rings what each is about. */
export const TOUR = ['plan', 'checkin', 'find', 'hide'] as const;
