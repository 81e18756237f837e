import { computeAccessibleDescription, computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/** Roles without a name or state of their own, which only hold others. */
const HOLDERS = new Set(['generic', 'presentation', 'none', 'paragraph', 'strong', 'emphasis', 'time', 'code']);

/** Roles whose contents are their name: what stands inside is not read twice. */
const NAMED_BY_CONTENTS = new Set(['button', 'radio', 'checkbox', 'option', 'heading', 'link', 'tab', 'switch', 'img']);

const STATES = ['checked', 'current', 'expanded', 'pressed', 'selected', 'disabled', 'required', 'invalid', 'keyshortcuts'];

/** The page as it is read aloud: a line for each role, with its name, its states and what describes it. */
export function tree(root: HTMLElement): string {
  const lines: string[] = [];
  walk(root, 0, lines);
  return `${lines.join('\n')}\n`;
}

function walk(node: Node, depth: number, lines: string[]): void {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = flat(node.textContent ?? '');
    if (text) lines.push(`${'  '.repeat(depth)}“${text}”`);
    return;
  }
  if (!(node instanceof HTMLElement || node instanceof SVGElement) || isInaccessible(node)) return;
  if (node instanceof HTMLLegendElement || (node instanceof HTMLLabelElement && !node.contains(node.control))) return;
  const role = roleOf(node);
  // Where there is no role, or one that only holds, what stands inside stands here.
  const told = node.getAttribute('aria-live');
  const line = role && !HOLDERS.has(role) ? words(node, role) : told && `told when it changes [${told}]`;
  if (line) lines.push('  '.repeat(depth) + line);
  if (line && NAMED_BY_CONTENTS.has(role ?? '')) return;
  if (node instanceof HTMLSelectElement) return;
  for (const child of node.childNodes) walk(child, depth + (line ? 1 : 0), lines);
}

/** Head and foot of a part of a page are no landmarks: only those of the page itself are. */
function roleOf(element: Element): string | null {
  const role = getRole(element);
  const landmark = role === 'banner' || role === 'contentinfo';
  return landmark && element.closest('main, section, article, aside, [role=region]') ? null : role;
}

function words(element: Element, role: string): string {
  const name = flat(computeAccessibleName(element));
  const described = flat(computeAccessibleDescription(element));
  const states = STATES.flatMap((state) => {
    const value = element.getAttribute(`aria-${state}`) ?? native(element, state);
    return value === null || value === 'false' ? [] : [value === 'true' ? state : `${state}: ${value}`];
  });
  const level = role === 'heading' ? ` ${element.tagName.slice(1)}` : '';
  const value = element instanceof HTMLInputElement && element.type !== 'radio' && element.type !== 'checkbox' ? element.value
    : element instanceof HTMLSelectElement ? flat(element.selectedOptions[0]?.textContent ?? '') : '';
  return [
    role + level,
    name && `“${name}”`,
    value && `= ${value}`,
    states.length > 0 && `[${states.join(', ')}]`,
    described && described !== name && `(${described})`,
  ].filter(Boolean).join(' ');
}

function native(element: Element, state: string): string | null {
  if (state === 'checked' && element instanceof HTMLInputElement && element.checked) return 'true';
  if (state === 'disabled' && 'disabled' in element && element.disabled === true) return 'true';
  return null;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
