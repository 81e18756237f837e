import { asProblem, call, opened, whenLocked } from '../bridge/call';
import type {
  BackupFolder, BedId, Behind, BeneficiaryId, Board, Commands, Done, Due, Instant, Look, PersonView, Problem, ReportDue, Status, StayId,
} from '../bridge/types';
import { isoDay } from '../words/dates';
import { speak, t } from '../words/words.svelte';
import { problemWords } from '../words/problem';
import { doneWords } from '../domain/done';
import type { PaperRequest } from '../domain/paper/request';
import { alsoKeep, bringBack, dropHidden, keepDraft, leaveDrafts, shownNow } from './draft.svelte';

/** How long before an identity is erased by the rule the board tells a manager. */
const ERASURE_TOLD = 7 * 24 * 60 * 60_000;

export type Screen =
  | 'person' | 'paper' | 'board' | 'checkin' | 'tape' | 'expected' | 'occupancy' | 'journal' | 'settings' | 'rollcall' | 'import';

/** What a screen is opened with. */
export interface Params {
  /** The board: whose panel. */
  stay?: StayId;
  /** The personal page: whose. */
  beneficiary?: BeneficiaryId;
  /** The board: which bed's panel; the check-in: the bed to begin with. */
  bed?: BedId;
  /** The settings: the id of the heading of the section to show. */
  heading?: string;
  /** The sheets: which one. */
  paper?: PaperRequest;
  /** The sheets: where one came from. */
  back?: { screen: Screen; params: Params };
}

export type Verb =
  | 'check_in' | 'move_people' | 'leave' | 'return_to_house' | 'extend' | 'amend' | 'correct' | 'discharge' | 'undo'
  | 'plan_departure' | 'assist' | 'close' | 'reopen' | 'wait' | 'end_wait' | 'reorder' | 'keep' | 'release'
  | 'set_rules' | 'set_desk' | 'set_capacity' | 'set_limits' | 'set_assistance' | 'set_room' | 'keep_apart' | 'let_together'
  | 'import_register';

export type Outcome = { ok: Done; problem: null } | { ok: null; problem: Problem };

/** A line about what was done, with the action that it can take back. */
export interface Said {
  text: string;
  action: number | null;
  /** Of the file, and of nothing in it: it may stand before anybody has signed in. */
  atDoor?: true;
  /** It was not done. */
  refused?: true;
}

class App {
  status = $state.raw<Status | null>(null);
  screen = $state<Screen>('board');
  params = $state.raw<Params>({});
  board = $state.raw<Board | null>(null);
  person = $state.raw<PersonView | null>(null);
  /** Whose panel is open, or which bed's. */
  open = $state.raw<{ stay: StayId } | { bed: BedId } | null>(null);
  said = $state.raw<Said | null>(null);
  /** No backup that was read back is young enough. */
  backupOverdue = $state(false);
  /** Folders that no backup got to for too long, or that could take none though they were there. */
  lateFolders = $state.raw<BackupFolder[]>([]);
  /** The file is older than the last one known; undefined until that was asked. */
  behind = $state.raw<Behind | null | undefined>();
  /** The year whose annual report is still to be handed in, and by when. */
  reportDue = $state.raw<ReportDue>({ year: null, by: null });
  /** The recovery paper was not tried for a year. */
  recoveryDue = $state(false);
  /** Whose identity is erased by the rule within a week. */
  erasures = $state.raw<Due[]>([]);
  /** Why the board can't be shown, where that is so. */
  problem = $state.raw<Problem | null>(null);
  /** The action that is about to be taken back, once its preview is confirmed. */
  undoing = $state<number | null>(null);
  finding = $state(false);
  /** How far the tour of the first run is. */
  touring = $state(0);
  /** The keys and the help are shown. */
  helping = $state(false);
  /** Grows with every change of the record. */
  revision = $state(0);
  now = $state<Instant>(Date.now());

  /** What this session did and has not taken back, latest last. */
  #mine: number[] = [];
  /** Grows when a session ends. */
  #session = 0;
  /** Whether anything of what is on its way was recorded in the end; null while nothing is. */
  #sending: Promise<boolean> | null = null;
  /** What is on its way to be carried out. */
  #going = new Map<string, Promise<Outcome>>();
  #ahead = 0;
  /** How the screens are to look, while that is on its way. */
  #look: Look | null = null;
  #dressing: Promise<void> = Promise.resolve();
  /** Where whoever locked the program was: which screen of whom, and nothing of what stood on it. */
  #left: { who: string; screen: Screen; params: Params } | null = null;

  /** Whether a manager is signed in. */
  get isManager(): boolean {
    return this.status?.staff?.role === 'manager';
  }

  /** Whether the night guard is signed in, who sees the roll call alone. */
  get isGuard(): boolean {
    return this.status?.staff?.role === 'guard';
  }

