//! Room assignment: which beds for whom, proven best, with the reasons.
//!
//! A plan gives every person one bed. What is never allowed stands in [`rules`], which of two allowed
//! plans is better in [`measure`](mod@measure), and [`search`] finds the best one or proves that there is none.
//! [`alternatives`](mod@alternatives) offers different good plans, [`explain`] says what keeps people out of a bed or a room,
//! [`obstacles`](mod@obstacles) what stands in the way of any plan, and [`fits`] who could still come. [`tidy`](mod@tidy) looks for
//! a better arrangement of those who are here.

pub mod alternatives;
pub mod explain;
pub mod fits;
pub mod house;
pub mod measure;
pub mod obstacles;
pub mod rules;
pub mod search;
pub mod tidy;

pub use alternatives::{Aim, Alternative, Move, Remark, alternatives};
pub use explain::{BedAnswer, Reason, RoomAnswer, WhyNot, why_not};
pub use fits::{Answer, Fit, Guest, LargestFamily, Questions};
pub use house::{
    ADULT_AGE, Arrangement, BedSpec, House, HouseError, Lap, Needs, Person, RoomSpec, Thresholds,
};
pub use measure::{Cost, measure};
pub use obstacles::{Hint, Obstacles, Relaxation, obstacles};
pub use rules::{Breach, Refusal, Rule, RuleSet, blocking, breaches, brought_about, refusals};
pub use search::{DEFAULT_STEPS, Limits, Outcome, Plan, best};
pub use tidy::{Order, Tidier, Tidying, order, tidy};
