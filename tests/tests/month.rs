//! Days of use, and the memory of the program. In a process of its own: what other tests need meanwhile (a
//! passphrase alone takes 128 MiB for a moment) would count too.

#![cfg(target_os = "linux")]

use vatra_tests::faults::month;

#[test]
fn days_pass_and_the_memory_stays() {
    let outcome = month::run(4, 20090302, true);
    assert_eq!(outcome.broken, Vec::<String>::new());
    assert!(outcome.tried >= 50, "only {} were tried", outcome.tried);
    let control = month::run(6, 20090302, false);
    assert!(
        !control.broken.is_empty(),
        "the control held: {} tries prove nothing",
        control.tried
    );
}