  async start(): Promise<void> {
    whenLocked(() => void this.#askStatus());
    // The computer goes to sleep, or its session was locked: a slow backup may keep the program from answering.
    window.addEventListener('vatra-locked', () => void (this.status?.stage === 'open' ? this.lock() : this.#askStatus()));
    const first = opened();
    await (first ? this.take(first) : this.#askStatus());
  }

  /** Takes over a status that a command gave. */
  async take(status: Status): Promise<void> {
    const before = this.status;
    const wasOpen = before?.stage === 'open';
    if (wasOpen && status.stage === 'locked' && before.staff) {
      this.#left = { who: before.staff.id, screen: this.screen, params: this.params };
    }
    // Before the first form is shown: it takes up what was typed when it is made.
    const comes = status.stage === 'open' && !wasOpen ? status.staff : null;
    const comeBack = comes && comes.role !== 'guard' ? await bringBack(comes.role) : null;
    // Another answer may have opened meanwhile.
    const opens = status.stage === 'open' && this.status?.stage !== 'open';
    this.status = status;
    this.#setClock(status.now);
    const spoken = this.#dress(status);
    if (opens) {
      await spoken;
      const left = this.#left?.who === status.staff?.id ? this.#left : null;
      this.#left = null;
      this.said = null;
      if (this.isGuard) this.go('rollcall');
      else if (comeBack) await comeBack();
      else this.go(left?.screen ?? 'board', left?.params);
      await this.refresh();
      if (comeBack) this.said = { text: t('draft-back'), action: null };
      // Reading the file from end to end doesn't hold up the board. One that can't be read has been closed.
      call('check_file', {}).catch(() => void this.#askStatus());
    }
    if (status.stage !== 'open') this.#forget();
  }

  /** Shows a screen. */
  go(screen: Screen, params: Params = {}): void {
    // What was said belongs to the screen it was said on, but for the way back to the board.
    if (screen !== this.screen && screen !== 'board') this.said = null;
    this.screen = screen;
    this.params = params;
    this.finding = false;
    this.helping = false;
    if (screen === 'board') {
      if (params.stay) void this.openPerson(params.stay);
      else if (params.bed) this.openBed(params.bed);
      void this.refresh();
    }
  }

  /** Shows a sheet as it will be on paper; Esc comes back to where one is. */
  print(paper: PaperRequest): void {
    this.go('paper', { paper, back: { screen: this.screen, params: this.params } });
  }

  /** Asks for the board again, and for the person whose panel is open. */
  async refresh(): Promise<void> {
    if (this.isGuard) return;
    const session = this.#session;
    /** Whoever signs in next is told nothing that was asked for somebody else. */
    const ours = <T>(take: (answer: T) => void) => (answer: T) => {
      if (session === this.#session) take(answer);
    };
    try {
      const board = await call('board', {});
      // It may have been locked meanwhile.
      if (this.status?.stage !== 'open' || session !== this.#session) return;
      this.board = board;
      this.problem = null;
      this.#setClock(board.at);
      // Whether there are backups doesn't hold up the board.
      call('backup_state', {}).then(
        ours(({ overdue, behind, folders }) => {
          this.backupOverdue = overdue;
          this.lateFolders = folders.filter((folder) => folder.late !== null || (folder.there && folder.failed !== null));
          this.behind = behind;
        }),
        ours(() => {
          this.backupOverdue = false;
          this.lateFolders = [];
          this.behind ??= null;
        }),
      );
      if (this.isManager) call('report_due', {}).then(ours((due) => (this.reportDue = due)), () => {});
      if (this.isManager) call('recovery_state', {}).then(ours(({ due }) => (this.recoveryDue = due)), () => {});
      if (this.isManager) call('retention', {}).then(ours(({ due }) => (this.erasures = due.filter((one) => one.on <= isoDay(board.at + ERASURE_TOLD)))), () => {});
      if (this.open && 'stay' in this.open) await this.openPerson(this.open.stay);
    } catch (thrown) {
      if (session === this.#session) this.problem = asProblem(thrown);
    }
  }

  async openPerson(stay: StayId): Promise<void> {
    this.open = { stay };
    try {
      const person = await call('person', { stay });
      // Somebody else may have been opened meanwhile.
      if (this.open && 'stay' in this.open && this.open.stay === stay) this.person = person;
    } catch {
      if (this.open && 'stay' in this.open && this.open.stay === stay) this.close();
    }
  }

  openBed(bed: BedId): void {
    this.open = { bed };
    this.person = null;
  }

  /** Closes the panel. */
  close(): void {
    this.open = null;
    this.person = null;
  }

  /**
   * Carries out a verb. On success says what was done; on a refusal changes nothing. Asked for again while it is on its
   * way, it is carried out once.
   */
  act<V extends Verb>(name: V, request: Commands[V]['request']): Promise<Outcome> {
    const what = JSON.stringify([this.#session, name, request]);
    const going = this.#going.get(what) ?? this.#act(name, request).finally(() => this.#going.delete(what));
    this.#going.set(what, going);
    return going;
  }

  async #act<V extends Verb>(name: V, request: Commands[V]['request']): Promise<Outcome> {
    const answer = call(name, request);
    const sending = Promise.all([this.#sending, answer.then(() => true, () => false)]).then((all) => all.includes(true));
    this.#sending = sending;
    try {
      return await this.#answered(name, request, answer);
    } finally {
      if (this.#sending === sending) this.#sending = null;
    }
  }

  /** Where somebody is: a refusal that comes back to another place is read nowhere else. */
  get #where(): string {
    return JSON.stringify([this.screen, this.open]);
  }

  async #answered<V extends Verb>(name: V, request: Commands[V]['request'], answer: Promise<Done>): Promise<Outcome> {
    const session = this.#session;
    const where = this.#where;
    const shown = shownNow();
    let done: Done;
    try {
      done = await answer;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (session === this.#session && where !== this.#where) this.said = { text: problemWords(problem).title, action: null, refused: true };
      if (problem.about.code === 'changed_meanwhile') await this.refresh();
      return { ok: null, problem };
    }
    // Locked meanwhile: it is neither said to whoever comes next, nor theirs to take back.
    if (session !== this.#session) return { ok: done, problem: null };
    if (name === 'undo') this.#mine = this.#mine.filter((a) => a !== (request as { action: number }).action);
    else this.#mine.push(done.action);
    this.revision += 1;
    dropHidden(shown);
    await this.refresh();
    // How long the desk may stand idle holds from now on.
    if (name === 'set_desk') await this.#askStatus();
    if (session === this.#session) this.said = { text: doneWords(done, this.board), action: done.action };
    return { ok: done, problem: null };
  }

  /** Notes that actions were taken back together with another one. */
  tookBackToo(actions: number[]): void {
    this.#mine = this.#mine.filter((mine) => !actions.includes(mine));
  }

  /** The last action of this session that was not taken back. */
  get lastMine(): number | null {
    return this.#mine.at(-1) ?? null;
  }

  /** Changes a part of how the screens look. */
  async setLook(part: Partial<Look>): Promise<void> {
    if (!this.status) return;
    const { language, theme, zoom, toured } = { ...this.status, ...this.#look, ...part };
    const look = { language, theme, zoom, toured };
    // At once: the next press goes on from there, and no answer to an earlier one turns it back.
    this.#look = look;
    this.status = { ...this.status, ...look };
    const before = this.#dressing;
    this.#dressing = (async () => {
      await before.catch(() => {});
      try {
        const status = await call('set_look', look);
        // Locked meanwhile, nothing that was asked before opens the page again.
        const { stage, staff } = this.status ?? status;
        await this.take({ ...status, stage, staff, ...this.#look });
      } finally {
        if (this.#look === look) this.#look = null;
      }
    })();
    await this.#dressing;
  }

  /** Ends the tour of the first run, here and from now on; or begins it again. */
  async setToured(toured: boolean): Promise<void> {
    this.touring = 0;
    await this.setLook({ toured });
  }

  async lock(): Promise<void> {
    // What is being recorded just now is half typed no longer, if it is recorded.
    const kept = keepDraft(this.#sending);
    // Nobody waits for that, or for the day's backup, with the board on the screen.
    if (this.status?.stage === 'open') await this.take({ ...this.status, stage: 'locked', staff: null });
    await kept;
    try {
      await this.take(await call('lock', {}));
    } catch {
      await this.#askStatus();
    }
  }

  /** Moves the clock on; the sample centre has its own time. */
  tick(): void {
    this.now = Date.now() + this.#ahead;
  }

  async #askStatus(): Promise<void> {
    const before = this.status?.stage;
    try {
      const status = await call('status', {});
      // What was true before the page was locked opens nothing.
      if (before === 'open' && this.status?.stage === 'locked' && status.stage === 'open') return;
      await this.take(status);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  #setClock(now: Instant): void {
    this.#ahead = now - Date.now();
    this.now = now;
  }

  /** Takes on language and theme; done once all of the language is known. */
  #dress(status: Status): Promise<void> {
    const spoken = speak(status.language);
    const root = document.documentElement;
    if (status.theme === 'system') root.removeAttribute('data-theme');
    else root.dataset['theme'] = status.theme;
    return spoken;
  }

  /** Nothing of the centre stays in the page when it is locked. */
  #forget(): void {
    this.board = null;
    this.behind = undefined;
    this.problem = null;
    this.backupOverdue = this.recoveryDue = false;
    this.lateFolders = [];
    this.reportDue = { year: null, by: null };
    this.erasures = [];
    this.close();
    leaveDrafts();
    this.said = null;
    this.undoing = null;
    this.finding = false;
    this.helping = false;
    this.#mine = [];
    this.#session += 1;
    this.screen = 'board';
    this.params = {};
  }
}

export const app = new App();

alsoKeep('app', {
  place: true,
  read: () => ({ screen: app.screen, params: app.params, open: app.open, undoing: app.undoing }),
  write: async ({ screen, params, open, undoing }) => {
    app.go(screen, params);
    if (open && 'stay' in open) await app.openPerson(open.stay);
    else if (open) app.openBed(open.bed);
    app.undoing = typeof undoing === 'number' ? undoing : null;
  },
});
