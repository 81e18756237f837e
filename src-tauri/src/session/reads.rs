//! Commands that only read.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use vatra_core::desk::DeskSettings;
use vatra_core::facts::Identity;
use vatra_core::id::StayId;
use vatra_core::placement::Scene;
use vatra_core::refusal::{Refusal, RuleBreach};
use vatra_core::time::{Instant, midnight};
use vatra_core::verbs::{ActionKind, Asking};
use vatra_core::view::{
    self, AssistanceOffered, Board, CapacityVersion, Draft, LimitsVersion, MoveChoices, Overridden,
    PairView, PersonView, Plans, RollCall, RulesVersion, StayChoices, Stuck, Tape, TidyUp, Usable,
    WhereTo,
};
use vatra_core::{ActionSeq, Centre, Fact};
use vatra_store::{Action, Chain, Store, Wanted, Window};

use super::acts::{MOST_TOO, decide_undo, note, take_back};
use super::{Open, Session, freshness};
use crate::answers::{
    CheckJournal, FindRequest, History, Hit, JournalCheck, JournalEntry, JournalPage,
    JournalRequest, Known, Nothing, PastBoard, PastRequest, PutRight, TapeRequest, UndoPreview,
    UndoRequest, WhichPerson, WhichStay,
};
use crate::problem::Problem;

