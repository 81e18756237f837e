import { marked } from 'marked';
import type { Language } from '../bridge/types';
import type { Screen } from '../state/app.svelte';

const files = import.meta.glob<string>('$handbook/*.md', { query: '?raw', import: 'default', eager: true });

/** The sections of the handbook that are about a screen, as HTML. Each names its screens in a comment below its heading. */
export function helpFor(screen: Screen, language: Language): string {
  const [, text = ''] = Object.entries(files).find(([path]) => path.endsWith(`/${language}.md`)) ?? [];
  const sections = text.split(/^(?=###? )/mu).filter((section) => {
    const screens = /<!-- help: ([\w ]+) -->/u.exec(section)?.[1] ?? '';
    return screens.split(' ').includes(screen);
  });
  // The handbook numbers its chapters; here they stand alone, below the heading of the dialog.
  const alone = sections.join('\n').replace(/<!-- .*? -->\n/gu, '').replace(/^###? (?:\d+\. )?/gmu, '### ');
  return marked.parse(alone, { async: false, gfm: true });
}
