//! Keys, in the ordinary format of `age`: one random data key opens the file; it is sealed to the public
//! key of every member of staff and of the recovery identity, which exists on paper only. Each member's
//! own identity is sealed by a passphrase. So the data can be had with public tools if the program is gone.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519;
use sha2::{Digest, Sha256};
use vatra_core::Centre;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::beside::read_whole;
use crate::error::{StoreError, io};
use crate::home::write_whole;

/// The key that opens the file: 32 random bytes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A new key.
    ///
    /// # Errors
    /// Fails where the system has no randomness.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| StoreError::Damaged("no randomness"))?;
        Ok(Self(bytes))
    }

    /// As 64 hexadecimal digits: what SQLCipher takes, and what is sealed.
    #[must_use]
    pub fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    fn from_hex(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// A key for something else, derived from this one.
    #[must_use]
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut derived = Zeroizing::new([0; 32]);
        // 32 bytes are always within what HKDF-SHA256 can give.
        let _ = hkdf::Hkdf::<Sha256>::new(None, &self.0).expand(purpose.as_bytes(), &mut *derived);
        derived
    }
}

/// The deliberate cost of trying a passphrase: 2 to this power scrypt rounds.
#[derive(Clone, Copy, Debug)]
pub struct WorkFactor(pub u8);

impl WorkFactor {
    /// About half a second on an ordinary PC.
    pub const ORDINARY: Self = Self(17);
    /// No cost worth speaking of, where the passphrase is no secret.
    pub const NONE: Self = Self(2);
}

/// A secret identity that exists on paper: `AGE-SECRET-KEY-1...`.
pub struct RecoveryIdentity(x25519::Identity);

impl RecoveryIdentity {
    /// A new one.
    #[must_use]
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// As it is written on paper.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// Whether this was typed back from paper; spaces and case don't matter.
    #[must_use]
    pub fn matches(&self, typed: &str) -> bool {
        let plain: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect::<String>()
                .to_uppercase(),
        );
        *plain == *self.secret()
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public_key(&self) -> String {
        self.0.to_public().to_string()
    }
}

/// Somebody's own key, new and sealed by a passphrase.
pub struct Slot {
    name: String,
    sealed: Vec<u8>,
    public: String,
    secret: Zeroizing<String>,
}

impl Slot {
    /// A new key for whoever signs in with this name.
    ///
    /// # Errors
    /// Fails where it can't be sealed.
    pub fn new(name: &str, passphrase: &str, work: WorkFactor) -> Result<Self, StoreError> {
        let identity = x25519::Identity::generate();
        Self::seal(name, identity.to_string().expose_secret(), passphrase, work)
    }

    fn seal(
        name: &str,
        secret: &str,
        passphrase: &str,
        work: WorkFactor,
    ) -> Result<Self, StoreError> {
        let identity = identity(secret)?;
        let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
        recipient.set_work_factor(work.0);
        let content = Zeroizing::new(format!("{secret}\n"));
        Ok(Self {
            name: name.to_owned(),
            sealed: seal(&[&recipient], content.as_bytes())?,
            public: identity.to_public().to_string(),
            secret: Zeroizing::new(secret.to_owned()),
        })
    }

    /// The public half, to which the data key is sealed.
    #[must_use]
    pub fn public_key(&self) -> String {
        self.public.clone()
    }

    /// The secret half.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.secret
    }
}

/// The folder of keys.
pub struct Keys {
    folder: PathBuf,
}

impl Keys {
    /// The keys in this folder.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes somebody's own key. It opens nothing until the data key is sealed to it.
    ///
    /// # Errors
    /// Fails where the folder can't be written.
    pub fn put(&self, slot: &Slot) -> Result<(), StoreError> {
        fs::create_dir_all(&self.folder).map_err(io)?;
        write_whole(&self.slot(&slot.name), &slot.sealed)
    }

    /// Gives somebody's key the name with which they sign in from now on; it stays under the old one too.
    ///
    /// # Errors
    /// Fails where there is none, and where the folder can't be written.
    pub fn copy_slot(&self, name: &str, new: &str) -> Result<(), StoreError> {
        let sealed = fs::read(self.slot(name)).map_err(io)?;
        write_whole(&self.slot(new), &sealed)
    }

    /// Removes what is left of a name that nobody signs in with.
    pub fn forget_slot(&self, name: &str) {
        // It opens nothing that the list inside the file doesn't allow, so that it may also stay.
        let _ = fs::remove_file(self.slot(name));
    }

    /// Copies the keys of everybody on the list whose account isn't locked.
    ///
    /// # Errors
    /// Fails where a folder can't be read or written.
    pub(crate) fn copy_slots(&self, centre: &Centre, to: &Self) -> Result<(), StoreError> {
        fs::create_dir_all(&to.folder).map_err(io)?;
        for staff in centre.staff.values().filter(|staff| !staff.locked()) {
            match fs::read(self.slot(&staff.name)) {
                Ok(sealed) => write_whole(&to.slot(&staff.name), &sealed)?,
                // Lost before: the recovery paper or a manager gives them a new one.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(io(error)),
            }
        }
        Ok(())
    }