impl Session {
    /// The board now.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn board(&self, _: Nothing) -> Result<Board, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&Window::from(asking.now))?;
            let board = view::board(&centre, asking.now);
            with_overrides(open, &centre, board)
        })
    }

    /// Who is where, room by room, for an evacuation.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn roll_call(&self, _: Nothing) -> Result<RollCall, Problem> {
        self.with_open(|open, asking| {
            Ok(view::roll_call(
                &open.store.load(&Window::from(asking.now))?,
                asking.now,
            ))
        })
    }

    /// The board of a moment of the past, as known now or as known then, with what made the difference.
    ///
    /// # Errors
    /// Refused in the future, and in the hour that summer time skips.
    pub fn past(&self, request: PastRequest) -> Result<PastBoard, Problem> {
        self.with_open(|open, asking| {
            let at = asking.at(Some(request.at))?;
            // Who came later, and who had left, is of no concern: the record of twenty years isn't read for a day.
            let window = Window::at(at);
            let known = open.store.known_at(at)?;
            let (then, now) = open.store.load_then_and_now(&window, known)?;
            let otherwise = view::placed_otherwise(&then, &now, at);
            let (mut before, mut since) = (None, Vec::new());
            for seq in open.store.placed_after(known, &otherwise)? {
                let as_of_then = Window {
                    known: Some(seq),
                    ..window.clone()
                };
                let after = open.store.load(&as_of_then)?;
                if !view::placed_otherwise(before.as_ref().unwrap_or(&then), &after, at).is_empty()
                {
                    since.extend(open.store.action(seq)?.map(entry));
                }
                before = Some(after);
            }
            let centre = match request.known {
                Known::Then => then,
                Known::Now => now,
            };
            let board = with_overrides(open, &centre, view::past_board(&centre, at))?;
            Ok(PastBoard { board, since })
        })
    }

    /// The tape chart: some days of all beds.
    ///
    /// # Errors
    /// Refused for days that no calendar has.
    pub fn tape(&self, request: TapeRequest) -> Result<Tape, Problem> {
        self.with_open(|open, asking| {
            let days = request.days.clamp(1, 400);
            let end = request
                .first
                .checked_add_days(Days::new(days.into()))
                .ok_or(Refusal::NoSuchTime)?;
            let window = Window {
                until: Some(midnight(end)),
                ..Window::from(midnight(request.first))
            };
            let centre = open.store.load(&window)?;
            Ok(view::tape(&centre, request.first, days, asking.now).ok_or(Refusal::NoSuchTime)?)
        })
    }

    /// One person and one stay.
    ///
    /// # Errors
    /// Refused for a stay that isn't in the record.
    pub fn person(&self, which: WhichStay) -> Result<PersonView, Problem> {
        self.with_open(|open, asking| {
            let mut window = Window::from(asking.now);
            window.stays.insert(which.stay);
            let mut centre = open.store.load(&window)?;
            let stay = centre.stays.get(&which.stay).ok_or(Refusal::NotFound)?;
            if let Some(to) = stay.span.to.filter(|to| *to <= asking.now) {
                // The others of the party as they were then; who came later is of no concern.
                let then = Window {
                    stays: window.stays,
                    ..Window::at(to.plus_millis(-1))
                };
                centre = open.store.load(&then)?;
            }
            let mut person =
                view::person(&centre, which.stay, asking.now).ok_or(Refusal::NotFound)?;
            if !person.has_identity {
                let versions = open.store.identities(person.beneficiary)?;
                person.had_identity = !versions.iter().all(Identity::says_nothing);
            }
            Ok(person)
        })
    }

    /// Everything about one person: the stays, and the actions that made them so.
    ///
    /// # Errors
    /// Refused for somebody who isn't in the record.
    pub fn history(&self, which: WhichPerson) -> Result<History, Problem> {
        self.with_open(|open, asking| {
            let mut window = Window::from(asking.now);
            window.people.insert(which.beneficiary);
            let stays = view::history(&open.store.load(&window)?, which.beneficiary, asking.now);
            if stays.is_empty() {
                return Err(Refusal::NotFound.into());
            }
            let ids = stays.iter().map(|stay| stay.view.stay).collect();
            let mut entries = Vec::new();
            for seq in open.store.about(&ids)? {
                entries.extend(open.store.action(seq)?.map(entry));
            }
            let put_right = put_right(&open.store, &ids)?;
            Ok(History {
                stays,
                entries,
                put_right,
            })
        })
    }

    /// What was noted of a stay before it was put right.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn put_right(&self, which: WhichStay) -> Result<Vec<PutRight>, Problem> {
        self.with_open(|open, _| put_right(&open.store, &BTreeSet::from([which.stay])))
    }

    /// Beds for a party at the door.
    ///
    /// # Errors
    /// Refused as [`view::usable`].
    pub fn usable(&self, draft: Draft) -> Result<Usable, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&draft_window(&draft, asking)?)?;
            Ok(view::usable(
                &centre,
                &draft,
                open.store.next_code()?,
                asking,
            )?)
        })
    }

    /// Why nothing fits for a party at the door, and what would help.
    ///
    /// # Errors
    /// Refused as [`view::why_nothing_fits`].
    pub fn why_nothing_fits(&self, draft: Draft) -> Result<Stuck, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&draft_window(&draft, asking)?)?;
            Ok(view::why_nothing_fits(&centre, &draft, asking)?)
        })
    }

    /// Where somebody can move.
    ///
    /// # Errors
    /// Refused as [`view::move_choices`].
    pub fn move_choices(&self, where_to: WhereTo) -> Result<MoveChoices, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&Window::from(asking.at(where_to.at)?))?;
            Ok(view::move_choices(&centre, &where_to, asking)?)
        })
    }

    /// Where everybody can move now, one at a time.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn all_move_choices(&self, _: Nothing) -> Result<Vec<StayChoices>, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&Window::from(asking.now))?;
            Ok(view::all_move_choices(&centre, asking.now))
        })
    }

    /// A better arrangement of everybody, and what it would gain.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn tidy_up(&self, _: Nothing) -> Result<TidyUp, Problem> {
        self.with_open(|open, asking| {
            let centre = open.store.load(&Window::from(asking.now))?;
            Ok(view::tidy_up(&centre, asking.now))
        })
    }

    /// People by code, or by name.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn find(&self, request: FindRequest) -> Result<Vec<Hit>, Problem> {
        self.with_open(|open, asking| {
            let found = open.store.find(&request.text, request.names, 20)?;
            let mut window = Window::from(asking.now);
            window.stays = found.iter().map(|found| found.stay).collect();
            let centre = open.store.load(&window)?;
            let hits = found.into_iter().filter_map(|found| {
                let person = view::person(&centre, found.stay, asking.now)?;
                let who = centre.beneficiaries.get(&found.beneficiary)?;
                let age = centre.age(who, asking.now);
                Some(Hit {
                    beneficiary: found.beneficiary,
                    stay: found.stay,
                    code: person.code,
                    group: age.group(who.sex),
                    sex: who.sex,
                    years: age.years,
                    citizenship: person.citizenship,
                    bed: person
                        .bed
                        .filter(|_| person.to.is_none())
                        .map(|(bed, _)| bed),
                    from: person.from,
                    to: person.to,
                    by_name: found.by_name,
                })
            });
            Ok(hits.collect())
        })
    }

    /// The journal, latest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn journal(&self, request: JournalRequest) -> Result<JournalPage, Problem> {
        self.with_open(|open, _| {
            let most = request.most.clamp(1, 500);
            let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).map(midnight);
            let wanted = Wanted {
                kind: request.action_kind,
                staff: request.staff,
                code: coded(&request.code),
                from: request.first.map(midnight),
                until: request.last.and_then(after),
            };
            let mut actions = open.store.journal_of(&wanted, request.before, most + 1)?;
            let more = actions.len() > usize::from(most);
            actions.truncate(most.into());
            Ok(JournalPage {
                entries: actions.into_iter().map(entry).collect(),
                more,
                kinds: open.store.kinds()?,
                authors: open.store.authors()?,
            })
        })
    }

    /// Who is expected.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn plans(&self, _: Nothing) -> Result<Plans, Problem> {
        self.with_open(|open, asking| {
            // Holds that lapsed within the last day are shown as lapsed.
            let window = Window::from(asking.now.plus_minutes(-24 * 60));
            Ok(view::plans(&open.store.load(&window)?, asking.now))
        })
    }

    /// What taking an action back would do.
    ///
    /// # Errors
    /// Refused for an action that can't be taken back at all; later actions in the way are an answer.
    pub fn undo_preview(&self, request: UndoRequest) -> Result<UndoPreview, Problem> {
        self.with_open(|open, asking| undo_preview(open, &request, asking))
    }

    /// Checks the chain of the journal, and whether all that is known of it elsewhere is still in it.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn check_journal(&self, request: CheckJournal) -> Result<JournalCheck, Problem> {
        self.with_open(|open, asking| {
            let chain = open.store.verify()?;
            let end = open.store.anchor()?;
            let head = open.store.action(end.seq)?;
            let (compared, behind) = match &open.place {
                Some(place) => freshness::compared(&open.store, place, &open.key)?,
                None => (0, None),
            };
            let printed = request.printed.map(|paper| {
                let said: String = paper.seal.to_lowercase().split_whitespace().collect();
                let sealed = open.store.anchor_at(paper.seq)?;
                Ok::<_, Problem>(
                    said.len() >= 8 && sealed.is_some_and(|end| end.seal.starts_with(&said)),
                )
            });
            let check = JournalCheck {
                breaks_at: match chain {
                    Chain::Holds => None,
                    Chain::BreaksAt(seq) => Some(seq),
                },
                actions: end.seq,
                head: end.seq,
                head_at: head.map_or(asking.now, |action| action.recorded_at),
                seal: end.short(),
                printed: printed.transpose()?,
                compared,
                behind,
            };
            note(open, asking, ActionKind::Verify, None, None)?;
            Ok(check)
        })
    }

    /// Checks the chain of the journal.
    ///
    /// # Errors
    /// Fails where nobody is signed in, and where the file can't be read.
    pub fn verify(&self) -> Result<Chain, Problem> {
        self.with_open(|open, _| Ok(open.store.verify()?))
    }

    /// How the desk works now.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn desk(&self, _: Nothing) -> Result<DeskSettings, Problem> {
        self.with_open(|open, asking| Ok(open.store.desk(asking.now)?))
    }

    /// The rules of room assignment through time.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn rules(&self, _: Nothing) -> Result<Vec<RulesVersion>, Problem> {
        self.set_through_time(view::rules)
    }

    /// How many places there are through time.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn capacities(&self, _: Nothing) -> Result<Vec<CapacityVersion>, Problem> {
        self.set_through_time(view::capacities)
    }

    /// How long a stay may be extended, through time.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn limits(&self, _: Nothing) -> Result<Vec<LimitsVersion>, Problem> {
        self.set_through_time(view::limits)
    }

    /// The centre's own list of assistance.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn assistance_list(&self, _: Nothing) -> Result<Vec<AssistanceOffered>, Problem> {
        self.set_through_time(view::assistance_list)
    }

    fn set_through_time<T>(&self, view: impl Fn(&Centre, Instant) -> T) -> Result<T, Problem> {
        self.with_open(|open, asking| {
            Ok(view(
                &open.store.load(&Window::from(asking.now))?,
                asking.now,
            ))
        })
    }

    /// Who is kept apart.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn kept_apart(&self, _: Nothing) -> Result<Vec<PairView>, Problem> {
        self.set_through_time(view::kept_apart)
    }
}

