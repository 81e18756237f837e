/** Hides everything; set by the curtain itself. */
export const curtainCall = { hide: (): void => {} };