    /// Seals somebody's own key by another passphrase.
    ///
    /// # Errors
    /// Fails for a wrong name or passphrase, and where the folder can't be written; then the old one holds.
    pub fn change_passphrase(
        &self,
        name: &str,
        old: &str,
        new: &str,
        work: WorkFactor,
    ) -> Result<(), StoreError> {
        let secret = self.identity(name, old)?;
        self.put(&Slot::seal(name, secret.trim(), new, work)?)
    }

    /// Seals the data key to these public keys.
    ///
    /// # Errors
    /// Fails for something that isn't a public key, and where the folder can't be written.
    pub fn seal_data_key(&self, key: &DataKey, public_keys: &[String]) -> Result<(), StoreError> {
        let recipients: Vec<_> = public_keys
            .iter()
            .map(|key| recipient(key))
            .collect::<Result<_, _>>()?;
        let recipients: Vec<_> = recipients
            .iter()
            .map(|r| r as &dyn age::Recipient)
            .collect();
        let sealed = seal(&recipients, format!("{}\n", key.hex().as_str()).as_bytes())?;
        write_whole(&self.data_key(), &sealed)
    }

    /// Opens the data key with somebody's passphrase.
    ///
    /// # Errors
    /// Fails for a wrong name or passphrase, and for damaged keys.
    pub fn open(&self, name: &str, passphrase: &str) -> Result<DataKey, StoreError> {
        let secret = self.identity(name, passphrase)?;
        self.open_with(&secret)
    }

    /// Somebody's own secret identity.
    ///
    /// # Errors
    /// Fails for a wrong name or passphrase, and for a damaged key.
    pub fn identity(&self, name: &str, passphrase: &str) -> Result<Zeroizing<String>, StoreError> {
        let sealed = match fs::read(self.slot(name)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::WrongPassphrase);
            }
            other => other.map_err(io)?,
        };
        let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
        // What a stranger put there may ask for any amount of work.
        identity.set_max_work_factor(22);
        unseal(&sealed, &identity, StoreError::WrongPassphrase)
    }

    /// The public half of a secret identity.
    ///
    /// # Errors
    /// Fails for what isn't one.
    pub fn public_key(secret: &str) -> Result<String, StoreError> {
        Ok(identity(secret)?.to_public().to_string())
    }

    /// Opens the data key with a secret identity: a member's own, or the one on paper.
    ///
    /// # Errors
    /// Fails for an identity to which the key isn't sealed, for damaged keys and missing ones, and as [`read_whole`].
    pub fn open_with(&self, secret: &str) -> Result<DataKey, StoreError> {
        let sealed = read_whole(&self.data_key())?;
        let hex = unseal_with(secret, &sealed)?;
        DataKey::from_hex(&hex).ok_or(StoreError::Damaged("the sealed data key"))
    }

    /// Whether there is a sealed data key to be opened.
    #[must_use]
    pub fn are_there(&self) -> bool {
        self.data_key().is_file()
    }

    /// Where somebody's sealed identity lies. The file's name doesn't say who they are; whoever guesses a name can try it.
    fn slot(&self, name: &str) -> PathBuf {
        let digest = Sha256::digest(format!("vatra staff {}", name.trim().to_lowercase()));
        let name: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        self.folder.join(format!("{name}.age"))
    }

    fn data_key(&self) -> PathBuf {
        self.folder.join("data.age")
    }
}

/// Seals something to one public key.
pub(crate) fn seal_to(public_key: &str, content: &[u8]) -> Result<Vec<u8>, StoreError> {
    seal(&[&recipient(public_key)?], content)
}

/// Opens with a secret identity what is sealed to its public half.
pub(crate) fn unseal_with(secret: &str, sealed: &[u8]) -> Result<Zeroizing<String>, StoreError> {
    unseal(sealed, &identity(secret)?, StoreError::NotSealedTo)
}

fn recipient(public_key: &str) -> Result<x25519::Recipient, StoreError> {
    x25519::Recipient::from_str(public_key).map_err(|_| StoreError::Damaged("a public key"))
}

fn identity(secret: &str) -> Result<x25519::Identity, StoreError> {
    x25519::Identity::from_str(secret.trim()).map_err(|_| StoreError::Damaged("a sealed identity"))
}

fn seal(recipients: &[&dyn age::Recipient], content: &[u8]) -> Result<Vec<u8>, StoreError> {
    let encryptor = age::Encryptor::with_recipients(recipients.iter().copied());
    let encryptor = encryptor.map_err(|_| StoreError::Damaged("nobody to seal to"))?;
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(content)?;
    writer.finish()?;
    Ok(sealed)
}

fn unseal(
    sealed: &[u8],
    identity: &dyn age::Identity,
    otherwise: StoreError,
) -> Result<Zeroizing<String>, StoreError> {
    let damaged = || StoreError::Damaged("a sealed key");
    let decryptor = age::Decryptor::new(sealed).map_err(|_| damaged())?;
    let mut reader = match decryptor.decrypt(std::iter::once(identity)) {
        Ok(reader) => reader,
        Err(
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys,
        ) => return Err(otherwise),
        Err(_) => return Err(damaged()),
    };
    let mut content = Zeroizing::new(String::new());
    reader.read_to_string(&mut content).map_err(|_| damaged())?;
    Ok(content)
}