/// A board with what was decided past a rule by then.
fn with_overrides(open: &mut Open, centre: &Centre, mut board: Board) -> Result<Board, Problem> {
    let at = board.at;
    let over = (board.taken > board.places).then_some(None);
    let breaches: Vec<_> = board
        .breaches
        .iter()
        .cloned()
        .map(Some)
        .chain(over)
        .collect();
    for breach in breaches {
        for seq in view::put_there_by(centre, breach.as_ref(), at) {
            let Some(action) = open.store.action(seq)? else {
                continue;
            };
            let Some(reason) = action.reason else {
                continue;
            };
            if !stood_after(open, seq, action.happened_at, breach.as_ref())? {
                continue;
            }
            let mut same = board.overrides.iter_mut();
            match same.find(|one| one.at == action.happened_at && one.reason == reason) {
                Some(one) => one.breaches.extend(breach),
                None => board.overrides.push(Overridden {
                    breaches: breach.into_iter().collect(),
                    reason,
                    staff: action.staff,
                    at: action.happened_at,
                }),
            }
            break;
        }
    }
    Ok(board)
}

/// What stood against the rules right after an action.
pub(super) struct Stood {
    over: bool,
    breaches: Vec<RuleBreach>,
}

/// Whether a broken rule, or too many people, already stood right after an action: then the action's reason
/// is the reason for it. What was so then stays so: it is read once.
fn stood_after(
    open: &mut Open,
    seq: ActionSeq,
    at: Instant,
    breach: Option<&RuleBreach>,
) -> Result<bool, Problem> {
    if !open.stood.contains_key(&seq) {
        let then = open.store.load(&Window {
            known: Some(seq),
            ..Window::at(at)
        })?;
        let stood = Stood {
            over: then.stays_at(at).count() > then.capacity(at),
            breaches: Scene::of(&then, at).standing(),
        };
        open.stood.insert(seq, stood);
    }
    let Some(then) = open.stood.get(&seq) else {
        return Ok(false);
    };
    Ok(match breach {
        None => then.over,
        Some(breach) => then.breaches.iter().any(|one| one.same(breach)),
    })
}

