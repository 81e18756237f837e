/** As many days as a stay can be given. */
export const MOST_DAYS = 3650;

export function isDays(text: string): boolean {
  return /^[1-9]\d{0,3}$/u.test(text.trim()) && Number(text) <= MOST_DAYS;
}
