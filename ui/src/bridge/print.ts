import { invoke } from '@tauri-apps/api/core';
import { ProblemError, asProblem } from './call';

/** Whether the program writes PDF itself; elsewhere the dialog of the system does. */
export const writesPdf = !/Windows|Macintosh/u.test(navigator.userAgent);

/** Prints the page as it stands: into a file, or with the dialog of the system. False where that was closed. */
export async function printPage(path: string | null): Promise<boolean> {
  try {
    return await invoke<boolean>('print_page', { path });
  } catch (thrown) {
    throw new ProblemError(asProblem(thrown));
  }
}
