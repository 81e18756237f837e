import { language } from './words.svelte';

/** A number as it is written in the language of the screens, a tie to the even digit as everywhere in the figures. */
export function decimal(value: number, digits: number): string {
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A whole number. */
export function whole(value: number): string {
  return format(value, { maximumFractionDigits: 0 });
}

/** A part of one, in hundredths. */
export function percent(value: number, digits = 1): string {
  return format(value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function format(value: number, options: Intl.NumberFormatOptions): string {
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.NumberFormat(locale, { ...options, ...{ roundingMode: 'halfEven' } }).format(value);
}