/// What a party at the door needs of the record.
fn draft_window(draft: &Draft, asking: Asking) -> Result<Window, Refusal> {
    let mut window = Window::from(asking.at(draft.at)?);
    window.people = draft
        .members
        .iter()
        .filter_map(|member| member.who.known())
        .collect();
    window.stays.extend(draft.joins);
    Ok(window)
}

/// What corrections of these stays put other versions in the place of, the latest first. A correction that was
/// taken back says nothing.
fn put_right(store: &Store, stays: &BTreeSet<StayId>) -> Result<Vec<PutRight>, Problem> {
    let mut found = Vec::new();
    for seq in store.about(stays)? {
        let Some(action) = store.action(seq)? else {
            continue;
        };
        let counts = [ActionKind::Correct, ActionKind::Amend].contains(&action.kind)
            && action.undone_by.is_none();
        if !counts {
            continue;
        }
        let replaced = store.replaced(seq)?;
        let mut window = Window::from(Instant::EVER);
        window.until = Some(Instant::EVER);
        window.stays = (replaced.iter())
            .filter_map(|(old, _)| view::stay_of(old))
            .chain(stays.iter().copied())
            .collect();
        window.people = (replaced.iter())
            .filter_map(|(old, _)| match old {
                Fact::Beneficiary(person) => Some(person.id),
                _ => None,
            })
            .collect();
        let centre = store.load(&window)?;
        for (old, new) in &replaced {
            let stay = view::stay_of(old);
            // What an amendment ends goes on as something else: it was not wrong.
            let ended = action.kind == ActionKind::Amend && stay.is_some();
            if ended || stay.is_some_and(|stay| !stays.contains(&stay)) {
                continue;
            }
            let goes_along = new.as_ref().is_some_and(|new| {
                replaced.iter().any(|pair| match pair {
                    (Fact::Stay(was), Some(Fact::Stay(is))) if Some(was.id) == stay => {
                        view::goes_with_stay(old, new, was.span, is.span)
                    }
                    _ => false,
                })
            });
            if goes_along {
                continue;
            }
            let of_person = view::former(&centre, old, new.as_ref());
            found.extend(of_person.into_iter().map(|was| PutRight {
                entry: entry(action.clone()),
                stay,
                was,
            }));
        }
    }
    Ok(found)
}

