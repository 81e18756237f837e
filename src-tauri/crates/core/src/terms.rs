//! The words of the field that are a choice from a closed list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares a closed list with its spelling on disk, so that the list of all values, the text
/// and the reading back come from one place.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),* }

        impl $name {
            /// Every value, in the order it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The spelling in the file, in the bridge and in the keys of the words.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// Reads the spelling back.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use choice;

choice! {
    /// Sex, as room assignment and the ministry's tables need it.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

choice! {
    /// Whom a room is meant for.
    RoomUse {
        /// Adult women, and minors whose party has one.
        Women = "women",
        /// Adult men.
        Men = "men",
        /// Parties of two or more that have a minor.
        Family = "family",
        /// Minors whose party has no adult.
        Minors = "minors",
        /// Somebody who needs isolation.
        Isolation = "isolation",
        /// Everybody.
        Any = "any",
    }
}

choice! {
    /// What kind of thing to sleep in a bed is.
    BedKind {
        /// A bed that stands alone.
        Single = "single",
        /// The lower of two bunks.
        Lower = "lower",
        /// The upper of two bunks.
        Upper = "upper",
        /// A cot, for small children.
        Cot = "cot",
    }
}

choice! {
    /// What a person needs of a bed or a room.
    Need {
        /// No upper bunk.
        NoUpperBunk = "no_upper_bunk",
        /// A step-free room.
        StepFree = "step_free",
        /// A room with nobody but the own party.
        Isolation = "isolation",
    }
}

choice! {
    /// What a member is within the party.
    Relation {
        /// Came alone, or is the one the others came with.
        Head = "head",
        /// Mother of a member.
        Mother = "mother",
        /// Father of a member.
        Father = "father",
        /// Daughter of a member.
        Daughter = "daughter",
        /// Son of a member.
        Son = "son",
        /// Sister of a member.
        Sister = "sister",
        /// Brother of a member.
        Brother = "brother",
        /// Grandmother of a member.
        Grandmother = "grandmother",
        /// Grandfather of a member.
        Grandfather = "grandfather",
        /// Wife or husband of a member.
        Spouse = "spouse",
        /// Another relative.
        Relative = "relative",
        /// Not a relative, but came along.
        Companion = "companion",
    }
}

choice! {
    /// Why a person is here.
    GroundKind {
        /// Identified victim of trafficking.
        Victim = "victim",
        /// Presumed victim.
        PresumedVictim = "presumed_victim",
        /// Potential victim.
        PotentialVictim = "potential_victim",
        /// Accompanying family member.
        Accompanying = "accompanying",
    }
}

choice! {
    /// Who decided on a ground or a term, or sent a party.
    Body {
        /// A territorial team of the National Referral System.
        NrsTeam = "nrs_team",
        /// Police.
        Police = "police",
        /// Prosecutor or court.
        Justice = "justice",
        /// International Organization for Migration.
        Iom = "iom",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A hotline.
        Hotline = "hotline",
        /// Social assistance.
        SocialAssistance = "social_assistance",
        /// Health care.
        Health = "health",
        /// Border guard.
        Border = "border",
        /// An embassy or consulate.
        Consulate = "consulate",
        /// The centre itself.
        Centre = "centre",
        /// Came by themselves.
        Oneself = "self",
        /// Another body.
        Other = "other",
    }
}

choice! {
    /// What the centre is doing for a person.
    PhaseKind {
        /// Crisis assistance.
        Crisis = "crisis",
        /// Rehabilitation.
        Rehabilitation = "rehabilitation",
    }
}

choice! {
    /// Where somebody who is away has gone.
    AbsenceKind {
        /// Hospital or other medical care.
        Medical = "medical",
        /// Court, police or another authority.
        Authority = "authority",
        /// Family.
        Family = "family",
        /// School or work.
        Day = "day",
        /// Left without a word.
        Unexplained = "unexplained",
        /// Elsewhere.
        Other = "other",
    }
}

choice! {
    /// Why a stay ended.
    DepartureReason {
        /// The assistance reached its aim.
        Completed = "completed",
        /// The term ended.
        TermEnded = "term_ended",
        /// By the person's own wish.
        OwnWish = "own_wish",
        /// Passed on to another service.
        Referred = "referred",
        /// Returned to the home country.
        Repatriated = "repatriated",
        /// Left without a word.
        Absconded = "absconded",
        /// Broke the rules of the house.
        Rules = "rules",
        /// Died.
        Died = "died",
        /// Another reason.
        Other = "other",
    }
}

choice! {
    /// Where somebody who left has gone to live.
    Destination {
        /// Home, to the family.
        Family = "family",
        /// A home of their own.
        OwnHome = "own_home",
        /// Relatives or friends.
        Relatives = "relatives",
        /// Another centre.
        OtherCentre = "other_centre",
        /// Hospital.
        Hospital = "hospital",
        /// Abroad.
        Abroad = "abroad",
        /// Not known.
        Unknown = "unknown",
        /// Elsewhere.
        Other = "other",
    }
}

choice! {
    /// What a member of staff may do; each may do what the ones before may.
    Role {
        /// Sees the roll call alone.
        Guard = "guard",
        /// Checks in, moves, notes absences, discharges.
        Reception = "reception",
        /// Also decides the hard cases and answers for the record.
        Manager = "manager",
    }
}

choice! {
    /// The side of the corridor on which a room lies.
    Wing {
        /// Above the corridor on the plan.
        North = "north",
        /// Below the corridor on the plan.
        South = "south",
    }
}

choice! {
    /// How tall a person is drawn, and how they are called on a tile.
    AgeGroup {
        /// Female, 18 or older.
        Woman = "woman",
        /// Male, 18 or older.
        Man = "man",
        /// 14 to 17.
        Teenager = "teenager",
        /// 2 to 13.
        Child = "child",
        /// Under 2.
        Infant = "infant",
    }
}
choice! {
    /// Assistance that the centre gives or arranges.
    AssistanceKind {
        /// Medical care.
        Medical = "medical",
        /// Psychological counselling.
        Psychological = "psychological",
        /// Legal assistance.
        Legal = "legal",
        /// Something else, which is named.
        Other = "other",
    }
}

choice! {
    /// How waiting for places ended.
    WaitingEnd {
        /// They were checked in.
        CheckedIn = "checked_in",
        /// They went elsewhere.
        Elsewhere = "elsewhere",
        /// They no longer need a place.
        Withdrawn = "withdrawn",
        /// The centre could not take them.
        Refused = "refused",
    }
}
