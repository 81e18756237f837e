/** Romanian writes one sound as î or â, by the spelling of the day. */
const SOUND = /[îâ]/gu;

/** Letters without accents: "stergere" finds "ștergere" and "şergere", "е" finds "ё"; and without the places where a word may break. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\p{M}\u00AD]/gu, '');
}

/** The ways in which a text may have been meant. */
function readings(text: string): string[] {
  const small = text.toLocaleLowerCase().normalize('NFC').trim();
  const once = plain(small);
  const sound = plain(small.replace(SOUND, 'i'));
  return sound === once ? [once] : [once, sound];
}

/** Whether what was typed occurs in the words, however it is spelled. */
export function holds(words: string, typed: string): boolean {
  return readings(typed).some((part) => readings(words).some((whole) => whole.includes(part)));
}
