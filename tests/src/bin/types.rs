//! Prints the page's types, made from the list of commands.

fn main() {
    print!("{}", vatra::commands::typescript());
}
