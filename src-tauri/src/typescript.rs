//! Collects the TypeScript declarations of types and of all they refer to.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name.
pub struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl Types {
    /// Nothing declared yet.
    pub fn new() -> Self {
        Self {
            config: Config::new().with_large_int("number"),
            declared: BTreeMap::new(),
        }
    }

    /// How types are spelled.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Declares a type and everything it refers to.
    pub fn declare<T: TS + ?Sized + 'static>(&mut self) {
        self.visit::<T>();
    }

    /// All declarations, by name.
    pub fn text(&self) -> String {
        let head = "// Made from the list of commands by `make types`. Do not edit.\n\n";
        let body: Vec<_> = self
            .declared
            .values()
            .map(|d| format!("export {d}\n"))
            .collect();
        head.to_owned() + &body.join("\n")
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declared.contains_key(&name) {
                return;
            }
            self.declared.insert(name, T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