/// The number of a code as people type it, `K-214` or `214`; one that nobody has where it is no code.
fn coded(text: &str) -> Option<u32> {
    let digits = text
        .trim()
        .trim_start_matches(|sign: char| !sign.is_ascii_digit());
    (!text.trim().is_empty()).then(|| digits.parse().unwrap_or(0))
}

fn undo_preview(
    open: &mut Open,
    request: &UndoRequest,
    asking: Asking,
) -> Result<UndoPreview, Problem> {
    let action = open
        .store
        .action(request.action)?
        .ok_or(Refusal::NotFound)?;
    let stays = action.stays.clone();
    let mut preview = UndoPreview {
        entry: entry(action),
        obstacles: Vec::new(),
        those_too: None,
        afterwards: Vec::new(),
    };
    match decide_undo(&open.store, open.staff.id, request, asking) {
        Ok((_, mut centre, decision)) => {
            let code = |centre: &Centre, stay| centre.code_of(stay);
            let before: Vec<_> = stays.iter().map(|stay| code(&centre, *stay)).collect();
            centre.apply(&decision.changes, 0);
            preview.afterwards = stays
                .iter()
                .zip(before)
                .map(|(stay, before)| {
                    let after = code(&centre, *stay);
                    let bed = centre
                        .bed_of(*stay, asking.now)
                        .map(|bed| centre.bed_label(bed));
                    (if after.is_empty() { before } else { after }, bed)
                })
                .collect();
        }
        Err(Problem::Refused(Refusal::LaterActions { obstacles })) => {
            // The latest, which have to go first.
            let first = obstacles.len().saturating_sub(MOST_TOO);
            for obstacle in obstacles.into_iter().skip(first) {
                preview
                    .obstacles
                    .extend(open.store.action(obstacle.action)?.map(entry));
            }
            let all = UndoRequest {
                those_too: true,
                ..request.clone()
            };
            if let Ok(undone) = take_back(open, &all, asking, false) {
                let mut those = Vec::new();
                preview.afterwards = undone.afterwards;
                for (action, _) in undone.actions {
                    those.extend(open.store.action(action)?.map(entry));
                }
                those.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
                preview.those_too = Some(those);
            }
        }
        Err(other) => return Err(other),
    }
    Ok(preview)
}

fn entry(action: Action) -> JournalEntry {
    JournalEntry {
        may_undo: !action.kind.is_lasting() && action.undone_by.is_none(),
        seq: action.seq,
        action_kind: action.kind,
        recorded_at: action.recorded_at,
        happened_at: action.happened_at,
        staff: action.staff,
        reason: action.reason,
        people: action.people,
        codes: action.codes,
        moved: action.moved,
        beds: action.beds,
        undoes: action.undoes,
        undoes_kind: action.undoes_kind,
        undone_by: action.undone_by,
    }
}
